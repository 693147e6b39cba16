"""Companions are told of asks and answers, of a silence they were asked to look after, and of a word."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.companions import caring, seeing
from openchair.companions.models import Companionship
from openchair.companions.models.companionship import ASK_STANDS, CompanionshipQuerySet
from openchair.companions.models.word import WORD_STANDS
from openchair.companions.naming import name_of_other
from openchair.kit.clock import now
from openchair.kit.prepared import prepared
from openchair.notices import telling
from openchair.notices.kinds import Cause, Kind, register
from openchair.people.models import Person

ASK, YES, QUIET, WORD, AGAIN = (f"companion-{name}" for name in ("ask", "yes", "quiet", "word", "again"))
Due = Callable[[Person, Companionship], bool]


def asked(companionship: Companionship) -> None:
    """Somebody asks."""
    telling.tell(person=companionship.asked, kind=ASK, subject=companionship.public_id)


def answered(companionship: Companionship) -> None:
    """Somebody said yes. A no does not exist."""
    telling.tell(person=companionship.asker, kind=YES, subject=companionship.public_id)


def _found(person: Person, subject: str) -> Companionship | None:
    return next(iter(_between(person.pk, subject)), None)


@prepared
def _between(person: UUID, subject: str) -> CompanionshipQuerySet:
    every = Companionship.objects.of(person).together().select_related("group", "asker", "asked")
    return every.filter(public_id=subject)


def _name(person: Person, subject: str) -> str | None:
    found = _found(person, subject)
    return name_of_other(found, person) if found else None


def _kind(name: str, title: Promise, line: Callable[[], str], due: Due, **more: object) -> Kind:
    """A kind about one companionship, with the other's name in its sentence."""

    def words(person: Person, subject: str) -> str:
        return line() % {"name": _name(person, subject) or ""}

    def is_due(person: Person, subject: str, _at: datetime) -> bool:
        found = _found(person, subject)
        return found is not None and due(person, found)

    def shown(person: Person, subject: str, _at: datetime) -> str | None:
        found = _found(person, subject)
        if found is None or not due(person, found):
            return None
        return line() % {"name": name_of_other(found, person)}

    ways = {"name_of": _name, "is_due": is_due, "shown": shown}
    return Kind(name=name, title=title, why=_WHY, line=words, **ways, **more)  # type: ignore[arg-type]


def _waits(person: Person, found: Companionship) -> bool:
    this = Companionship.objects.filter(pk=found.pk, asked=person, set_aside_at=None)
    return this.waiting(now()).exists()


def _stands(_person: Person, found: Companionship) -> bool:
    return bool(found.accepted_at and not found.ended_at)


def _is_quiet(person: Person, found: Companionship) -> bool:
    return _stands(person, found) and caring.is_nudged(found, found.other(person))


def _has_word(person: Person, found: Companionship) -> bool:
    return _stands(person, found) and seeing.has_a_word(found, found.other(person))


def _to_page(subject: str) -> str:
    return reverse("companion", args=[subject])


def _to_list(_subject: str) -> str:
    return reverse("companions")


_WHY = _later("You are told of what companions ask and answer.")
_PEOPLE = {"cause": Cause.PEOPLE, "stands": ASK_STANDS}

register(
    _kind(
        ASK,
        _later("Somebody asks you to be a companion"),
        lambda: _("%(name)s asks whether you would be a companion."),
        _waits,
        link=_to_list,
        **_PEOPLE,
    )
)
register(
    _kind(
        YES,
        _later("Somebody said yes to being a companion"),
        lambda: _("%(name)s said yes. You are companions now."),
        _stands,
        link=_to_page,
        **_PEOPLE,
    )
)
register(
    _kind(
        QUIET,
        _later("A companion has gone quiet"),
        lambda: _("%(name)s may like to hear from you. They asked that you be told."),
        _is_quiet,
        link=_to_page,
        cause=Cause.PEOPLE,
        stands=timedelta(days=7),
    )
)
register(
    _kind(
        WORD,
        _later("A companion wanted you to know something"),
        lambda: _("%(name)s wanted you to know that something happened. You could write or call."),
        _has_word,
        link=_to_page,
        cause=Cause.PEOPLE,
        stands=WORD_STANDS,
    )
)
register(
    _kind(
        AGAIN,
        _later("What you show a companion has ended"),
        lambda: _(
            "What %(name)s may see, or look after, has ended after 90 days. Choose again, if you like."
        ),
        _stands,
        link=_to_page,
        stands=timedelta(days=14),
    )
)
