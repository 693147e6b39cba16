"""`Blind`: a column by which equal words are found, though neither they nor the column can be read."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from openchair.vault import opened
from openchair.vault.results import Unreadable
from openchair.vault.rules import Deconstructed

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
else:
    CharField = models.CharField

LENGTH = 32  # 128 bits in hex


def unchanged(words: str) -> str:
    """Words that are equal only to themselves."""
    return words


class Blind(CharField):
    """Follows the sealed column `of` by itself, in `save` and in `bulk_create`.

    Equal words give equal keys only under the same row of `within`, a foreign key; `alike` brings words that
    count as the same to one form first.
    """

    holds = "coded"

    def __init__(
        self,
        *args: object,
        of: str = "",
        within: str = "",
        alike: Callable[[str], str] = unchanged,
        **options: object,
    ) -> None:
        self.of, self.within, self.alike = of, within, alike
        whole = {"max_length": LENGTH, "editable": False, **options}
        super().__init__(*args, **whole)  # type: ignore[arg-type] # Django looks at them itself

    def deconstruct(self) -> Deconstructed:
        """For migrations, to which it is a short text."""
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.CharField", list(arguments), options

    def key(self, words: str, within: UUID | None = None) -> str:
        """What the column holds for these words."""
        return opened.blind(f"{self.model._meta.db_table}.{self.of}|{within or ''}", self.alike(words))

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002 - Django's signature
        """The key of the words as they are now; where those cannot be read it stays as it was."""
        words: str = getattr(model_instance, self.of) or ""
        if not isinstance(words, Unreadable):
            within: UUID | None = getattr(model_instance, f"{self.within}_id") if self.within else None
            setattr(model_instance, self.attname, self.key(words, within))
        return str(getattr(model_instance, self.attname))
