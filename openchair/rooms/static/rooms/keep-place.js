// The panel is replaced whenever the room changes: what was unfolded stays so, and focus stays where it was.
const unfolded = new Set();
let pressed = "";

// The click, not the toggle: that one comes later, when the part may already have been replaced.
document.addEventListener("click", ({ target }) => {
  const part = target.closest("#run summary")?.parentElement;
  if (!part?.id) return;
  if (part.open) unfolded.delete(part.id);
  else unfolded.add(part.id);
});

// Only what a person does moves the focus on: the page itself may put it aside while a part is replaced.
document.addEventListener("focusin", ({ target }) => {
  if (target.matches("#run button")) pressed = sameButton(target);
  else if (target.matches("a, button, input, textarea, select, summary")) pressed = "";
});

document.addEventListener("pointerdown", ({ target }) => target.closest("#run") || (pressed = ""));

document.addEventListener("frame:applied", () => {
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  if (pressed && !document.activeElement?.closest("#run")) {
    document.querySelector(pressed)?.focus({ preventScroll: true });
  }
});

function sameButton(button) {
  const action = CSS.escape(button.getAttribute("formaction") ?? "");
  const seat = button.name === "seat" ? `[value="${CSS.escape(button.value)}"]` : "";
  return `#run button[formaction="${action}"]${seat}`;
}
