"""A place opens: all of it at once, or nothing."""

from django.db import IntegrityError, transaction

from openchair.groups.first_agreement import agreement_text
from openchair.groups.founding import found_group
from openchair.kit.clock import now
from openchair.people import joining
from openchair.people.drafts import Draft
from openchair.people.models import Place
from openchair.people.stewarding import make_steward
from openchair.project.ringing import papers


class LinkSpent(Exception):
    """Somebody used the one-time link meanwhile."""


def open_place(draft: Draft) -> bool:
    """Write the place, its steward and its first group, once, however often it is sent.

    True when the steward's first session is there. False when the draft was used and signed out since, or its
    one-time link was spent by somebody else; then nothing was written.
    """
    try:
        _write(draft)
    except (IntegrityError, LinkSpent):
        if not joining.is_in(draft):
            return False
    if draft["papered"]:
        papers.keep_first(draft)
    return True


@transaction.atomic
def _write(draft: Draft) -> None:
    person = joining.write(draft, kept=bool(draft["kept"]))
    if not make_steward(person=person, token=draft["steward_link"]):
        raise LinkSpent
    Place.objects.update_or_create(
        pk=1,
        defaults={
            "name": draft["name"],
            "languages": draft["languages"],
            "zone": draft["zone"],
            "country": draft["country"],
            "joining": draft["joining"],
            "ready_at": now(),
        },
    )
    found_group(
        person=person,
        alias=draft["alias"],
        agreement=agreement_text(),
        name=draft["group"],
        focus=draft["focus"],
        language=draft["languages"].split(",")[0],
    )
