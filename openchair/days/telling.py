"""People who asked for it are told of a milestone on its day; a setback takes it back on every channel.

Gentle questions are asked on Today and never sent: a row that says that one waits would say what happened.
"""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.days import celebrating
from openchair.notices import telling
from openchair.notices.kinds import Kind, register
from openchair.paths.models import Path
from openchair.paths.picture import Picture, picture_of
from openchair.people.models import Person, Place

MILESTONE = "milestone"


@celebrating.register
def drop(path: Path) -> None:
    """Whatever waits to be told of this path's milestones is told no more: on Today, by push, by mail."""
    telling.cancel(person=path.person, kind=MILESTONE, subject=path.public_id)


def _found(person: Person, subject: str) -> Picture | None:
    path = Path.objects.of(person).filter(public_id=subject).first()
    return picture_of(path, person, Place.here()) if path else None


def _name(person: Person, subject: str) -> str | None:
    picture = _found(person, subject)
    return _("Milestones: %(path)s") % {"path": picture.about.label} if picture else None


def _is_due(person: Person, subject: str, _at: datetime) -> bool:
    """As the path stands at this moment: also what was queued before is counted anew when it is sent."""
    picture = _found(person, subject)
    if picture is None or picture.reckoning.has_ended:
        return False
    return celebrating.due(picture) is not None


register(
    Kind(
        name=MILESTONE,
        title=_later("When a milestone comes"),
        why=_later(
            "You are told on the day on which a milestone of this path comes. After a setback nothing"
            " congratulates you for three days."
        ),
        line=None,
        link=lambda subject: reverse("path-chips", args=[subject]),
        name_of=_name,
        is_due=_is_due,
        on_its_days=True,
    )
)
