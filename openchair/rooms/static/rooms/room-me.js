// What this person can do now, worked out from the room's shared state: frames belong to nobody.
customElements.define("room-me", class extends HTMLElement {
  connectedCallback() {
    document.addEventListener("frame:applied", this);
    this.handleEvent();
  }

  handleEvent() {
    const now = document.getElementById("now");
    if (!now) return;
    const moments = this.moments(now.dataset);
    for (const part of this.querySelectorAll("[data-when]")) {
      const hide = !moments.has(part.dataset.when);
      if (part.hidden !== hide) part.hidden = hide;
    }
    this.sayPlace(now.dataset.queue);
    for (const button of this.querySelectorAll("[name=come_from]")) button.value = now.dataset.step;
    for (const answers of document.querySelectorAll(`[data-by="${this.dataset.seat}"]`)) answers.hidden = true;
  }

  moments({ speaker, chat, calm, closing, quieted, burning, queue, readers }) {
    const seat = this.dataset.seat;
    if (calm) return new Set(["calm"]);
    if (quieted) return new Set(["quieted"]);
    const mine = speaker === seat;
    const up = burning || queue.split(" ").includes(seat);
    const moments = new Set([mine ? "turn" : up ? "up" : "down"]);
    if (mine || chat === "all" || (chat === "after" && !speaker)) moments.add("speak");
    if (closing) moments.add("closing").add("speak");
    if (readers.split(" ").includes(seat)) moments.add("reading");
    return moments;
  }

  sayPlace(queue) {
    const line = this.querySelector("[data-my-place]");
    const place = queue.split(" ").indexOf(this.dataset.seat) + 1;
    const words = this.dataset.place.replace("{n}", place);
    if (line && place && line.textContent !== words) line.textContent = words;
  }
});
