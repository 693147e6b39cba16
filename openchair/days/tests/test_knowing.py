"""Who should know: nobody, companions, people of one's groups and their hosts; now, or on a later day."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from openchair.companions.letting_know import let_know
from openchair.companions.models import Showing, Word
from openchair.companions.showing import show
from openchair.companions.tests.scene import companions
from openchair.days import confiding, members_told, recipients, waiting
from openchair.days.knowing import those_who_know
from openchair.days.members_told import people_of_groups
from openchair.days.models import Confided, Later
from openchair.days.recipients import Recipient
from openchair.groups import leaving
from openchair.kit.clock import now
from openchair.notices.models import Notice
from openchair.paths.models import Entry
from openchair.paths.tests.scene import a_path, a_path_with_a_setback, today
from openchair.people.blocking import block
from openchair.people.models import Person, Place
from openchair.people.muting import mute
from openchair.people.settling import settle
from openchair.people.tests.steps import text_of
from tests import recipes
from tests.cast import Cast, client_of, the_cast
from tests.reading import stands

pytestmark = pytest.mark.django_db
SAID = "Ben in Harbour wanted you to know that something happened."


@pytest.fixture
def cast() -> Cast:
    return the_cast()


@pytest.fixture
def entry(cast: Cast) -> Entry:
    """Something happened to Ben."""
    return a_path_with_a_setback(cast.ben)[1]


def where(entry: Entry) -> str:
    return f"/moments/{entry.public_id}/"


def key(cast: Cast, person: Person) -> str:
    """How Ben's form names this member of Harbour."""
    return f"member-{cast.harbour.memberships.get(person=person).public_id}"


def hosts(cast: Cast) -> str:
    return f"hosts-{cast.harbour.public_id}"


def keep(cast: Cast, entry: Entry, **told: object) -> Client:
    """Ben keeps what he filled in."""
    browser = client_of(cast.ben)
    assert browser.post(where(entry), told).status_code == 303
    return browser


def home(person: Person) -> str:
    return text_of(client_of(person).get("/today/").content)


def wait(cast: Cast, entry: Entry, *to: str, days: int = 3) -> None:
    """Ben wants them to know in so many days."""
    on = (today(cast.ben) + timedelta(days=days)).isoformat()
    told = {"tell": [one for one in to if one.startswith("hosts")]}
    people = {"people": [one for one in to if one.startswith("member")]}
    keep(cast, entry, **told, **people, when="later", on=on)


def test_nobody_is_ticked_and_nobody_is_told(cast: Cast, entry: Entry) -> None:
    page = client_of(cast.ben).get(where(entry)).content.decode()
    for one in (hosts(cast), key(cast, cast.chidi), key(cast, cast.amara)):
        assert f'value="{one}"' in page and f'value="{one}" checked' not in page
    keep(cast, entry, helped="A walk")
    assert not (Confided.objects.exists() or Notice.objects.exists())


def test_the_hosts_of_a_group_are_told_one_sentence_and_others_nothing(cast: Cast, entry: Entry) -> None:
    keep(cast, entry, tell=[hosts(cast)], going_on="The kiosk was open")
    assert SAID in home(cast.amara) and SAID not in home(cast.chidi)
    group = f"/groups/{cast.harbour.public_id}/"
    assert "Ben wanted you to know" in text_of(client_of(cast.amara).get(group).content)
    assert "wanted you to know" not in text_of(client_of(cast.chidi).get(group).content)
    assert "kiosk" not in home(cast.amara) and not stands("Wine", home(cast.amara))


def test_a_chosen_person_is_told_and_taking_it_back_leaves_no_trace(cast: Cast, entry: Entry) -> None:
    browser = keep(cast, entry, people=[key(cast, cast.chidi)])
    assert SAID in home(cast.chidi) and SAID not in home(cast.amara)
    page = browser.get(where(entry)).content.decode()
    assert "Who knows" in page and f'value="{key(cast, cast.chidi)}"' not in page
    word = Confided.objects.get()
    taken = f"{where(entry)}words/{word.public_id}/withdrawal/"
    assert client_of(cast.chidi).post(taken).status_code == 404
    assert browser.post(taken).status_code == 303
    assert SAID not in home(cast.chidi) and not (Confided.objects.exists() or Notice.objects.exists())


def test_whoever_muted_somebody_reads_no_word_of_theirs_and_nobody_can_tell(cast: Cast, entry: Entry) -> None:
    browser = keep(cast, entry, people=[key(cast, cast.chidi)])
    browser.get(where(entry))  # "Kept" is read
    page = text_of(browser.get(where(entry)).content)
    group = f"/groups/{cast.harbour.public_id}/"
    assert SAID in home(cast.chidi) and "wanted you to know" in client_of(cast.chidi).get(group).text
    mute(person=cast.chidi, other=cast.ben, met_as="Ben")
    assert SAID not in home(cast.chidi) and "wanted you to know" not in client_of(cast.chidi).get(group).text
    assert "Chidi" in page and text_of(browser.get(where(entry)).content) == page


def test_a_companion_who_left_is_not_listed_until_they_are_back(cast: Cast, entry: Entry) -> None:
    pair = companions(cast.harbour, cast.ben, cast.chidi)
    show(companionship=pair, by=cast.ben, items=[Showing.Item.HAPPENED])
    let_know(companionship=pair, person=cast.ben, entry=entry)
    listed = [one.name for one in those_who_know(entry, cast.ben)]
    chidi = cast.harbour.memberships.get(person=cast.chidi)
    leaving.leave(membership=chidi)
    assert listed == ["Chidi"] and those_who_know(entry, cast.ben) == []
    leaving.come_back(membership=chidi)
    assert [one.name for one in those_who_know(entry, cast.ben)] == listed


def test_several_at_once_and_no_more_than_five(cast: Cast, entry: Entry) -> None:
    for number in range(5):
        recipes.member(cast.harbour, recipes.person(f"p{number}"), f"Pine {number}")
    everybody = [key(cast, one.person) for one in cast.harbour.memberships.exclude(person=cast.ben)]
    answer = client_of(cast.ben).post(where(entry), {"people": everybody[:6], "helped": "A walk"})
    assert answer.status_code == 422 and "Choose up to five people." in text_of(answer.content)
    assert "A walk" in answer.content.decode() and not Confided.objects.exists()
    keep(cast, entry, people=everybody[:2])
    assert Confided.objects.count() == 2


def test_of_a_large_group_only_its_hosts_are_offered(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = {one.key for one in people_of_groups(cast.ben)}
    assert {hosts(cast), key(cast, cast.amara), key(cast, cast.chidi)} <= everybody
    monkeypatch.setattr(members_told, "MOST_NAMES", 2)
    assert {one.key for one in people_of_groups(cast.ben)} == {hosts(cast), key(cast, cast.amara)}


def test_nobody_can_ring_at_many_doors_in_one_hour(cast: Cast) -> None:
    moments = [a_path_with_a_setback(cast.ben)[1] for _one in range(7)]
    for one in moments[:6]:
        keep(cast, one, people=[key(cast, cast.chidi)])
    answer = client_of(cast.ben).post(where(moments[6]), {"tell": [hosts(cast)], "helped": "A walk"})
    assert answer.status_code == 422 and "Please wait an hour" in text_of(answer.content)
    assert "A walk" in answer.content.decode() and SAID not in home(cast.amara)
    assert client_of(cast.ben).post(where(moments[6]), {"helped": "A walk"}).status_code == 303


def test_who_is_kept_apart_is_not_offered_and_reads_nothing_more(cast: Cast) -> None:
    entry = a_path_with_a_setback(cast.amara)[1]
    page = client_of(cast.amara).get(where(entry)).content.decode()
    assert key(cast, cast.ben) in page and key(cast, cast.eli) not in page
    member = cast.harbour.memberships.select_related("person").get(person=cast.ben)
    confiding.confide(member=member, entry=entry)
    assert "wanted you to know" in home(cast.ben)
    block(person=cast.ben, other=cast.amara)
    assert "wanted you to know" not in home(cast.ben)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"when": "later"}, "Choose who should know on that day."),
        ({"when": "later", "days": 0}, "Choose a day from tomorrow to"),
        ({"when": "later", "days": 15}, "Choose a day from tomorrow to"),
        ({"when": "later", "on": "2026-02-30"}, "a date that is in the calendar"),
        ({"people": ["member-nobody"]}, "Choose only from these."),
        ({"tell": ["everybody"]}, "Choose only from these."),
    ],
)
def test_what_cannot_be_meant_is_said_beside_its_field(
    cast: Cast, entry: Entry, told: dict[str, object], words: str
) -> None:
    days = told.pop("days", None)
    if isinstance(days, int):
        told |= {"on": (today(cast.ben) + timedelta(days=days)).isoformat(), "tell": [hosts(cast)]}
    answer = client_of(cast.ben).post(where(entry), {"helped": "A walk", **told})
    assert answer.status_code == 422 and words in text_of(answer.content)
    assert "A walk" in answer.content.decode() and not (Later.objects.exists() or Confided.objects.exists())


def test_later_is_told_when_that_day_has_begun_and_once(cast: Cast, entry: Entry) -> None:
    wait(cast, entry, hosts(cast), key(cast, cast.chidi))
    assert "will know on" in text_of(client_of(cast.ben).get(where(entry)).content)
    for days, told in ((0, 0), (2, 0), (3, 2), (3, 0)):
        with time_machine.travel(now() + timedelta(days=days), tick=False):
            assert waiting.tell_due(now()) == told
    assert SAID in home(cast.amara) and SAID in home(cast.chidi)
    assert Confided.objects.count() == 2 and not Later.objects.exists()


def test_that_day_is_the_owner_s_own(cast: Cast) -> None:
    settle(person=cast.ben, place=Place.here(), zone="Pacific/Auckland", rollover=4)
    with time_machine.travel(
        "2026-11-27T12:00:00Z", tick=False
    ) as clock:  # one at night on the 28th: the 27th
        entry = a_path_with_a_setback(cast.ben)[1]
        wait(cast, entry, hosts(cast), days=1)
        for moment, told in (("2026-11-27T14:59:00Z", 0), ("2026-11-27T15:00:00Z", 1)):
            clock.move_to(moment)
            assert waiting.tell_due(now()) == told


def test_it_is_taken_back_before_and_nobody_hears_of_it(cast: Cast, entry: Entry) -> None:
    wait(cast, entry, key(cast, cast.chidi))
    later = Later.objects.get()
    taken = f"{where(entry)}later/{later.public_id}/withdrawal/"
    assert client_of(cast.chidi).post(taken).status_code == 404
    assert client_of(cast.ben).post(taken).status_code == 303
    with time_machine.travel(now() + timedelta(days=4)):
        assert waiting.tell_due(now()) == 0 and SAID not in home(cast.chidi)


def test_undo_takes_back_what_was_not_told_yet_and_bringing_back_tells_nobody(
    cast: Cast, entry: Entry
) -> None:
    wait(cast, entry, key(cast, cast.chidi))
    keep(cast, entry, tell=[hosts(cast)])
    browser, path = client_of(cast.ben), f"/paths/{entry.path.public_id}/entries/{entry.public_id}/"
    assert browser.post(f"{path}undo/").status_code == 303
    assert not Later.objects.exists() and SAID not in home(cast.amara)
    browser.post(f"{path}return/")
    with time_machine.travel(now() + timedelta(days=4)):
        assert waiting.tell_due(now()) == 0 and SAID not in home(cast.chidi)


def test_whoever_may_not_be_told_on_that_day_is_not(cast: Cast, entry: Entry) -> None:
    pair = companions(cast.harbour, cast.ben, cast.chidi)
    show(companionship=pair, by=cast.ben, items=[Showing.Item.HAPPENED])
    on = (today(cast.ben) + timedelta(days=1)).isoformat()
    keep(cast, entry, tell=[pair.public_id], people=[key(cast, cast.chidi)], when="later", on=on)
    show(companionship=pair, by=cast.ben, items=[])
    leaving.leave(membership=cast.harbour.memberships.get(person=cast.chidi))
    with time_machine.travel(now() + timedelta(days=1)):
        assert waiting.tell_due(now()) == 0
    assert not (Later.objects.exists() or Word.objects.exists() or Confided.objects.exists())


def test_a_companion_is_told_later_too(cast: Cast, entry: Entry) -> None:
    pair = companions(cast.harbour, cast.ben, cast.chidi)
    show(companionship=pair, by=cast.ben, items=[Showing.Item.HAPPENED])
    on = (today(cast.ben) + timedelta(days=1)).isoformat()
    keep(cast, entry, tell=[pair.public_id], when="later", on=on)
    assert not Word.objects.exists()
    with time_machine.travel(now() + timedelta(days=1)):
        assert waiting.tell_due(now()) == 1
        assert "Ben wanted you to know that something happened." in home(cast.chidi)


def test_one_that_cannot_be_told_stands_and_stops_no_other(cast: Cast, entry: Entry) -> None:
    def stumbles(_entry: Entry) -> None:
        raise OSError

    broken = Recipient("broken", "Broken", stumbles)
    waiting.tell_on(entry=entry, recipients=[broken], on=today(cast.ben))
    wait(cast, entry, hosts(cast), days=1)
    maker = recipients.register(lambda _person: [broken])
    try:
        with time_machine.travel(now() + timedelta(days=1)):
            assert waiting.tell_due(now()) == 1
            assert SAID in home(cast.amara) and [str(one.to) for one in Later.objects.all()] == ["broken"]
    finally:
        recipients.forget(maker)


def test_it_is_forgotten_after_thirty_days(cast: Cast, entry: Entry) -> None:
    keep(cast, entry, tell=[hosts(cast)])
    with time_machine.travel(now() + timedelta(days=31)):
        assert SAID not in home(cast.amara)
        confiding.forget(now())
    assert not Confided.objects.exists()


def test_a_path_deleted_for_good_takes_along_what_was_told(cast: Cast) -> None:
    path = a_path(cast.ben)
    browser, member = client_of(cast.ben), cast.harbour.memberships.select_related("person")
    browser.post("/moments/", {"path": path.public_id, "choice": "keep"})
    entry = Entry.objects.of(cast.ben).order_by("-number")[0]
    confiding.confide(member=member.get(person=cast.chidi), entry=entry)
    wait(cast, entry, hosts(cast))
    browser.post(f"/paths/{path.public_id}/deletion/")
    assert not (Confided.objects.exists() or Later.objects.exists()) and SAID not in home(cast.chidi)
