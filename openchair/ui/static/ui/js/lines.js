// The words of a list, one item on a line; of anything else, its words.
export function linesOf(id) {
  const from = document.getElementById(id);
  const items = from.querySelectorAll("li");
  if (!items.length) return from.textContent.trim();
  return Array.from(items, (item) => item.textContent.trim()).join("\n") + "\n";
}
