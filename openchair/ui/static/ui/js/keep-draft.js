// What is being written is kept as a draft while the hand rests, and when the page goes out of sight.
customElements.define("keep-draft", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.form.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.keep(), 2000);
    });
    document.addEventListener("submit", () => this.stop()); // that form, or the one that throws the draft away
    document.addEventListener("visibilitychange", () => document.hidden && this.waiting && this.keep());
  }

  stop() {
    this.waiting = clearTimeout(this.waiting);
    this.going?.abort(); // older words never come after newer ones
  }

  async keep() {
    this.stop();
    const body = new URLSearchParams([...new FormData(this.form), ["press", "while-writing"]]);
    const { signal } = (this.going = new AbortController());
    const keepalive = document.hidden && String(body).length < 60_000; // browsers refuse more
    const how = { method: "POST", body, redirect: "manual", keepalive, signal };
    // Without a line the words stand on the page, and nothing says that they are kept.
    const kept = await fetch(this.form.action, how).then((answer) => answer.status === 204, () => false);
    if (!signal.aborted) this.textContent = kept ? this.dataset.kept : "";
  }
});
