// Copies the lines of a list, and says so.
import { linesOf } from "./lines.js";

customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const status = this.querySelector("[role=status]");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(linesOf(this.dataset.from));
      status.textContent = this.dataset.done;
    });
  }
});
