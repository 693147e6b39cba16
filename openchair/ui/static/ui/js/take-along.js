// What one takes along of a page: copied, saved as a plain file whose name says nothing, or printed.
const acts = {
  async "copy-text"(element) {
    await navigator.clipboard.writeText(linesOf(element.dataset.from));
    element.querySelector("[role=status]").textContent = element.dataset.done;
  },
  "save-file"({ dataset }) {
    const address = URL.createObjectURL(new Blob([linesOf(dataset.from)], { type: "text/plain" }));
    Object.assign(document.createElement("a"), { href: address, download: dataset.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  },
  "print-page": () => print(),
};

for (const [name, act] of Object.entries(acts)) {
  customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      button.hidden = name === "copy-text" && !navigator.clipboard;
      button.addEventListener("click", () => act(this));
    }
  });
}

// The words of a list, one item on a line; of anything else, its words.
function linesOf(id) {
  const from = document.getElementById(id);
  const items = Array.from(from.querySelectorAll("li"), (item) => item.textContent.trim());
  return items.length ? `${items.join("\n")}\n` : from.textContent.trim();
}
