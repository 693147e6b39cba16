// Leave this site: blank at once, tell the server, and put another page in this one's place in the history.
const WAIT = 5000;
// A mark that the next request brings along, whatever became of the word to the server: it ends the session too.
const MARK = location.protocol === "https:" ? "__Host-left=1; path=/; samesite=lax; secure" : "left=1; path=/; samesite=lax";
const tabs = new BroadcastChannel("left");

customElements.define("leave-site", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector("[role=status]");
    this.presses = 0;
    this.alone = false;
    this.form.addEventListener("submit", (event) => this.leave(event));
    addEventListener("keydown", (event) => this.down(event), true);
    addEventListener("keyup", (event) => this.up(event), true);
    addEventListener("pointerdown", () => (this.alone = false), true);
    tabs.addEventListener("message", () => this.go());
  }

  leave(event) {
    event?.preventDefault();
    const words = new URLSearchParams(new FormData(this.form));
    document.cookie = MARK;
    fetch(this.form.action, { method: "POST", body: words, keepalive: true, redirect: "manual" }).catch(() => {});
    tabs.postMessage("left");
    this.go();
  }

  // The words leave the page itself, not only its looks: a style that has not come yet would hide nothing.
  go() {
    const target = new URL(this.dataset.target, location.href);
    document.documentElement.classList.add("blank");
    document.title = "\u00a0";
    document.body.replaceChildren();
    if (/^https?:$/.test(target.protocol)) location.replace(target.href);
  }

  down(event) {
    if (event.key !== "Shift") this.alone = false;
    else if (!event.repeat) this.alone = !(event.ctrlKey || event.altKey || event.metaKey);
  }

  // Counted when let go, and only when nothing else was pressed meanwhile: capitals and shortcuts never count.
  up(event) {
    if (event.key !== "Shift" || !this.alone) return;
    this.alone = false;
    this.presses += 1;
    clearTimeout(this.waiting);
    if (this.presses === 3) return this.leave();
    this.status.textContent = this.presses === 1 ? this.dataset.two : this.dataset.one;
    this.waiting = setTimeout(() => {
      this.presses = 0;
      this.status.textContent = "";
    }, WAIT);
  }
});
