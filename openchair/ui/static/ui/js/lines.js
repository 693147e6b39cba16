// The words of a list, one item on a line.
export function linesOf(id) {
  const items = document.getElementById(id).querySelectorAll("li");
  return Array.from(items, (item) => item.textContent.trim()).join("\n") + "\n";
}
