"""What is said to be kept is what is kept: tables, columns, cookies, logs, and what is chosen beforehand."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.db import models
from django.test import Client

from openchair.groups.forms.described import DescribedForm
from openchair.groups.models import Group, Membership
from openchair.meetings.forms.meeting import MeetingForm
from openchair.meetings.models import ChatRule, Door, Series
from openchair.notices.models import CalendarFeed, Wishes
from openchair.people.models import Passkey, Person, Place, Session
from openchair.people.tests.steps import join, text_of
from openchair.project import logs
from openchair.project.ledger import inventory
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.forms import Going
from openchair.project.ledger.held import said
from openchair.project.ledger.kinds import KINDS, PARTS, SHARED
from openchair.rooms.models import Room
from openchair.vault.checks import TEXT, ours
from tests.cast import ready_place


def leads_on(found: set[type[models.Model]]) -> set[type[models.Model]]:
    """Every model from which a path of columns leads to one of these."""
    more = {
        model
        for model in set(ours()) - SHARED
        if any(column.related_model in found for column in model._meta.concrete_fields)
    }
    return found if more <= found else leads_on(found | more)


@pytest.mark.requirement("S45")
def test_privacy_md_is_what_the_code_says() -> None:
    assert inventory.FILE.read_text("utf-8") == inventory.text(), "python -m openchair inventory"


@pytest.mark.requirement("S45")
def test_every_table_with_a_path_to_a_person_is_told_of() -> None:
    reached = leads_on({Person})
    assert {Membership, Session, *PARTS} <= reached and len(reached) > 25
    assert reached - KINDS.keys() - PARTS.keys() == set()
    assert {one.model for one in EVERYTHING} == KINDS.keys()
    assert set(PARTS.values()) <= KINDS.keys()


@pytest.mark.requirement("S45")
def test_a_part_goes_with_what_it_is_a_part_of() -> None:
    for part, whole in PARTS.items():
        owners = [column for column in part._meta.concrete_fields if column.related_model is whole]
        assert owners and all(
            getattr(one.remote_field, "on_delete", None) is models.CASCADE for one in owners
        )


@pytest.mark.requirement("S45")
def test_every_column_of_every_table_has_a_line() -> None:
    lines = inventory.FILE.read_text("utf-8")
    columns = [(model, column) for model in ours() for column in model._meta.concrete_fields]
    assert len(columns) > 150
    for model, column in columns:
        held = said(column)
        assert held, f"{column}: say in held.py how it is held"
        assert f"| {model._meta.db_table} | {column.name} | {held} |" in lines
        if isinstance(column, TEXT):
            assert held not in ("a number", "a moment"), column


@pytest.mark.requirement("S45")
@pytest.mark.django_db
def test_the_page_tells_of_every_kind_to_everyone() -> None:
    ready_place()
    page = text_of(Client().get("/privacy/").content.replace(b"&#39;", b"'"))
    for one in EVERYTHING:
        for sentence in (KINDS[one.model].title, one.why, one.how_long):
            assert re.sub(r"\s+", " ", str(sentence)) in page
    assert "Help now" in page


@pytest.mark.requirement("S03")
@pytest.mark.django_db(transaction=True)
def test_no_cookie_tells_where_or_with_what_somebody_came() -> None:
    ready_place()
    client = Client(
        REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Quixotic/9", HTTP_REFERER="https://x.example/"
    )
    join(client)
    for path in ("/today/", "/me/", "/groups/new/", "/help/?country=IE", "/sign-in/"):
        client.get(path)
    client.post("/display/", {"theme": "dark", "zone": "Europe/Rome", "language": "en"})
    known = {"oc", "csrf", "theme", "zone", "language", "draft-join", "left", "messages"}
    assert {"oc", "theme"} <= client.cookies.keys() <= known
    values = " ".join(cookie.value for cookie in client.cookies.values())
    assert not re.search(r"203\.0\.113|Quixotic|x\.example", values)


@pytest.mark.requirement("S03")
def test_no_log_line_has_room_for_who_asked() -> None:
    logging: dict[str, Any] = settings.LOGGING
    fields = re.findall(r"%\((\w+)\)", logging["formatters"]["plain"]["format"])
    assert set(fields) == {"levelname", "name", "message"}
    handlers = logging["handlers"].values()
    assert handlers and all("bare" in one["filters"] for one in handlers)
    assert logging["filters"]["bare"]["()"] == f"{logs.__name__}.{logs.Bare.__name__}"


MOST_PROTECTIVE = {
    "place.joining": (Place, "joining", Place.Joining.INVITED),
    "place.country": (Place, "country", ""),
    "place.leave_to": (Place, "leave_to", ""),
    "group.listed": (Group, "listed", False),
    "group.guests": (Group, "guests", False),
    "group.joining": (Group, "joining", Group.Joining.ASK),
    "meeting.door": (Series, "door", Room.Door.MEMBERS),
    "meeting.chat": (Series, "chat_rule", ChatRule.SPEAKER),
    "room.door": (Room, "door", Room.Door.MEMBERS),
    "room.chat": (Room, "chat", ChatRule.SPEAKER),
    "person.brings": (Person, "brings", ""),
    "person.zone": (Person, "zone", ""),
    "passkey.nickname": (Passkey, "nickname", ""),
    "calendar.tells_names": (CalendarFeed, "tells_names", False),
    "wishes.level": (Wishes, "level", Wishes.Level.SET),
}


@pytest.mark.requirement("S87")
@pytest.mark.parametrize(("model", "name", "value"), MOST_PROTECTIVE.values(), ids=MOST_PROTECTIVE.keys())
def test_what_is_chosen_beforehand_protects_most(model: type[models.Model], name: str, value: object) -> None:
    assert getattr(model(), name) == value


@pytest.mark.requirement("S87")
def test_forms_begin_with_what_protects_most() -> None:
    assert MeetingForm.base_fields["door"].initial == Door.MEMBERS
    assert Going.base_fields["wait"].initial == "day"
    described = DescribedForm.base_fields
    assert not described["listed"].initial and not described["guests"].initial


@pytest.mark.requirement("S87")
def test_every_choice_about_who_sees_what_stands_in_the_table() -> None:
    in_table = {(model, name) for model, name, _value in MOST_PROTECTIVE.values()}
    decides = {"listed", "guests", "joining", "door", "chat", "chat_rule", "brings", "zone", "country"}
    looked_at = (Place, Group, Series, Room, Person)
    choices = {(model, column.name) for model in looked_at for column in model._meta.fields}
    flags = {
        (model, column.name)
        for model in ours()
        for column in model._meta.fields
        if isinstance(column, models.BooleanField) and column.get_default() is True
    }
    clocks = {(Place, "zone"), (Series, "zone")}  # a clock for everybody; nobody's own
    assert {one for one in choices if one[1] in decides} - clocks <= in_table
    assert flags == set(), "nothing is switched on beforehand"
