// On every page: the way out at once, everything else only where its element stands.
import "./back.js";
import "./leave.js";

const modules = {
  "page-cover": () => import("./page-cover.js"),
  "submit-once": () => import("./submit-once.js"),
  "reveal-password": () => import("./reveal-password.js"),
  "keep-draft": () => import("./keep-draft.js"),
  "text-count": () => import("./text-count.js"),
  "turn-timer": () => import("./turn-timer.js"),
  "copy-text, save-file, print-page": () => import("./take-along.js"),
};

for (const [name, load] of Object.entries(modules)) {
  if (document.querySelector(name)) load();
}
