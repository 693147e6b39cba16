"""Which lines a reader gets, and in what order."""

from dataclasses import replace
from datetime import date

import pytest

from openchair.support.directory import all_lines, emergency_numbers
from openchair.support.help import ENOUGH_ROUTES, countries, help_for, known_country, lines_for


def keys(country: str, *languages: str) -> list[str]:
    return [line.key for line in lines_for(country, languages)]


def test_a_reader_of_french_in_belgium_gets_the_french_line_first() -> None:
    assert keys("BE", "fr")[0] == "be-centre-de-prevention"
    assert keys("BE", "nl-BE")[0] == "be-zelfmoordlijn-1813"


def test_a_checked_line_comes_before_all_others() -> None:
    rung = [
        replace(line, checked=date(2026, 11, 1)) for line in all_lines() if line.key == "jp-tell-lifeline"
    ]
    assert lines_for("JP", ["ja"], among=[*all_lines(), *rung])[0].key == "jp-tell-lifeline"
    assert lines_for("JP", ["ja"])[0].key == "jp-yorisoi-hotline"


def test_a_line_open_day_and_night_comes_before_one_with_unknown_hours() -> None:
    assert keys("NZ", "en")[0] == "nz-1737-need-to"
    assert keys("ES", "es") == ["es-linea-024-de", "es-telefono-de-la"]


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("country", [code for code, _name in countries("en")] + [""])
def test_everyone_gets_at_least_two_routes(country: str) -> None:
    found = help_for(country)
    assert len(found.lines) >= ENOUGH_ROUTES or found.general


def test_a_country_with_two_lines_needs_no_general_routes() -> None:
    assert not help_for("GB").general
    assert help_for("CA").general
    assert help_for("IT").general and help_for("IT").emergency is not None


def test_without_a_country_there_is_no_number_to_get_wrong() -> None:
    found = help_for("")
    assert found.emergency is None and found.lines == () and found.general


def test_only_our_own_countries_are_known() -> None:
    assert known_country(" gb ") == "GB"
    assert [known_country(code) for code in ("", "XX", "<b>", "GBR")] == ["", "", "", ""]


def test_countries_are_offered_by_their_name_in_the_readers_language() -> None:
    assert set(emergency_numbers()) <= {code for code, _name in countries("en")}
    assert ("DE", "Germany") in countries("en")
    assert ("DE", "Alemania") in countries("es")
