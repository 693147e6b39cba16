// What stands behind the # of a link reaches no server by itself: it goes into the form, and is sent by its button.
customElements.define("invitation-link", class extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  read() {
    const token = location.hash.slice(1);
    if (!/^[0-9a-f]{32}$/.test(token)) return;
    history.replaceState(history.state, "", location.pathname); // it stays in no address bar and no history
    this.querySelector("input").value = token;
    this.querySelector("[data-typed]").hidden = true;
    this.querySelector("[data-came]").hidden = false;
  }
});
