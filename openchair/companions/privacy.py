"""What is kept about companions, for the two of them alone."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.companions.models import Care, Companionship, Offer, Showing, Word
from openchair.companions.words import called_in_words
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def _companionships(person: Person) -> list[Row]:
    # What the asker took back, and that the asked one set it aside, is the other's alone.
    mine = Companionship.objects.filter(Q(asker=person) | Q(asked=person, taken_back_at=None))
    return [
        {
            "group_name": one.group.name,
            "called": called_in_words(one.called),
            "asked_at": one.asked_at,
            "since": one.accepted_at,
        }
        for one in mine.select_related("group")
    ]


def _erase_companionships(person: Person) -> None:
    Companionship.objects.of(person).delete()


def _showings(person: Person) -> list[Row]:
    mine = Showing.objects.filter(person=person).select_related("companionship__group").order_by("pk")
    return [
        {
            "group_name": one.companionship.group.name,
            "what": str(one.get_item_display()),
            "expires_at": one.until,
        }
        for one in mine
    ]


def _erase_showings(person: Person) -> None:
    Showing.objects.filter(person=person).delete()


def _care(person: Person) -> list[Row]:
    mine = Care.objects.filter(person=person).select_related("companionship__group")
    return [
        {"group_name": one.companionship.group.name, "days": one.days, "expires_at": one.until}
        for one in mine
    ]


def _erase_care(person: Person) -> None:
    Care.objects.filter(person=person).delete()


def _offers(person: Person) -> list[Row]:
    mine = Offer.objects.filter(person=person).select_related("group").order_by("pk")
    return [{"group_name": one.group.name, "capacity": one.capacity, "expires_at": one.until} for one in mine]


def _erase_offers(person: Person) -> None:
    Offer.objects.filter(person=person).delete()


def _words(person: Person) -> list[Row]:
    mine = Word.objects.filter(person=person).select_related("companionship__group").order_by("at")
    return [{"group_name": one.companionship.group.name, "at": one.at} for one in mine]


def _erase_words(person: Person) -> None:
    Word.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Word,
        why=_(
            "So that a companion reads that something happened, because you chose to tell it. It is sealed."
        ),
        how_long=_("30 days, or until you take it back."),
        export=_words,
        erase=_erase_words,
    ),
    Kept(
        model=Care,
        why=_("So that the companion you named is nudged when you go quiet."),
        how_long=_("90 days, or until you stop it."),
        export=_care,
        erase=_erase_care,
    ),
    Kept(
        model=Showing,
        why=_("So that a companion sees what you chose, and nothing else."),
        how_long=_("90 days, or until you withdraw it."),
        export=_showings,
        erase=_erase_showings,
    ),
    Kept(
        model=Companionship,
        why=_("So that two people who both said yes find each other. What they call it is sealed."),
        how_long=_(
            "Until one of the two ends it, or 30 days after one leaves the group; 14 days for an ask."
        ),
        export=_companionships,
        erase=_erase_companionships,
    ),
    Kept(
        model=Offer,
        why=_("So that people in your group see that you can be a companion."),
        how_long=_("14 days, or until you take it back."),
        export=_offers,
        erase=_erase_offers,
    ),
)
