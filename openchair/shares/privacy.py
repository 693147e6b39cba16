"""What shares keep about a person, why, and for how long."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.shares.answered import note_answers
from openchair.shares.models import Hiding, Hold, KeptFrom, Reply, Response, Share
from openchair.shares.told import Need

UNTIL_TAKEN_BACK = _(
    "Until you take it back, and 30 days after that; 30 days after you leave the group. When you close your "
    "account you choose: it goes at once, or it stays without your name until your code erases it."
)


def _shares(person: Person) -> list[Row]:
    mine = Share.objects.filter(person=person).select_related("group").order_by("begun_at")
    return [_share(one) for one in mine]


def _share(one: Share) -> Row:
    told = one.says
    return {
        "group_name": one.group.name,
        "seen_by": str(one.get_audience_display()),
        "shown_as": str(one.get_named_display()),
        "kind": told.label if told else "",
        "need": str(Need(told.need).label) if told and told.need else "",
        "care_note": ", ".join(told.care) if told else "",
        "words": told.words if told else "",
        "at": one.posted_at,
        "revoked_at": one.taken_back_at,
    }


def _erase_shares(person: Person) -> None:
    Share.objects.filter(person=person).delete()


def _replies(person: Person) -> list[Row]:
    mine = Reply.objects.filter(person=person).select_related("group").order_by("posted_at")
    return [
        {
            "group_name": one.group.name,
            "words": one.words,
            "at": one.posted_at,
            "revoked_at": one.taken_back_at,
        }
        for one in mine
    ]


def _erase_replies(person: Person) -> None:
    answered = list(Share.objects.filter(replies__person=person).distinct())
    Reply.objects.filter(person=person).delete()
    for share in answered:
        note_answers(share)


def _responses(person: Person) -> list[Row]:
    mine = Response.objects.filter(person=person).select_related("share__group").order_by("at")
    return [
        {"group_name": one.share.group.name, "kind": str(one.get_kind_display()), "at": one.at}
        for one in mine
    ]


def _erase_responses(person: Person) -> None:
    answered = list(Share.objects.filter(responses__person=person).distinct())
    Response.objects.filter(person=person).delete()
    for share in answered:
        note_answers(share)


def _hidings(person: Person) -> list[Row]:
    mine = Hiding.objects.filter(person=person).select_related("share__group", "reply__group")
    return [{"group_name": _group_of(one), "at": one.at} for one in mine]


def _group_of(one: Hiding) -> str:
    what = one.share or one.reply
    return what.group.name if what else ""


def _erase_hidings(person: Person) -> None:
    Hiding.objects.filter(person=person).delete()


def _holds(person: Person) -> list[Row]:
    mine = Hold.objects.filter(Q(share__person=person) | Q(reply__person=person)).select_related("group")
    return [{"group_name": one.group.name, "since": one.since, "line": one.line} for one in mine]


def _erase_holds(person: Person) -> None:
    Hold.objects.filter(Q(share__person=person) | Q(reply__person=person)).delete()


def _kept_from(_person: Person) -> list[Row]:
    return []  # that somebody keeps apart from them is the other's to know


def _erase_kept_from(person: Person) -> None:
    KeptFrom.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Share,
        why=_("So that those you chose can read it. What it says, and of what kind it is, are sealed."),
        how_long=UNTIL_TAKEN_BACK,
        export=_shares,
        erase=_erase_shares,
    ),
    Kept(
        model=Reply,
        why=_("So that whoever shared something is answered. The words are sealed."),
        how_long=UNTIL_TAKEN_BACK,
        export=_replies,
        erase=_erase_replies,
    ),
    Kept(
        model=Response,
        why=_("So that whoever shared something sees that you are with them. Nobody else sees it."),
        how_long=_("Until you take it back, or the share goes."),
        export=_responses,
        erase=_erase_responses,
    ),
    Kept(
        model=Hiding,
        why=_("So that what you hid stays out of your sight."),
        how_long=_("Until you show it again, or it goes."),
        export=_hidings,
        erase=_erase_hidings,
    ),
    Kept(
        model=Hold,
        why=_("So that a host looks before others read how to reach somebody new. A host’s line is sealed."),
        how_long=_("Until a host lets it out, you take the words out, or what you wrote goes."),
        export=_holds,
        erase=_erase_holds,
    ),
    Kept(
        model=KeptFrom,
        why=_("So that a share without a name is not shown between people of whom one blocked the other."),
        how_long=_("As long as the share."),
        export=_kept_from,
        erase=_erase_kept_from,
    ),
)
