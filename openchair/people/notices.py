"""Changes to how one signs in are told in every other session of that person (S36)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from openchair.kit.clock import now
from openchair.people.models import AccountNotice, Person, Session
from openchair.people.requests import place_of, session_of
from openchair.people.zones import zone_or_utc

Kind = AccountNotice.Kind
WAITS = timedelta(days=7)  # how long a change is told to sessions that begin

_WORDS: dict[str, str | Promise] = {
    Kind.SIGNED_IN: _later("somebody signed in on another device"),
    Kind.WORDS: _later("new words were chosen"),
    Kind.CODES: _later("a new set of spare keys was made"),
    Kind.CODE_USED: _later("a spare key was used to choose new words"),
    Kind.PASSKEY: _later("a passkey was added"),
    Kind.PASSKEY_WAITS: _later("a passkey was added; it works after a day, and until then you can cancel it"),
    Kind.PASSKEY_GONE: _later("a passkey was removed"),
    Kind.PASSKEY_COPIED: _later("a passkey was used that may have a copy"),
}


@dataclass(frozen=True, slots=True)
class News:
    """What to tell in one session, newest last."""

    lines: list[str]


def announce(*, person: Person, kind: str, here: UUID | None = None) -> None:
    """Tell it in every living session but `here`, and in each that begins within a week.

    A living session may be a telephone in a drawer: who signs in anew is told too. A sign-in is not told
    later: it is most likely the one who reads it.
    """
    moment = now()
    others = [one for one in person.sessions.all() if one.pk != here and one.lives_at(moment)]
    for session in others:
        _tell(person, session, kind, _hour_of(moment))
    if kind != Kind.SIGNED_IN:
        _tell(person, None, kind, _hour_of(moment))


def waiting(person: Person) -> list[AccountNotice]:
    """What changed within the week, and is told to each session that begins."""
    return list(AccountNotice.objects.filter(person=person, session=None, at__gt=now() - WAITS))


def catch_up(session: Session, missed: list[AccountNotice] | None = None) -> None:
    """Tell a session that begins what changed while nobody was there to be told: `missed`, or all."""
    for one in waiting(session.person) if missed is None else missed:
        _tell(session.person, session, one.kind, one.at)


def news_of(request: HttpRequest) -> News | None:
    """What the asking session has not read yet, in sentences; None when there is nothing, or no session."""
    session = session_of(request)
    if session is None or not session.has_news:
        return None
    zone = zone_or_utc(session.person.zone, place_of(request).zone)
    lines = [_sentence(one, zone) for one in session.notices.order_by("at", "pk")]
    return News(lines) if lines else None


def have_read(session: Session) -> None:
    """This session has read them; the others have not."""
    session.notices.all().delete()


def _tell(person: Person, session: Session | None, kind: str, at: datetime) -> None:
    AccountNotice.objects.update_or_create(person=person, session=session, kind=kind, defaults={"at": at})


def _sentence(notice: AccountNotice, zone: ZoneInfo) -> str:
    return _("%(when)s: %(what)s.") % {"when": _when(notice.at, zone), "what": _WORDS[notice.kind]}


def _when(at: datetime, zone: ZoneInfo) -> str:
    local, locale = at.astimezone(zone), to_locale(get_language() or "en")
    if local.date() == now().astimezone(zone).date():
        return _("Today, about %(time)s") % {"time": format_time(local, "short", locale=locale)}
    return format_date(local, "EEEE, d MMMM", locale=locale)


def _hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
