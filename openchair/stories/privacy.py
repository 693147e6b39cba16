"""What stories keep about a person, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.stories.models import Hiding, Hold, KeptFrom, Response, Story

UNTIL_TAKEN_BACK = _(
    "Until you take it back, and 30 days after that; 30 days after you leave the group. When you close your "
    "account you choose: it goes at once, or it stays without your name until your code erases it. "
    "A draft 90 days."
)


def _stories(person: Person) -> list[Row]:
    mine = Story.objects.filter(person=person).select_related("group").order_by("begun_at")
    return [_story(one) for one in mine]


def _story(one: Story) -> Row:
    told = one.says
    return {
        "group_name": one.group.name,
        "seen_by": str(one.get_audience_display()),
        "shown_as": str(one.get_named_display()),
        "themes": ", ".join(told.about.theme_names) if told else "",
        "stage": told.about.stage_name if told else "",
        "care_note": ", ".join(told.about.care) if told else "",
        "words": told.text if told else "",
        "at": one.placed_at,
        "revoked_at": one.taken_back_at,
    }


def _erase_stories(person: Person) -> None:
    Story.objects.filter(person=person).delete()


def _responses(person: Person) -> list[Row]:
    mine = Response.objects.filter(person=person).select_related("story__group").order_by("at")
    return [
        {"group_name": one.story.group.name, "kind": str(one.get_kind_display()), "at": one.at}
        for one in mine
    ]


def _erase_responses(person: Person) -> None:
    Response.objects.filter(person=person).delete()


def _hidings(person: Person) -> list[Row]:
    mine = Hiding.objects.filter(person=person).select_related("story__group")
    return [{"group_name": one.story.group.name, "at": one.at} for one in mine]


def _erase_hidings(person: Person) -> None:
    Hiding.objects.filter(person=person).delete()


def _holds(person: Person) -> list[Row]:
    mine = Hold.objects.filter(story__person=person).select_related("group")
    return [{"group_name": one.group.name, "since": one.taken_out_at, "line": one.line} for one in mine]


def _erase_holds(person: Person) -> None:
    Hold.objects.filter(story__person=person).delete()


def _kept_from(_person: Person) -> list[Row]:
    return []  # that somebody keeps apart from them is the other's to know


def _erase_kept_from(person: Person) -> None:
    KeptFrom.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Story,
        why=_("So that those you chose can read it. What it says, its title and its themes are sealed."),
        how_long=UNTIL_TAKEN_BACK,
        export=_stories,
        erase=_erase_stories,
    ),
    Kept(
        model=Response,
        why=_("So that whoever wrote a story sees that you thank them. Nobody else sees it."),
        how_long=_("Until you take it back, or the story goes."),
        export=_responses,
        erase=_erase_responses,
    ),
    Kept(
        model=Hiding,
        why=_("So that a story you hid stays out of your sight."),
        how_long=_("Until you show it again, or it goes."),
        export=_hidings,
        erase=_erase_hidings,
    ),
    Kept(
        model=Hold,
        why=_("So that a story which a host put out of sight stays there. A host’s line is sealed."),
        how_long=_("Until a host lets it out, or the story goes."),
        export=_holds,
        erase=_erase_holds,
    ),
    Kept(
        model=KeptFrom,
        why=_("So that a story without a name is not shown between people of whom one blocked the other."),
        how_long=_("As long as the story."),
        export=_kept_from,
        erase=_erase_kept_from,
    ),
)
