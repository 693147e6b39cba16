"""Which help to show to whom. Pure: no database, no request, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openchair.support.directory import Emergency, Line, all_lines, emergency_numbers
from openchair.support.labels import country_name

ENOUGH_ROUTES = 2


@dataclass(frozen=True, slots=True)
class Help:
    """What one reader gets. `general` is true when the general routes must stand in or stand beside."""

    country: str
    emergency: Emergency | None
    lines: tuple[Line, ...]
    general: bool


def help_for(country: str, languages: Sequence[str] = ()) -> Help:
    """The help of a country (ISO 3166-1 alpha-2, "" for none chosen), at least two routes in every case.

    With fewer than two lines the general routes are added: the nearest hospital, a doctor, a
    directory of lines. `languages` are the reader's, best first.
    """
    lines = lines_for(country, languages)
    return Help(country, emergency_numbers().get(country), lines, general=len(lines) < ENOUGH_ROUTES)


def lines_for(
    country: str, languages: Sequence[str] = (), among: Iterable[Line] | None = None
) -> tuple[Line, ...]:
    """The lines of a country: checked ones first, then the reader's languages, then day and night.

    The sort is stable, so lines that are alike stay in the order of the file.
    """
    known = all_lines() if among is None else among
    spoken = [language.split("-")[0] for language in languages]
    theirs = [line for line in known if line.country == country]
    return tuple(sorted(theirs, key=lambda line: _place(line, spoken)))


def countries(language: str) -> list[tuple[str, str]]:
    """Code and name of every country that we know a line or an emergency number of, by name."""
    codes = {line.country for line in all_lines()} | set(emergency_numbers())
    return sorted(((code, country_name(code, language)) for code in codes), key=lambda pair: pair[1])


def known_country(code: str) -> str:
    """The code in capitals when it is one of ours, else ""."""
    code = code.strip().upper()
    known = code in emergency_numbers() or any(line.country == code for line in all_lines())
    return code if known else ""


def _place(line: Line, spoken: Sequence[str]) -> tuple[bool, int, bool]:
    rank = min((spoken.index(code) for code in line.languages if code in spoken), default=len(spoken))
    return line.checked is None, rank, not line.hours.always
