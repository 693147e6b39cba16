"""Edits are entries of their own: what they say is folded in, and gone when they are taken back."""

from datetime import date

import pytest

from openchair.paths.about import About, Kind
from openchair.paths.ledger import Noted, Precision, about_of, begins_with_its_start, event, standing
from openchair.paths.tests.lives import noted, started

START = started(date(2026, 1, 1))
SETBACK = noted(2, Noted.SETBACK, date(2026, 3, 1), ends_run=True)
AGAIN = noted(3, Noted.RESTART, date(2026, 3, 2), of=2)


def edited(number: int, of: int, **changes: object) -> object:
    """An edit of an entry."""
    return noted(number, Noted.EDIT, date(2026, 3, 1), of=of, changes=changes)


def test_an_edit_is_gone_into_what_it_edits() -> None:
    later = noted(
        4, Noted.EDIT, SETBACK.on, of=2, changes={"on": date(2026, 2, 27), "lines": ("tired", "", "")}
    )
    found = standing([START, SETBACK, AGAIN, later])
    assert [one.number for one in found] == [1, 2, 3]
    assert (found[1].on, found[1].lines, found[1].ends_run) == (date(2026, 2, 27), ("tired", "", ""), True)
    assert standing([START, SETBACK, AGAIN]) == [START, SETBACK, AGAIN]


def test_taking_one_edit_back_leaves_the_other() -> None:
    dated = noted(4, Noted.EDIT, SETBACK.on, of=2, changes={"on": date(2026, 2, 27)})
    told = noted(5, Noted.EDIT, SETBACK.on, of=2, changes={"lines": ("a", "b", "c")})
    assert standing([START, SETBACK, AGAIN, told])[1].on == SETBACK.on
    assert standing([START, SETBACK, AGAIN, dated, told])[1].lines == ("a", "b", "c")


def test_what_belongs_to_an_entry_goes_with_it() -> None:
    told = noted(4, Noted.EDIT, SETBACK.on, of=2, changes={"lines": ("a",)})
    assert standing([START, AGAIN, told]) == [START]


def test_a_path_is_what_its_last_edit_says() -> None:
    told = noted(4, Noted.EDIT, START.on, of=1, changes={"about": About("Beer", kind=Kind.REDUCE)})
    assert about_of([START, told]).label == "Beer" and about_of([START]).label == "Wine"
    with pytest.raises(LookupError):
        about_of([])


def test_nothing_is_dated_before_the_start() -> None:
    assert begins_with_its_start([START, SETBACK, AGAIN])
    assert not begins_with_its_start([START, noted(2, Noted.SETBACK, date(2025, 12, 31))])
    assert not begins_with_its_start([])


def test_all_of_an_entry_comes_back() -> None:
    about = About("Wine", sets=("usual",), own_days=(45, 200), amount="7", price="1.5", saves=True)
    told = noted(
        7, Noted.EDIT, START.on, of=1, changes={"about": about, "precision": Precision.YEAR, "moment": None}
    )
    assert event(7, told.words()) == told
    assert event(1, started(START.on, about=about, precision=Precision.MONTH).words()).about == about
