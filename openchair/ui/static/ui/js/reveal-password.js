// A button beside secret words that shows what is typed; they are hidden again before they are sent.
customElements.define("reveal-password", class extends HTMLElement {
  connectedCallback() {
    const { show, hide, shown, hidden } = this.dataset;
    const input = this.querySelector("input");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: show });
    const status = Object.assign(document.createElement("span"), { className: "visually-hidden" });
    button.className = "button button-quiet";
    status.setAttribute("role", "status");
    this.append(button, status);
    const turn = (open) => {
      input.type = open ? "text" : "password";
      button.textContent = open ? hide : show;
      status.textContent = open ? shown : hidden;
    };
    button.addEventListener("click", () => turn(input.type === "password"));
    input.form?.addEventListener("submit", () => (input.type = "password"));
  }
});
