"""The help of a country as the words the page shows."""

from dataclasses import dataclass

from babel.dates import format_date
from django.utils.translation import gettext as _

from openchair.support.directory import Emergency, Line, Phone, Text
from openchair.support.help import Help
from openchair.support.hours import say_hours
from openchair.support.labels import NOTES, SERVES, country_name, language_name


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to press: its words, its link ("" when there is none) and what must be known with it."""

    words: str
    link: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as shown."""

    name: str
    country: str
    facts: tuple[str, ...]
    ways: tuple[Way, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """The emergency number as shown; without a country or a source `call` is None."""

    country: str
    country_name: str
    call: Way | None
    others: tuple[Way, ...]
    notes: tuple[str, ...]


def emergency_row(found: Help, language: str) -> EmergencyRow:
    """The first card of the page."""
    name = country_name(found.country, language) if found.country else ""
    number = found.emergency
    if number is None:
        return EmergencyRow(found.country, name, None, (), ())
    others = tuple(Way(phone.dial, phone.link, _about(phone, language)) for phone in number.also)
    return EmergencyRow(found.country, name, _call(number.dial, language), others, _notes(number))


def line_rows(found: Help, language: str) -> list[LineRow]:
    """The lines of the country, in the order in which they are to be tried."""
    return [_line_row(line, language) for line in found.lines]


def _line_row(line: Line, language: str) -> LineRow:
    calls = tuple(_call(phone, language) for phone in line.phones)
    texts = tuple(_text(text, language) for text in line.texts)
    sites = (Way(_("Chat on their site"), line.chat), Way(_("Their site"), line.web))
    checked = format_date(line.checked, "MMMM y", locale=language) if line.checked else ""
    return LineRow(
        line.name,
        line.country,
        _facts(line, language),
        calls + texts + tuple(site for site in sites if site.link),
        checked,
    )


def _facts(line: Line, language: str) -> tuple[str, ...]:
    spoken = [language_name(code, language) for code in line.languages]
    if line.more_languages:
        spoken.append(_("and others"))
    serves = ", ".join(str(SERVES[kind]) for kind in line.serves)
    facts = (say_hours(line.hours, language), ", ".join(spoken), _("For %(serves)s") % {"serves": serves})
    return tuple(fact for fact in facts if fact) + _notes(line)


def _notes(of: Line | Emergency) -> tuple[str, ...]:
    return tuple(str(NOTES[note]) for note in of.notes)


def _call(phone: Phone, language: str) -> Way:
    return Way(_("Call %(number)s") % {"number": phone.dial}, phone.link, _about(phone, language))


def _text(text: Text, language: str) -> Way:
    about = [_about(text, language), say_hours(text.hours, language) if text.hours else ""]
    return Way(_text_words(text), text.link, ", ".join(filter(None, about)))


def _about(way: Phone | Text, language: str) -> str:
    note = str(NOTES[way.note]) if way.note else ""
    spoken = language_name(way.language, language) if way.language else ""
    return ", ".join(filter(None, (note, spoken)))


def _text_words(text: Text) -> str:
    if text.by == "whatsapp":
        return _("WhatsApp %(number)s") % {"number": text.number}
    if text.words:
        return _("Text %(words)s to %(number)s") % {"words": text.words, "number": text.number}
    return _("Text %(number)s") % {"number": text.number}
