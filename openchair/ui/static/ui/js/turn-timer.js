// How long a turn still has, in words and a bar. Time is the server's: the reader's clock may be wrong.
customElements.define("turn-timer", class extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector(".timer-words");
    this.bar = this.querySelector("progress");
    this.minutes = this.dataset.minutes.split("|");
    this.end = Date.parse(this.dataset.endsAt) - Date.parse(this.dataset.now) + performance.now();
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  tick() {
    const left = (this.end - performance.now()) / 1000;
    const words = this.say(left);
    if (this.words.textContent !== words) this.words.textContent = words;
    this.bar.value = Math.min(this.bar.max, Math.max(0, this.bar.max - left));
    this.classList.toggle("softly", left <= Number(this.dataset.soft));
  }

  say(left) {
    if (left <= 0) return this.dataset.over;
    if (left <= Number(this.dataset.soft)) return this.dataset.near;
    const place = Math.max(1, Math.round(left / 60)) - 1;
    return this.minutes[Math.min(place, this.minutes.length - 1)];
  }
});
