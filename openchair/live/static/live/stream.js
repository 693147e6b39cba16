// <live-stream src="/live/rooms/KEY/" data-offline="…" data-new="…"> keeps the page as the room is, says when it
// cannot (in [data-strip]), and leads to what has arrived out of sight ([data-new-below]); it makes what is missing.
import { apply, atEnd, read, toEnd } from "./frames.js";

const MOST_HELD = 500;
const LONGEST_WAIT = 60_000;

customElements.define("live-stream", class extends HTMLElement {
  #source = null;
  #held = null; // frames that wait while the reader has paused
  #wait = 0; // milliseconds before the next try, when the browser does not try by itself
  #timer = 0;
  #watched = new AbortController();

  connectedCallback() {
    this.#furnish();
    this.#watched = new AbortController();
    const { signal } = this.#watched;
    addEventListener("pagehide", () => this.#close(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#open(), { signal });
    addEventListener("online", () => this.#open(), { signal });
    document.addEventListener("click", (event) => this.#pressed(event), { signal });
    document.addEventListener("scroll", (event) => this.#scrolled(event), { signal, capture: true, passive: true });
    this.#open();
  }

  disconnectedCallback() {
    this.#watched.abort();
    this.#close();
  }

  #furnish() {
    if (!this.querySelector("[data-strip]")) {
      const strip = this.appendChild(document.createElement("p"));
      strip.setAttribute("role", "status");
      strip.dataset.strip = "";
    }
    if (this.dataset.new && !document.querySelector("[data-new-below]")) {
      const button = this.appendChild(document.createElement("button"));
      Object.assign(button, { type: "button", hidden: true });
      Object.assign(button.dataset, { newBelow: "", one: this.dataset.new, many: this.dataset.new });
    }
  }

  #open() {
    this.#close();
    this.#source = new EventSource(this.getAttribute("src"));
    this.#source.onmessage = ({ data }) => this.#receive(data);
    this.#source.addEventListener("bye", ({ data }) => this.#bye(data));
    this.#source.onerror = () => this.#lost();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  #receive(html) {
    this.#wait = 0;
    this.#say("");
    for (const frame of read(html)) {
      const target = document.getElementById(frame.dataset.target);
      if (this.#held && !target?.closest("[data-always]")) this.#held.push(frame);
      else apply(frame);
    }
    if (this.#held?.length > MOST_HELD) this.#close(); // going on begins again from the state
  }

  // The server ends the stream: "reload" (things have changed for us), "again" (it restarts), "elsewhere".
  #bye(why) {
    this.#close();
    if (why === "again") this.#lost();
    else if (why === "reload" && this.dataset.bye !== "stay") location.reload();
    else this.#say(this.dataset[why] ?? this.dataset.offline ?? "");
    this.dispatchEvent(new CustomEvent("live:bye", { bubbles: true, detail: why }));
  }

  #lost() {
    this.#say(this.dataset.offline ?? "");
    if (this.#source?.readyState === EventSource.CONNECTING) return; // the browser tries by itself
    this.#wait = Math.min(Math.max(this.#wait * 2, 2000), LONGEST_WAIT);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()));
  }

  #say(words) {
    const strip = this.querySelector("[data-strip]");
    if (strip.textContent !== words) strip.textContent = words;
    this.toggleAttribute("offline", words !== "");
  }

  #pressed({ target }) {
    const pause = target.closest("[data-pause]");
    if (pause) this.#pause(pause);
    if (target.closest("[data-new-below]")) document.querySelectorAll("[role=log]").forEach((log) => toEnd(log));
  }

  #pause(button) {
    const pausing = !this.#held;
    const waiting = this.#held ?? [];
    this.#held = pausing ? [] : null;
    button.setAttribute("aria-pressed", String(pausing));
    waiting.forEach(apply);
    if (!pausing && !this.#source) this.#open();
  }

  #scrolled({ target }) {
    const logs = [target, ...target.querySelectorAll("[role=log]")];
    for (const log of logs) if (log.dataset?.below > 0 && atEnd(log)) toEnd(log);
  }
});
