"""What lets somebody in: a link to send, or a code to say."""

import re
import secrets
from datetime import timedelta
from hashlib import sha256
from hmac import digest
from typing import NamedTuple, Self

from django.db import models
from django.db.models import Q

from openchair.groups.models.group import Group
from openchair.groups.models.membership import Membership
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.kit.sealing import derived_key
from openchair.people import codes
from openchair.people.models.session import hashed
from openchair.vault.rules import coded

LIVES = timedelta(days=7)
USES = 10
TOKEN_BYTES = 16  # 128 bits (ASVS 5.0, 11.5.1)
CODE_LENGTH, CODE_GROUP = 12, 4  # letters of 5 bits: 60 bits, tried under a limit and for seven days
_TOKEN = re.compile(r"[0-9a-f]{32}")
LONGEST = 500  # of what may be typed: a whole link has its place in it


class Told(NamedTuple):
    """What is told once, and of which only hashes are kept."""

    token: str
    code: str


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by what became of them."""

    def unspent(self) -> Self:
        """Those that nobody took back, with time and uses left."""
        return self.filter(revoked_at=None, uses_left__gt=0, expires_at__gt=now())

    def open(self) -> Self:
        """Those that can still let somebody in: the group stands, and whoever made it hosts it still."""
        return self.unspent().filter(group__closing=None, made_by__in=Membership.objects.hosts())

    def take_back(self) -> None:
        """They let in nobody any more. Who came by them stays."""
        self.filter(revoked_at=None).update(revoked_at=now())


class Invitation(models.Model):
    """Good for seven days and ten people, unless a host takes it back or its maker no longer hosts."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    public_id = coded(models.CharField(max_length=16, unique=True, default=ids.public_id, editable=False))
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="invitations")
    token_hash = coded(models.CharField(max_length=64, unique=True))
    code_hash = coded(models.CharField(max_length=64, unique=True))
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    uses_left = models.PositiveSmallIntegerField(default=USES)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(uses_left__lte=USES), name="at_most_ten_uses")]

    def __str__(self) -> str:
        return "invitation"

    @classmethod
    def make(cls, group: Group, by: Membership) -> tuple[Self, Told]:
        """An invitation, and its token and code, which are shown once and never stored."""
        told = Told(secrets.token_hex(TOKEN_BYTES), codes.draw(CODE_LENGTH, CODE_GROUP))
        hashes = {"token_hash": hashed(told.token), "code_hash": _code_hash(told.code)}
        return cls.objects.create(group=group, made_by=by, expires_at=now() + LIVES, **hashes), told

    @classmethod
    def find(cls, typed: str) -> "Invitation | None":
        """The invitation of a code, a token or a whole link, whatever became of it: one look-up for all."""
        typed = typed[:LONGEST]
        token = _TOKEN.search(typed.lower())
        either = Q(token_hash=hashed(token[0] if token else "")) | Q(code_hash=_code_hash(typed))
        return cls.objects.select_related("group__closing").filter(either).first()

    @property
    def is_open(self) -> bool:
        """True while it can still let somebody in; asks the database."""
        return Invitation.objects.open().filter(pk=self.pk).exists()


def _code_hash(typed: str) -> str:
    # 60 bits could be tried one by one by whoever has a copy of the data, so their hash takes a key that
    # does not lie in the data.
    return digest(derived_key("invitation code"), codes.bare(typed).encode(), sha256).hex()
