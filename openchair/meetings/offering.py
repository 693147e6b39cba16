"""What Help now shows of meetings: one that is on, or begins within the hour."""

from collections.abc import Iterator
from itertools import chain
from typing import cast

from django.http import HttpRequest
from django.utils.translation import gettext as _

from openchair.meetings.listing import Row, next_hour, on_now
from openchair.people.requests import Request
from openchair.support.offers import AT_MOST, Offer, register


@register
def meetings_soon(request: HttpRequest) -> Iterator[Offer]:
    """On now first, then the next ones; asked behind a door that has set zone and visitor."""
    asking = cast(Request, request)
    lists = (find(asking.zone, asking.visitor, AT_MOST) for find in (on_now, next_hour))
    for row in chain.from_iterable(lists):
        yield Offer(title=row.name, when=_when(row), url=row.href)


def _when(row: Row) -> str:
    said = {"time": row.span, "zone": row.zone}
    return _("On now, %(time)s, %(zone)s") % said if row.now else _("Soon: %(time)s, %(zone)s") % said
