"""The words of every screen: gathered from the code, kept as `.po`, compiled to `.mo` at each start.

Compiling needs no msgfmt: Babel does it, and only for a catalogue that changed.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import to_locale

from openchair.project import pseudo
from openchair.project.setup.places import ROOT

PACKAGE = ROOT / "openchair"
LOCALES = PACKAGE / "locale"
SOURCE = "en"

_METHODS = [("**/tests/**", "ignore"), ("**.py", "python"), ("**/templates/**.html", "jinja2")]
_OPTIONS = {
    "**/templates/**.html": {
        "trimmed": "true",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "silent": "false",
        "newstyle_gettext": "true",
    }
}
_KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "_later": None,  # gettext_lazy, where gettext is `_`
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# A date in the header would make a change of every run.
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def run(arguments: list[str]) -> int:  # noqa: ARG001 - every command takes the words after it
    """`python -m openchair languages`: bring each catalogue up to date with the code and compile it."""
    words = gathered()
    for code in [SOURCE, *_translated()]:
        catalogue = kept(code)
        catalogue.update(words, no_fuzzy_matching=True, update_header_comment=True)
        _write(po_path(code), partial(_write_po, catalogue))
        waiting = 0 if code == SOURCE else _missing(catalogue)
        print(f"{code}: {len(words)} strings, {waiting} still to be translated")
    compile_changed()
    return 0


def gathered() -> Catalog:
    """Every string of the code that is marked for translation."""
    words = _empty(SOURCE)
    found = extract_from_dir(
        PACKAGE, method_map=_METHODS, options_map=_OPTIONS, keywords=_KEYWORDS, comment_tags=("Translators:",)
    )
    for path, _line, message, comments, context in found:
        words.add(message, locations=[(path, 0)], auto_comments=comments, context=context)
    return words


def kept(code: str) -> Catalog:
    """The catalogue of a language as it lies in the repository; an empty one when there is none."""
    path = po_path(code)
    if not path.exists():
        return _empty(code)
    with path.open("rb") as file:
        return read_po(file, locale=code.replace("-", "_"), domain="django")


def compile_changed() -> None:
    """Compile what is older than its source, and the pseudo-language from the English catalogue."""
    for code in [SOURCE, *_translated()]:
        _compile(po_path(code), mo_path(code), lambda catalogue: catalogue)
    _compile(po_path(SOURCE), mo_path(pseudo.CODE), _as_pseudo)


def po_path(code: str) -> Path:
    """Where a language is kept."""
    return LOCALES / to_locale(code) / "LC_MESSAGES" / "django.po"


def mo_path(code: str) -> Path:
    """Where Django reads it."""
    return po_path(code).with_suffix(".mo")


def _translated() -> list[str]:
    folders = LOCALES.glob("*/LC_MESSAGES/django.po")
    found = (path.parents[1].name.replace("_", "-").lower() for path in folders)
    return sorted(code for code in found if code != SOURCE)


def _empty(code: str) -> Catalog:
    return Catalog(
        locale=code.replace("-", "_"),
        domain="django",
        project="Open Chair",
        version="1",
        header_comment="# The words of Open Chair's screens. AGPL-3.0-or-later.",
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        fuzzy=False,
        last_translator="the people of Open Chair",
        language_team=code,
        msgid_bugs_address="see SECURITY.md and CONTRIBUTING.md",
    )


def _missing(catalogue: Catalog) -> int:
    return sum(1 for message in _messages(catalogue) if not message.string or not any(message.string))


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _compile(source: Path, target: Path, change: Callable[[Catalog], Catalog]) -> None:
    if not source.exists() or (target.exists() and target.stat().st_mtime >= source.stat().st_mtime):
        return
    with source.open("rb") as file:
        catalogue = change(read_po(file, domain="django"))
    _write(target, lambda file: write_mo(file, catalogue))


def _as_pseudo(catalogue: Catalog) -> Catalog:
    for message in _messages(catalogue):
        said: Iterable[str] = [message.id] if isinstance(message.id, str) else message.id
        spoken = tuple(pseudo.pseudo(text) for text in said)
        message.string = spoken[0] if isinstance(message.id, str) else spoken
    return catalogue


def _write_po(catalogue: Catalog, file: BytesIO) -> None:
    write_po(file, catalogue, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)


def _write(path: Path, write: Callable[[BytesIO], None]) -> None:
    """Written beside and moved into place: a reader never meets half a catalogue."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = BytesIO()
    write(whole)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(whole.getvalue())
    draft.replace(path)
