// How many letters are left, only from four fifths of the limit on, and spoken when the hand rests.
customElements.define("text-count", class extends HTMLElement {
  connectedCallback() {
    this.most = Number(this.dataset.most);
    this.area = this.querySelector("textarea");
    if (!this.most) return;
    this.status = this.appendChild(document.createElement("p"));
    this.status.setAttribute("role", "status");
    this.area.addEventListener("input", () => {
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.count(), 400);
    });
    this.count();
  }

  count() {
    const left = this.most - [...this.area.value].length;
    const words = left < 0 ? this.dataset.over : this.dataset.left;
    this.status.textContent = left < this.most / 5 ? `${words} ${Math.abs(left)}` : "";
    this.classList.toggle("over", left < 0);
  }
});
