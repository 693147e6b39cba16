// Saves the lines of a list as a plain file whose name says nothing.
import { linesOf } from "./lines.js";

customElements.define("save-file", class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([linesOf(this.dataset.from)], { type: "text/plain" }));
      const link = Object.assign(document.createElement("a"), { href: address, download: this.dataset.name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 1000);
    });
  }
});
