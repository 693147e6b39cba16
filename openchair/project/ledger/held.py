"""How each column is held: which are random, which are hashes, and of what."""

from typing import Final

from django.db import models

from openchair.vault.blind import Blind
from openchair.vault.fields import Sealed
from openchair.vault.rules import holds

_RANDOM: Final = "a random id"
_SHA: Final = "a hash (SHA-256)"
HELD: Final[dict[str, str]] = {
    "people.person.passphrase": "a hash (Argon2id) of the words to sign in",
    "people.session.token_hash": f"{_SHA} of a random token",
    "people.session.earlier_hash": f"{_SHA} of the token before it",
    "people.recoverycode.code_hash": f"{_SHA} of a random code",
    "people.closure.code_hash": f"{_SHA} of a random code",
    "people.stewardlink.token_hash": f"{_SHA} of a random token",
    "people.submission.key": f"{_SHA} of a form that was sent",
    "people.passkey.holder": "a random id",
    "people.passkey.credential": "a random id of the passkey",
    "people.passkey.public_key": "the public half of a key pair",
    "notices.calendarfeed.token_hash": f"{_SHA} of a random token",
    "notices.reminder.subject": _RANDOM,
    "notices.notice.subject": _RANDOM,
    "groups.invitation.token_hash": f"{_SHA} of a random token",
    "groups.invitation.code_hash": f"{_SHA} of a random code, under a key that does not lie in the database",
    "paths.celebration.chip": "a keyed hash (HMAC-SHA256) of a random id and a milestone, under a key apart",
    "rooms.room.key": "a random key",
    "rooms.response.utterance": _RANDOM,
    "safety.report.utterance": _RANDOM,
    "vault.tombstone.mark": "a keyed hash (HMAC-SHA256) of a random id",
}

HOURS: Final = {"people.accountnotice.at"}  # moments of which only the hour is kept


def how_held(column: models.Field) -> str:  # type: ignore[type-arg]
    """A description in place of the value; "" for what can be read as it is."""
    if isinstance(column, models.UUIDField) or column.name == "public_id":
        return _RANDOM
    if isinstance(column, models.AutoField | models.BigAutoField):
        return "the number of the row"
    if isinstance(column, Blind):
        return f"a keyed hash (HMAC-SHA256) of {column.of}"
    return HELD.get(str(column).lower(), "")


def said(column: models.Field) -> str:  # type: ignore[type-arg]
    """One phrase for the inventory."""
    if isinstance(column, Sealed):
        return "sealed"
    if described := how_held(column):
        return described
    if column.related_model is not None and not isinstance(column.related_model, str):
        return f"leads to: {column.related_model._meta.verbose_name}"
    if holds(column) and not column.choices:
        return holds(column)
    return _kind(column)


def _kind(column: models.Field) -> str:  # type: ignore[type-arg]
    if column.choices:
        return "one of a few words"
    if isinstance(column, models.DateTimeField):
        return "a moment"
    if isinstance(column, models.DateField):
        return "a day"
    if isinstance(column, models.TimeField):
        return "a time of day"
    if isinstance(column, models.BooleanField):
        return "yes or no"
    return "a number" if isinstance(column, models.IntegerField) else ""
