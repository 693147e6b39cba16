"""The two data files: what they may say, and what they may never say."""

import re

import pytest

from openchair.support.directory import Line, Phone, all_lines, emergency_numbers
from openchair.support.hours import parse_hours
from openchair.support.labels import NOTES, SERVES, country_name, language_name

UNKNOWN = ("unstated", "limited")


def every_phone() -> list[Phone]:
    numbers = [phone for line in all_lines() for phone in line.phones]
    return numbers + [
        phone for number in emergency_numbers().values() for phone in (number.dial, *number.also)
    ]


def test_there_are_sixty_three_lines_of_forty_countries() -> None:
    assert len(all_lines()) == 63
    assert len({line.country for line in all_lines()}) == 40


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("line", all_lines(), ids=lambda line: line.key)
def test_a_line_is_whole(line: Line) -> None:
    assert re.fullmatch(r"[a-z]{2}-[a-z0-9-]+", line.key)
    assert line.key.startswith(line.country.lower())
    assert line.name.strip() == line.name != ""
    assert line.phones or line.texts, "a line must be a way to reach a person"
    assert line.sources and all(source.startswith(("https://", "http://")) for source in line.sources)
    assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", line.source_date)
    assert line.serves and set(line.serves) <= set(SERVES)
    ways = [phone.note for phone in line.phones] + [text.note for text in line.texts]
    assert {*line.notes, *filter(None, ways)} <= set(NOTES)


def test_no_key_is_there_twice() -> None:
    keys = [line.key for line in all_lines()]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("phone", every_phone(), ids=lambda phone: phone.dial)
def test_a_number_stays_as_people_dial_it(phone: Phone) -> None:
    assert re.fullmatch(r"[*+]?\d[\d -]*\d", phone.dial)
    digits = re.sub(r"\D", "", phone.dial)
    assert not phone.dial.startswith("+") or len(digits) >= 11, "a short code with +44 in front rings nowhere"
    assert re.sub(r"\D", "", phone.link) == digits


def test_nobody_has_checked_a_number_yet_and_the_file_says_so() -> None:
    assert not any(line.checked for line in all_lines())


def test_hours_that_a_source_does_not_state_are_never_day_and_night() -> None:
    by_key = {line.key: line for line in all_lines()}
    for key in ("nz-lifeline-aotearoa", "ke-befrienders-kenya", "jp-tell-lifeline", "dk-livslinien"):
        assert by_key[key].hours.kind in UNKNOWN
        assert not by_key[key].hours.always


def test_hours_outside_the_small_grammar_are_refused() -> None:
    for words in ("24/7 probably", "", "daily 8-20", "sun 08:00-20:00"):
        with pytest.raises(ValueError, match="hours not understood"):
            parse_hours(words)


@pytest.mark.requirement("S27")
def test_every_emergency_number_has_a_source() -> None:
    for number in emergency_numbers().values():
        assert number.sources
        assert set(number.notes) <= set(NOTES)


@pytest.mark.parametrize(
    ("country", "dial"),
    [("US", "911"), ("CA", "911"), ("GB", "999"), ("AU", "000"), ("NZ", "111"), ("DE", "112"), ("NO", "113")],
)
def test_a_country_has_its_own_emergency_number(country: str, dial: str) -> None:
    assert emergency_numbers()[country].dial.dial == dial


def test_the_united_states_are_never_told_to_call_112() -> None:
    number = emergency_numbers()["US"]
    assert "112" not in [phone.dial for phone in (number.dial, *number.also)]


def test_each_country_with_a_line_has_an_emergency_number() -> None:
    assert {line.country for line in all_lines()} <= set(emergency_numbers())


def test_every_country_and_language_has_a_name() -> None:
    for line in all_lines():
        assert country_name(line.country, "en") != line.country
        assert all(language_name(code, "en") != code for code in line.languages)
    assert country_name("ES", "es") == "España"
