"""Somebody who follows every link, and types something of its own into every field of every form."""

import http.client
import re
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from itertools import product
from string import ascii_lowercase

MOST_PAGES = 250
TYPED = {"text", "search", "password", "url", "email", "tel", ""}
PLAIN = {"date": "2027-03-01", "time": "19:30", "number": "60"}
WORD = "Quillon"
PRESSED = ("/join/",)  # forms without a field to type into are sent here, and where they carry what was typed
LEFT_ALONE = ("/leave/", "/sign-out/", "/static/", "/live/")
ANY_ID = re.compile(r"[a-z0-9]{16}|\d{8}T\d{4}Z")  # one group, meeting or date stands for all
_letters = ("".join(three) for three in product(ascii_lowercase, repeat=3))


def canary() -> str:
    """A word that stands nowhere else, and that a name, a title or a passphrase may hold."""
    return f"{WORD}{next(_letters)} marsh lantern"


@dataclass
class Form:
    """A form as it lies in a page: where it goes, what it carries already, and the fields one types into."""

    action: str
    method: str
    carried: list[tuple[str, str]] = field(default_factory=list)
    typed: list[tuple[str, int]] = field(default_factory=list)


class Reader(HTMLParser):
    """The links and the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._chosen: set[str] = set()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one could follow, type into or choose."""
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and told.get("href", "").startswith("/"):
            self.links.append(told["href"].split("#")[0])
        elif tag == "form":
            self._open = Form(told.get("action", ""), told.get("method", "get").lower())
            self.forms.append(self._open)
        elif tag == "option" and self._open is not None and told.get("value"):
            self._choose(self._select, told["value"], self._open)
        elif self._open is not None and told.get("name"):
            self._note(tag, told, self._open)

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        if tag == "form":
            self._open, self._chosen = None, set()

    def _choose(self, name: str, value: str, form: Form) -> None:
        if name not in self._chosen:
            self._chosen.add(name)
            form.carried.append((name, value))

    def _note(self, tag: str, told: dict[str, str], form: Form) -> None:
        kind, name = told.get("type", ""), told["name"]
        if tag == "textarea" or (tag == "input" and kind in TYPED):
            form.typed.append((name, int(told.get("maxlength") or 200)))
        elif tag == "input" and kind in PLAIN:
            form.carried.append((name, told.get("value") or PLAIN[kind]))
        elif tag == "select":
            self._select = name
        elif kind == "radio" or tag == "button":
            self._choose(name, told.get("value", ""), form)
        elif kind in {"hidden", "checkbox"}:
            form.carried.append((name, told.get("value", "on")))


@dataclass
class Walker:
    """One person, or nobody in particular. `typed` is every word they typed, with the field it went into."""

    port: int
    token: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _forms: set[tuple[str, ...]] = field(default_factory=set)
    _cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.token:
            self._cookies["oc"] = self.token

    def walk(self, *starts: str) -> None:
        """Follow every link that can be reached from here, and send every form once."""
        waiting = list(starts)
        while waiting and len(self._seen) < MOST_PAGES:
            path = waiting.pop(0)
            if path not in self._seen and not path.startswith(LEFT_ALONE):
                self._seen.add(path)
                waiting += self._read(path, self._ask(path))

    def again(self, path: str) -> str:
        """A page as it is now."""
        return self._ask(path)

    def _read(self, path: str, page: str) -> list[str]:
        reader = Reader()
        reader.feed(page)
        for form in reader.forms:
            where = form.action or path
            same = (ANY_ID.sub("*", where), *(name for name, _most in form.typed))
            if same not in self._forms and not where.startswith(LEFT_ALONE) and _is_sent(form, where):
                self._forms.add(same)
                self._send(where, form)
        return reader.links

    def _send(self, where: str, form: Form) -> None:
        words = {name: canary()[:most] for name, most in form.typed}
        self.typed |= {word: f"{where} {name}" for name, word in words.items()}
        body = urllib.parse.urlencode([*form.carried, *words.items()])
        if form.method == "post":
            self._read(where, self._ask(where, body))
        else:
            self._ask(f"{where}?{body}")

    def _ask(self, path: str, body: str = "") -> str:
        for _turn in range(5):
            status, to, page = self._once(path, body)
            if status not in {301, 302, 303, 307, 308} or not to.startswith("/"):
                break
            path, body = to, ""
        self.pages[path] = page
        return page

    def _once(self, path: str, body: str) -> tuple[int, str, str]:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        told = {"Host": f"localhost:{self.port}", "Cookie": "; ".join(map("=".join, self._cookies.items()))}
        if body:
            told |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://localhost:{self.port}",
            }
        try:
            asking.request("POST" if body else "GET", path, body or None, told)
            answer = asking.getresponse()
            page = answer.read().decode(errors="replace")
            for line in answer.headers.get_all("Set-Cookie") or []:
                self._cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
            return answer.status, answer.headers.get("Location", ""), page
        finally:
            asking.close()


def _is_sent(form: Form, where: str) -> bool:
    carries = any(WORD in value for _name, value in form.carried)
    return bool(form.typed) or carries or (form.method == "post" and where.startswith(PRESSED))
