// A form is sent once, however often its button is pressed; a slow answer is announced after 300 ms.
customElements.define("submit-once", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.status = this.appendChild(document.createElement("span"));
    this.status.setAttribute("role", "status");
    this.form?.addEventListener("submit", (event) => this.send(event));
    addEventListener("pageshow", () => this.rest());
  }

  send(event) {
    if (event.defaultPrevented) return;
    if (this.sent) return event.preventDefault();
    this.sent = true;
    this.wait = setTimeout(() => {
      this.status.textContent = this.dataset.busy;
      this.form.setAttribute("aria-busy", "true");
    }, 300);
  }

  rest() {
    clearTimeout(this.wait);
    this.sent = false;
    this.status.textContent = "";
    this.form?.removeAttribute("aria-busy");
  }
});
