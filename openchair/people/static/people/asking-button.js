// A button that asks the browser for something; what it answers goes along with the form around it.
export const bytes = (said) => Uint8Array.from(atob(said.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
export const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

export class AskingButton extends HTMLElement {
  connectedCallback() {
    if (!this.canAsk()) return;
    this.form = this.closest("form");
    this.button = Object.assign(document.createElement("button"), { type: "button", textContent: this.dataset.label });
    this.button.className = `button button-${this.dataset.look}`;
    this.status = document.createElement("span");
    this.status.setAttribute("role", "status");
    this.replaceChildren(this.button, this.status);
    this.button.addEventListener("click", () => this.press());
  }

  async press() {
    this.button.disabled = true;
    this.status.textContent = this.dataset.busy;
    try {
      await this.ask();
    } catch {
      this.status.textContent = this.dataset.sorry;
    }
    this.button.disabled = false;
  }
}
