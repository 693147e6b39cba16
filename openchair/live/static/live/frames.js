// The one place where HTML of the hub enters the page, and how: through the policy named "frames".
const policy = globalThis.trustedTypes?.createPolicy("frames", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };

/** The frames in an event of the stream, in order. */
export function read(html) {
  const parsed = document.createElement("template");
  parsed.innerHTML = policy.createHTML(html);
  return [...parsed.content.querySelectorAll("template[data-frame]")];
}

/** Change the page as the frame says. Whoever reads or writes stays where they are. */
export function apply(frame) {
  const { frame: op, target: id } = frame.dataset;
  const target = document.getElementById(id);
  if (op === "replace" && target?.contains(pressed)) return later.set(id, frame);
  later.delete(id);
  if (!target) return;
  const log = target.closest("[role=log]");
  const following = log && atEnd(log);
  const arrivals = op === "append" ? [...frame.content.children].filter((one) => !known(one)).length : 0;
  keepingPlace(() => keepingFocus(target, () => acts[op]?.(target, frame.content)));
  const present = log?.isConnected ? log : log && document.getElementById(log.id);
  if (present && following) toEnd(present, writing());
  else if (present && arrivals) tell(present, Number(present.dataset.below ?? 0) + arrivals);
  document.dispatchEvent(new CustomEvent("frame:applied", { detail: { op, id } }));
}

/** Go to the newest line of a log and forget how many there were below. */
export function toEnd(log, still = null) {
  if (scrolls(log)) log.scrollTop = log.scrollHeight;
  else if (!still) scrollBy(0, Math.max(0, below(log)));
  tell(log, 0);
}

/** Whether the newest line of a log is in sight. */
export function atEnd(log) {
  return scrolls(log) ? log.scrollHeight - log.scrollTop - log.clientHeight < 48 : below(log) < 48;
}

const scrolls = (log) => /auto|scroll/.test(getComputedStyle(log).overflowY);
const below = (log) => log.getBoundingClientRect().bottom - innerHeight;
const known = (arrival) => arrival.id && document.getElementById(arrival.id);
const writing = () => document.activeElement?.closest("input, textarea, select");

// A press whose element is replaced before it ends is no click, and nobody would know: the newest frame waits for it.
const later = new Map();
let [pressed, timer] = [null, 0];

addEventListener("pointerdown", press, true);
addEventListener("keydown", (event) => event.key === " " && !event.repeat && press(event), true);
for (const end of ["pointerup", "pointercancel", "keyup"]) addEventListener(end, () => letGoIn(50), true); // after its click

function press({ target }) {
  pressed = target.closest("a, button, summary");
  letGoIn(2000); // at the latest
}

function letGoIn(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    pressed = null;
    later.forEach((frame) => apply(frame));
  }, milliseconds);
}

const acts = {
  append: (target, content) => target.append(unknown(content)),
  prepend: (target, content) => target.prepend(unknown(content)),
  replace: (target, content) => target.replaceWith(content),
  remove: (target) => target.remove(),
};

// A frame held while the state was rendered may repeat what the state shows.
function unknown(content) {
  for (const arrival of [...content.children]) {
    const there = known(arrival);
    if (there) keepingFocus(there, () => there.replaceWith(arrival));
  }
  return content;
}

// Who writes below the log does not see the field run away under the hand.
function keepingPlace(change) {
  const before = writing()?.getBoundingClientRect().top;
  change();
  if (before !== undefined && writing()) scrollBy(0, writing().getBoundingClientRect().top - before);
}

function keepingFocus(target, change) {
  const focused = document.activeElement;
  if (!target.contains(focused) || focused === document.body) return change();
  const { id, value, selectionStart, selectionEnd } = focused;
  const shelter = target.parentElement?.closest("[tabindex], main");
  change();
  if (focused.isConnected) return;
  const again = (id && document.getElementById(id)) || shelter;
  if (again?.id === id && typeof value === "string" && "selectionStart" in again && again.type !== "hidden") {
    again.value = value;
    if (selectionStart !== null) again.setSelectionRange(selectionStart, selectionEnd);
  }
  again?.focus({ preventScroll: true });
}

// Words come from the page: data-one="1 new turn", data-many="%d new turns".
function tell(log, count) {
  log.dataset.below = count;
  for (const line of document.querySelectorAll("[data-new-below]")) {
    line.hidden = count === 0;
    line.textContent = count === 1 ? line.dataset.one : line.dataset.many.replace("%d", count);
  }
}
