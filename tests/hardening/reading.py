"""Pages read as a browser reads them: which elements, which attributes, where they lead."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LEADING = (
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "srcset",
    "data",
    "poster",
    "ping",
    "background",
)
Element = tuple[str, dict[str, str]]


@dataclass
class Page(HTMLParser):
    """`elements` in their order, and each piece of `text` with the elements around it."""

    elements: list[Element] = field(default_factory=list)
    text: list[tuple[str, tuple[Element, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    @classmethod
    def of(cls, html: str) -> "Page":
        """The page of a text."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text.append((data, tuple(self._open)))

    def ways(self) -> Iterator[str]:
        """Every address that the page leads to, sends to or fetches."""
        for _tag, attributes in self.elements:
            yield from (attributes[name] for name in LEADING if name in attributes)

    @property
    def kinds(self) -> set[str]:
        """Which elements with which attributes there are: `input@name`."""
        return {tag for tag, _attributes in self.elements} | {
            f"{tag}@{name}" for tag, attributes in self.elements for name in attributes
        }


def brought_besides(usual: list[Page], found: list[Page]) -> list[str]:
    """Elements, attributes and ways out that plain words do not bring too; a way within the place is none."""
    kinds, known = ({kind for page in pages for kind in page.kinds} for pages in (found, usual))
    ways, usual_ways = ({way for page in pages for way in page.ways()} for pages in (found, usual))
    return sorted(map(str, kinds - known)) + sorted(way for way in ways - usual_ways if leads_out(way))


def leads_out(way: str) -> bool:
    """Does it lead away from the place?"""
    return way.startswith(("//", "/\\")) or not way.startswith(("/", "#", "?"))
