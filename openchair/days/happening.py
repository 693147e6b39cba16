"""Something happened: one act, two taps from Today."""

from datetime import date, datetime

from django.db import transaction

from openchair.days import celebrating
from openchair.paths import noting
from openchair.paths.models import Entry
from openchair.paths.noting import When
from openchair.paths.picture import Picture


@transaction.atomic
def note(*, picture: Picture, on: date, anew: bool) -> Entry:
    """Note it, and let no congratulation of this path go out. `anew`: a new run counts from that day on.

    A run that begins today begins at this moment. What is kept stays, and no role of theirs is touched.
    """
    again = When(on, moment=_moment(picture, on)) if anew else None
    entry = noting.set_back(path=picture.path, when=When(on), again=again)
    celebrating.drop_all(picture.path)
    return entry


def say_more(*, entry: Entry, lines: tuple[str, ...]) -> None:
    """Three lines for oneself, each optional."""
    noting.edit(path=entry.path, of=entry.event, changes={"lines": lines})


def ask_no_more(*, entry: Entry) -> None:
    """No gentle question comes after this one."""
    noting.edit(path=entry.path, of=entry.event, changes={"asks": False})


def _moment(picture: Picture, on: date) -> datetime | None:
    return picture.now if on == picture.reckoning.today else None
