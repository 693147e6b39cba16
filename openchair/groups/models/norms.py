"""How a group shares: what its hosts settled."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from openchair.groups.models.group import Group


class Named(models.TextChoices):
    """Under which name words stand in the group."""

    ALIAS = "alias", _("Under my name here")
    HOSTS = "hosts", _("Without a name; hosts still see whose it is")
    NOBODY = "nobody", _("Without a name, for hosts too")


class Norms(models.Model):
    """One for each group that settled something; without a row, what `Unnamed.HOSTS` says."""

    class Unnamed(models.TextChoices):
        """May a share stand without a name?"""

        NO = "no", _("No: every share carries a name")
        HOSTS = "hosts", _("Yes, and hosts still see whose it is")
        NOBODY = "nobody", _("Yes, for hosts too if the writer likes")

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="norms")
    unnamed = models.CharField(max_length=10, choices=Unnamed.choices, default=Unnamed.HOSTS)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(unnamed__in=["no", "hosts", "nobody"]), name="norms_unnamed")
        ]

    def __str__(self) -> str:
        return "norms"

    @property
    def names(self) -> list[str]:
        """Under which names words may stand here."""
        more = {"no": [], "hosts": [Named.HOSTS], "nobody": [Named.HOSTS, Named.NOBODY]}
        return [Named.ALIAS, *more[self.unnamed]]

    @classmethod
    def of(cls, group: Group) -> "Norms":
        """Those of the group; unsaved ones while its hosts settled nothing."""
        return cls.objects.filter(group=group).first() or cls(group=group)
