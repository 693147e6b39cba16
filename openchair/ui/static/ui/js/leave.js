// Leave this site: blank at once, tell the server, and put another page in this one's place in the history.
const WAIT = 5000;
// A mark that the next request brings along, whatever became of the word to the server: it ends the session too.
const HERE = location.protocol === "https:" ? ["__Host-left=1", "; secure"] : ["left=1", ""];
const left = () => document.cookie.split("; ").includes(HERE[0]);

class LeaveSite extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector("[role=status]");
    this.presses = 0;
    this.alone = false;
    this.form.addEventListener("submit", (event) => this.leave(event));
    addEventListener("keydown", (event) => this.down(event), true);
    addEventListener("keyup", (event) => this.up(event), true);
    addEventListener("pointerdown", () => (this.alone = false), true);
    // A page kept by the browser may come back as it was, this one or one before it: it asks the server anew instead.
    addEventListener("pageshow", (event) => {
      if (!event.persisted || !(left() || document.documentElement.classList.contains("blank"))) return;
      document.documentElement.classList.add("blank");
      location.reload();
    });
  }

  leave(event) {
    event?.preventDefault();
    document.documentElement.classList.add("blank");
    document.title = "\u00a0";
    document.cookie = `${HERE[0]}; path=/; samesite=lax${HERE[1]}`;
    const target = new URL(this.dataset.target, location.href);
    const words = new URLSearchParams(new FormData(this.form));
    fetch(this.form.action, { method: "POST", body: words, keepalive: true, redirect: "manual" }).catch(() => {});
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
    this.waiting = setTimeout(() => this.forget(), WAIT);
  }

  forget() {
    this.presses = 0;
    this.status.textContent = "";
  }
}

customElements.define("leave-site", LeaveSite);
