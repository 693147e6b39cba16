"""Ben and Chidi of Harbour, who are companions, or on the way to it."""

from datetime import date

from openchair.checkins.checking_in import check_in
from openchair.checkins.models import CheckIn
from openchair.checkins.told import Told
from openchair.companions import asking, showing
from openchair.companions.models import Companionship, Showing
from openchair.groups.models import Group, Membership
from openchair.people.models import Person, Place
from openchair.people.settling import today_of

EVERYTHING = list(Showing.Item.values)


def membership(group: Group, person: Person) -> Membership:
    """Their membership in the group."""
    return Membership.objects.select_related("group", "person").get(group=group, person=person)


def an_ask(group: Group, asker: Person, asked: Person, called: str = "companion") -> Companionship:
    """One that waits for an answer."""
    return asking.ask(by=membership(group, asker), other=membership(group, asked), called=called)


def companions(group: Group, asker: Person, asked: Person, called: str = "companion") -> Companionship:
    """Two who both said yes; neither sees anything of the other."""
    made = an_ask(group, asker, asked, called)
    asking.accept(companionship=made)
    return Companionship.objects.select_related("group", "asker", "asked").get(pk=made.pk)


def show_everything(companionship: Companionship, by: Person) -> None:
    """All there is to give."""
    showing.show(companionship=companionship, by=by, items=EVERYTHING)


def today(person: Person) -> date:
    """The person's own day."""
    return today_of(person, Place.here())


def checked_in(person: Person, mood: int = 4, craving: int = 3) -> CheckIn:
    """Today's check-in, as its owner told it."""
    return check_in(person=person, day=today(person), told=Told(mood, craving, note="the boat at the quay"))
