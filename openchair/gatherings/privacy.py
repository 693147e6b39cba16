"""What a meeting that is open for days keeps about a person, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.gatherings.models import Draft, Role, Wording
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def _roles(person: Person) -> list[Row]:
    mine = Role.objects.filter(membership__person=person).select_related("gathering__group")
    return [
        {"group_name": one.gathering.group.name, "kind": str(one.get_part_display()), "since": one.since}
        for one in mine
    ]


def _erase_roles(person: Person) -> None:
    Role.objects.filter(membership__person=person).delete()


def _drafts(person: Person) -> list[Row]:
    mine = Draft.objects.filter(person=person).select_related("group").order_by("begun_at")
    return [_draft(one) for one in mine]


def _draft(one: Draft) -> Row:
    told = one.says
    return {
        "group_name": one.group.name,
        "shown_as": str(one.get_named_display()),
        "care_note": ", ".join(told.care) if told else "",
        "words": told.words if told else "",
        "begins": one.begun_at,
    }


def _erase_drafts(person: Person) -> None:
    Draft.objects.filter(person=person).delete()


def _wordings(person: Person) -> list[Row]:
    mine = Wording.objects.filter(person=person).select_related("group").order_by("at")
    return [{"group_name": one.group.name, "words": one.words, "at": one.at} for one in mine]


def _erase_wordings(person: Person) -> None:
    Wording.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Role,
        why=_("So that members know who chairs, leads, greets or reads, and whom to ask."),
        how_long=_("Until you give it back, or the meeting goes with its group."),
        export=_roles,
        erase=_erase_roles,
    ),
    Kept(
        model=Draft,
        why=_(
            "So that what you began to write in a meeting is there when you come back. The words are sealed."
        ),
        how_long=_("Until you say it or throw it away; 30 days, and at least until the meeting closes."),
        export=_drafts,
        erase=_erase_drafts,
    ),
    Kept(
        model=Wording,
        why=_("So that a meeting says what you wrote for it while you had the chair. The words are sealed."),
        how_long=_(
            "Until you take them back, somebody in the chair writes others, you are erased, or the meeting "
            "goes. Once you left, nobody reads them."
        ),
        export=_wordings,
        erase=_erase_wordings,
    ),
)
