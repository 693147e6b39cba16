// What is being written is kept as a draft while the hand rests, and when the page goes out of sight.
customElements.define("keep-draft", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.form.addEventListener("input", () => this.soon());
    this.form.addEventListener("submit", () => this.stop());
    document.addEventListener("visibilitychange", () => document.hidden && this.waiting && this.keep());
  }

  soon() {
    this.hidden = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.keep(), 2000);
  }

  stop() {
    this.waiting = clearTimeout(this.waiting);
  }

  async keep() {
    this.stop();
    const body = new URLSearchParams([...new FormData(this.form), ["press", "while-writing"]]);
    body.delete("submit_id"); // it is for the form when it is sent
    const how = { method: "POST", body, redirect: "manual", keepalive: document.hidden };
    // Without a line the words stand on the page, and nothing says that they are kept.
    const kept = await fetch(this.form.action, how).then((answer) => answer.status === 204, () => false);
    this.hidden = !kept || this.waiting > 0;
  }
});
