"""A block: silent, and both ways."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from openchair.kit import ids
from openchair.kit.clock import now
from openchair.people.models.farewell import name_for, still_met
from openchair.people.models.person import Person
from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet


class BlockQuerySet(SealedQuerySet["Block"]):
    """Blocks, opened together."""

    def shown(self) -> Self:
        """Those of people of whom a page may still tell."""
        return self.filter(still_met()).select_related("other__closure")


class Block(models.Model):
    """`person` does not want to meet `other`; neither sees the other's words, and `other` is not told."""

    id = models.UUIDField(primary_key=True, default=ids.row_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocked_by")
    # The name under which the blocked person was met, so that the list of blocks can be read later.
    met_as = Sealed(by="person", max_length=40, blank=True)
    since = models.DateTimeField(default=now)

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="one_block_each"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="nobody_blocks_themselves"),
        ]

    def __str__(self) -> str:
        return "block"

    @property
    def called(self) -> str:
        """What its owner reads."""
        return name_for(self.other, self.met_as)
