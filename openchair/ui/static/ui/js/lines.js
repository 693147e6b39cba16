// The words of a list, one item on a line; of anything else, its words.
export function linesOf(id) {
  const from = document.getElementById(id);
  const items = Array.from(from.querySelectorAll("li"), (item) => item.textContent.trim());
  return items.length ? `${items.join("\n")}\n` : from.textContent.trim();
}
