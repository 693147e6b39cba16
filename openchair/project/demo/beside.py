"""Two companionships, an offer and an ask; what was shared with a group, and what was told."""

from datetime import timedelta

from openchair.companions import asking, caring, offering, showing
from openchair.companions.models import Companionship, Showing
from openchair.days import confiding, waiting
from openchair.days.recipients import recipients_of
from openchair.groups.models import Group, Membership
from openchair.paths import marking, sharing
from openchair.paths.ledger import Noted
from openchair.paths.milestones import Milestone, Unit
from openchair.paths.models import Entry
from openchair.paths.picture import pictures_of
from openchair.people.models import Person, Place
from openchair.people.settling import today_of

ITEM = Showing.Item


def load_companions(people: dict[str, Person], groups: dict[str, Group], place: Place) -> None:
    """Ben and Oak, who show each other something; Willow and Fern; Amara offers; River asks Chidi."""
    harbour = groups["harbour"]
    members = Membership.objects.select_related("group", "person").filter(group=harbour)
    known = {name: members.get(person=people[name]) for name in ("Amara", "Ben", "Chidi", "Oak", "River")}
    pair = _both_say_yes(known["Ben"], known["Oak"], "sponsor")
    showing.show(companionship=pair, by=people["Ben"], items=[ITEM.CHECKED_IN, ITEM.MOOD, ITEM.HAPPENED])
    showing.show(companionship=pair, by=people["Oak"], items=[ITEM.CHECKED_IN, ITEM.MILESTONES])
    today = today_of(people["Ben"], place)
    caring.name(person=people["Ben"], companionship=pair, days=5, today=today)
    _both_say_yes(members.get(person=people["Willow"]), members.get(person=people["Fern"]), "walking friends")
    offering.offer(by=known["Amara"], capacity=2)
    asking.ask(by=known["River"], other=known["Chidi"], called="companion")


def load_shared(people: dict[str, Person], groups: dict[str, Group], place: Place) -> None:
    """Harbour's own set; four chips that were shared with it; Ben told Amara, and will tell River."""
    harbour = groups["harbour"]
    marks = [Milestone(Unit.DAYS, days) for days in (30, 100, 200)]
    marking.name_set(group=harbour, name="Round chips", marks=[*marks, Milestone(Unit.MONTHS, 12)])
    members = Membership.objects.select_related("group", "person").filter(group=harbour)
    for name in ("Oak", "River", "Willow", "Ben"):
        picture = pictures_of(people[name], place)[0]
        sharing.share(picture=picture, come=picture.reached[-1], member=members.get(person=people[name]))
    entry = _happened(people["Ben"])
    confiding.confide(member=members.get(person=people["Amara"]), entry=entry)
    river = f"member-{members.get(person=people['River']).public_id}"
    to = [one for one in recipients_of(people["Ben"]) if one.key == river]
    waiting.tell_on(entry=entry, recipients=to, on=today_of(people["Ben"], place) + timedelta(days=5))


def _happened(person: Person) -> Entry:
    entries = Entry.objects.of(person).standing()
    return next(one for one in entries if one.event.kind is Noted.SETBACK)


def _both_say_yes(asker: Membership, asked: Membership, called: str) -> Companionship:
    made = asking.ask(by=asker, other=asked, called=called)
    asking.accept(companionship=made)
    return made
