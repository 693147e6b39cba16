// <live-stream src="/live/rooms/KEY/"> keeps the page as the room is, and says when it cannot (ui/live.html).
import { apply, atEnd, read, toEnd } from "./frames.js";

const MOST_HELD = 500;
const LONGEST_WAIT = 60_000;

customElements.define("live-stream", class extends HTMLElement {
  #source = null;
  #held = null; // frames that wait while the reader has paused
  #wait = 0; // milliseconds before the next try, when the browser does not try by itself
  #timer = 0;
  #away; // true while the line is lost; undefined until something was heard
  #stale = false; // the page is to be loaded again, once what is being written was sent
  #watched = new AbortController();

  connectedCallback() {
    this.#watched = new AbortController();
    const { signal } = this.#watched;
    addEventListener("pagehide", () => this.#close(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.#open(), { signal });
    addEventListener("online", () => this.#open(), { signal });
    document.addEventListener("click", (event) => this.#pressed(event), { signal });
    document.addEventListener("input", () => this.#stale && this.#renew(), { signal });
    document.addEventListener("scroll", (event) => this.#scrolled(event), { signal, capture: true, passive: true });
    this.#open();
  }

  disconnectedCallback() {
    this.#watched.abort();
    this.#close();
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
    const frames = read(html);
    this.#wait = 0;
    if (this.#away) this.#compare(frames);
    this.#away = false;
    this.#say((this.#stale && this.dataset.roles) || "");
    for (const frame of frames) {
      const target = document.getElementById(frame.dataset.target);
      if (this.#held && !target?.closest("[data-always]")) this.#held.push(frame);
      else apply(frame);
    }
    if (this.#held?.length > MOST_HELD) this.#close(); // going on begins again from the state
  }

  // What was missed meanwhile: the page of another place in the room, or of another role, lacks what is replaced.
  #compare(frames) {
    const targets = frames.filter(({ dataset }) => dataset.frame === "replace").map(({ dataset }) => dataset.target);
    const here = targets.filter((id) => document.getElementById(id));
    if (here.length < targets.length) this.#renew(here.length > 0);
  }

  #renew(canWait = true) {
    const written = [...document.querySelectorAll("[data-clears] textarea")].some(({ value }) => value.trim());
    this.#stale = canWait && written;
    if (!this.#stale) location.reload();
  }

  // The server ends the stream: "reload" (our place is another), "roles", "again" (it restarts), "elsewhere".
  #bye(why) {
    this.#close();
    if (why === "again") this.#lost();
    else if (why === "roles") this.#renew();
    else if (why === "reload" && this.dataset.bye !== "stay") location.reload();
    else this.#say(this.dataset[why] ?? this.dataset.offline ?? "");
    if (this.#stale) this.#open();
  }

  async #lost() {
    this.#say(this.dataset.offline ?? "");
    if (this.#away === false) this.#away = true;
    if (this.#source?.readyState === EventSource.CONNECTING) return; // the browser tries by itself
    // There is a line and nothing for us at its end: the page itself knows why.
    const answer = this.#away && !this.dataset.bye ? await fetch(this.getAttribute("src")).catch(() => null) : null;
    answer?.body?.cancel();
    if (answer?.status === 204) return location.reload();
    this.#wait = Math.min(Math.max(this.#wait * 2, 2000), LONGEST_WAIT);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()));
  }

  #say(words) {
    const strip = this.querySelector("[data-strip]");
    if (strip && strip.textContent !== words) strip.textContent = words;
  }

  #pressed({ target }) {
    if (target.closest("[data-pause]")) this.#pause(target.closest("[data-pause]"));
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
