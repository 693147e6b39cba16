// Nothing of a page stays behind: it goes blank as it is left, and asks the server anew when it is brought back.
// Without this BACK would show what the browser kept, even of somebody who is signed out since.
const page = document.documentElement;

addEventListener("pagehide", () => page.classList.add("blank"));
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  page.classList.add("blank");
  location.reload();
});

// A browser remembers who signs in. On a shared computer not even the name stays: nothing, or "one-time-code",
// is what makes it neither keep the field nor offer to.
addEventListener("change", ({ target }) => {
  if (target.name !== "mode" || !target.form) return;
  for (const field of target.form.querySelectorAll("[autocomplete]:not([autocomplete=off]), [data-kept]")) {
    field.dataset.kept ??= field.autocomplete;
    const once = field.type === "password" ? "one-time-code" : "off";
    field.autocomplete = target.value === "shared" ? once : field.dataset.kept;
  }
});
