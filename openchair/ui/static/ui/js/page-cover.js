// A calm cover while the reader looks elsewhere; one tap, or Enter, brings the page back and the focus to where it was.
customElements.define("page-cover", class extends HTMLElement {
  connectedCallback() {
    this.cover = this.querySelector("dialog");
    this.cover.querySelector("button").addEventListener("click", () => this.cover.close());
    document.addEventListener("visibilitychange", () => document.hidden && this.hide());
    addEventListener("blur", () => this.hide());
    // A page that was renewed behind other windows is not to be read there either.
    if (document.hidden || !document.hasFocus()) this.hide();
  }

  hide() {
    if (!this.cover.open) this.cover.showModal();
  }
});
