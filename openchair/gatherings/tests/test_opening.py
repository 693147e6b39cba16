"""A host opens a meeting for days: how long, from when, and what cannot be."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError

from openchair.gatherings.forms import OpeningForm
from openchair.gatherings.models import Gathering, Role, Step
from openchair.gatherings.opening import MOST, NoSuchTime, open_for_days
from openchair.gatherings.run_sheet import KEYS
from openchair.gatherings.tests.scene import NAME, opened, passed
from openchair.gatherings.tests.test_thread import place, seen
from openchair.kit.clock import now
from openchair.people import limits
from tests.cast import Cast, client_of, the_cast
from tests.recipes import member_of

pytestmark = pytest.mark.django_db
FORM = {"name": NAME, "length": "7", "begins": "now", "after": "away"}


@pytest.fixture
def cast() -> Cast:
    limits.forget()
    return the_cast()


def at(moment: datetime, which: str) -> dict[str, str]:
    """The fields of a day and a time in UTC."""
    return {f"{which}_on": f"{moment:%Y-%m-%d}", f"{which}_at": f"{moment:%H:%M}"}


def trouble(**typed: str) -> dict[str, list[str]]:
    """What the form says beside its fields."""
    form = OpeningForm({**FORM, **typed}, zone=ZoneInfo("UTC"))
    return {str(name): [str(one) for one in said] for name, said in form.errors.items()}


def test_a_host_opens_one_and_has_the_chair(cast: Cast) -> None:
    amara, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/open-for-days/"
    assert "None yet." in seen(amara, where) and client_of(cast.ben).get(f"{where}new/").status_code == 404
    answer = amara.post(f"{where}new/", FORM)
    made = Gathering.objects.get()
    assert answer["Location"] == place(made) and made.name == NAME and made.is_open
    assert made.ends_at - made.begins_at == timedelta(days=7)
    assert Role.objects.get().membership.person == cast.amara and Step.objects.count() == len(KEYS)
    page = seen(client_of(cast.ben), where)
    assert NAME in page and "open now" in page and "Open one" not in page
    assert "Opening words" in seen(client_of(cast.ben), place(made))


def test_one_begins_later_and_takes_no_turn_before(cast: Cast) -> None:
    begins = now() + timedelta(days=10)
    where = f"/groups/{cast.harbour.public_id}/open-for-days/new/"
    client_of(cast.amara).post(where, {**FORM, "begins": "later", **at(begins, "begin")})
    made, ben = Gathering.objects.get(), client_of(cast.ben)
    assert not made.has_begun and abs(made.begins_at - begins) < timedelta(minutes=1)
    page = seen(ben, place(made))
    assert "It has not begun yet" in page and "Write a turn" not in page
    ben.post(place(made, "turns/new/"), {"words": "early", "named": "alias"})
    page = seen(ben, place(made))
    assert "early" in page and "Only you see this." in page and "not begun yet" in page
    made = passed(made, 24 * 11)
    assert "Go on with your turn" in seen(ben, place(made))


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-5, "before it begins"), (23, "less than 24 hours"), (30 * 24 + 2, "more than 30 days")],
)
def test_an_end_that_cannot_be_is_said_beside_its_field(hours: int, said: str) -> None:
    ends = at(now() + timedelta(hours=hours), "end")
    assert said in trouble(length="own", **ends)["end_on"][0]


def test_what_is_missing_or_unread_is_said_beside_its_field() -> None:
    assert set(trouble(length="own", begins="later")) == {"begin_on", "begin_at"}
    assert set(trouble(length="own")) == {"end_on", "end_at"}
    assert "eight weeks" in trouble(begins="later", begin_on="2020-01-01", begin_at="08:00")["begin_on"][0]
    assert "eight weeks" in trouble(begins="later", begin_on="9999-12-31", begin_at="23:59")["begin_on"][0]
    assert "more than 30 days" in trouble(length="own", end_on="9999-12-31", end_at="23:59")["end_on"][0]
    assert set(trouble(begins="later", begin_on="soon", begin_at="late")) == {"begin_on", "begin_at"}
    assert set(trouble(name=" ", length="90", after="never")) == {"name", "length", "after"}
    assert "80 letters" in trouble(name="a" * 5000)["name"][0]


def test_a_day_on_which_the_clocks_change_keeps_its_length(cast: Cast) -> None:
    rome, mine = ZoneInfo("Europe/Rome"), member_of(cast.harbour, cast.amara)
    present = now().astimezone(rome).replace(hour=2, minute=30)
    days = (present + timedelta(days=one) for one in range(1, 54))
    typed = {**FORM, "length": "1", "begins": "later", "begin_at": "02:30"}
    for one in days:
        form = OpeningForm({**typed, "begin_on": f"{one:%Y-%m-%d}"}, zone=rome)
        assert form.is_valid(), form.errors
        begins, ends = form.cleaned_data["span"]
        assert ends - begins == timedelta(hours=24)
    assert form.save(mine) is not None


def test_five_at_a_time_are_enough(cast: Cast) -> None:
    for _number in range(MOST):
        opened(cast.harbour, cast.amara)
    amara, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/open-for-days/new/"
    answer = amara.post(where, FORM)
    assert answer.status_code == 422 and "Five are open" in answer.content.decode()
    passed(Gathering.objects.all()[0], 24 * 7)
    assert amara.post(where, FORM).status_code == 303


def test_the_same_form_twice_opens_one(cast: Cast) -> None:
    amara, where = client_of(cast.amara), f"/groups/{cast.harbour.public_id}/open-for-days/new/"
    ways = {amara.post(where, {**FORM, "submit_id": "once"})["Location"] for _time in range(3)}
    assert len(ways) == 1 == Gathering.objects.count()


def test_neither_the_act_nor_the_database_takes_nonsense(cast: Cast) -> None:
    mine, moment = member_of(cast.harbour, cast.amara), now()
    for begins, ends in ((moment, moment), (moment, moment + timedelta(days=31))):
        with pytest.raises(NoSuchTime):
            open_for_days(by=mine, name=NAME, begins=begins, ends=ends)
    told = {"group": cast.harbour, "name": NAME, "begins_at": moment}
    with pytest.raises(IntegrityError):
        Gathering.objects.create(ends_at=moment, **told)
