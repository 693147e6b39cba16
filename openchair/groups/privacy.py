"""What groups keep about a person, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from openchair.groups.models import (
    Acceptance,
    Closing,
    Departure,
    Hosting,
    Invitation,
    JoinRequest,
    Membership,
    Removal,
    Rest,
    Succession,
)
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def _memberships(person: Person) -> list[Row]:
    mine = Membership.objects.filter(person=person).select_related("group")
    return [{"alias": one.called, "joined_at": one.joined_at, "group_name": one.group.name} for one in mine]


def _erase_memberships(person: Person) -> None:
    Membership.objects.filter(person=person).delete()


def _hostings(person: Person) -> list[Row]:
    mine = Hosting.objects.filter(membership__person=person).select_related("membership__group")
    return [{"since": one.since, "group_name": one.membership.group.name} for one in mine]


def _erase_hostings(person: Person) -> None:
    Hosting.objects.filter(membership__person=person).delete()


def _acceptances(person: Person) -> list[Row]:
    mine = Acceptance.objects.filter(membership__person=person).select_related("agreement__group")
    return [
        {"at": one.at, "version": one.agreement.version, "group_name": one.agreement.group.name}
        for one in mine
    ]


def _erase_acceptances(person: Person) -> None:
    Acceptance.objects.filter(membership__person=person).delete()


def _departures(person: Person) -> list[Row]:
    mine = Departure.objects.filter(membership__person=person).select_related("membership__group")
    return [{"at": one.at, "group_name": one.membership.group.name} for one in mine]


def _erase_departures(person: Person) -> None:
    # Not the row of a membership that stands: without its departure it would say that the person is there.
    Membership.objects.filter(person=person, departure__isnull=False).delete()


def _removals(person: Person) -> list[Row]:
    mine = Removal.objects.filter(departure__membership__person=person).select_related("group", "departure")
    # The reason is a host's words: they are read on the group's page, and travel nowhere.
    return [{"at": one.departure.at, "group_name": one.group.name} for one in mine]


def _erase_removals(person: Person) -> None:
    Membership.objects.filter(person=person, departure__removal__isnull=False).delete()
    Removal.objects.filter(by__person=person).update(by=None)


def _rests(person: Person) -> list[Row]:
    mine = Rest.objects.filter(membership__person=person).select_related("group")
    # As with a removal, the reason is a host's words.
    return [{"until": one.until, "group_name": one.group.name} for one in mine]


def _erase_rests(person: Person) -> None:
    Rest.objects.filter(membership__person=person).delete()


def _requests(person: Person) -> list[Row]:
    mine = JoinRequest.objects.filter(person=person).select_related("group")
    return [
        {
            "alias": one.alias,
            "note": one.note,
            "asked_at": one.asked_at,
            "declined_at": one.declined_at,
            "group_name": one.group.name,
        }
        for one in mine
    ]


def _erase_requests(person: Person) -> None:
    JoinRequest.objects.filter(person=person).delete()


def _invitations(person: Person) -> list[Row]:
    mine = Invitation.objects.filter(made_by__person=person).select_related("group")
    return [
        {
            "made_at": one.made_at,
            "expires_at": one.expires_at,
            "uses_left": one.uses_left,
            "revoked_at": one.revoked_at,
            "group_name": one.group.name,
        }
        for one in mine
    ]


def _erase_invitations(person: Person) -> None:
    Invitation.objects.filter(made_by__person=person).delete()


def _closings(person: Person) -> list[Row]:
    mine = Closing.objects.filter(by__person=person).select_related("group")
    return [{"at": one.at, "group_name": one.group.name} for one in mine]


def _erase_closings(person: Person) -> None:
    Closing.objects.filter(by__person=person).update(by=None)


def _successions(person: Person) -> list[Row]:
    mine = Succession.objects.filter(membership__person=person).select_related("membership__group")
    return [{"at": one.at, "group_name": one.membership.group.name} for one in mine]


def _erase_successions(person: Person) -> None:
    Succession.objects.filter(membership__person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Membership,
        why=_("So that you are in the group, under the name you chose for it."),
        how_long=_(
            "While you are in the group, and 30 days after you leave. Without your name, as long as words "
            "stay that you left to the group when you closed your account."
        ),
        export=_memberships,
        erase=_erase_memberships,
    ),
    Kept(
        model=Hosting,
        why=_("So that the group knows who runs it."),
        how_long=_("While you host."),
        export=_hostings,
        erase=_erase_hostings,
    ),
    Kept(
        model=Succession,
        why=_("So that you are asked whether you want to host, when the last host has gone."),
        how_long=_("Until you answer."),
        export=_successions,
        erase=_erase_successions,
    ),
    Kept(
        model=Acceptance,
        why=_("So that you are asked once, and again only when the agreement changes."),
        how_long=_("As long as the membership."),
        export=_acceptances,
        erase=_erase_acceptances,
    ),
    Kept(
        model=Departure,
        why=_("So that you can come back as you were."),
        how_long=_("30 days; of a former member as long as the words that they left."),
        export=_departures,
        erase=_erase_departures,
    ),
    Kept(
        model=Removal,
        why=_("So that a host's decision holds, and you can read its reason."),
        how_long=_("Until a host lets you back in; a year at most."),
        export=_removals,
        erase=_erase_removals,
    ),
    Kept(
        model=Rest,
        why=_("So that you rest from writing without a name, and read why. No host sees whose it is."),
        how_long=_("Thirty days, or until a host takes it back."),
        export=_rests,
        erase=_erase_rests,
    ),
    Kept(
        model=JoinRequest,
        why=_("So that hosts can answer you."),
        how_long=_("Until they say yes or you take it back; your note is deleted when they say no."),
        export=_requests,
        erase=_erase_requests,
    ),
    Kept(
        model=Invitation,
        why=_("So that a link you made lets people in, and hosts can take it back."),
        how_long=_("Seven days, and until the next day's tidying."),
        export=_invitations,
        erase=_erase_invitations,
    ),
    Kept(
        model=Closing,
        why=_("So that a closed group can be opened again."),
        how_long=_("30 days."),
        export=_closings,
        erase=_erase_closings,
    ),
)
