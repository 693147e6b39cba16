"""`Sealed`: a column of words that are unreadable without the keys of whoever wrote them."""

from types import ModuleType
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

from django.core.exceptions import FieldError
from django.db import IntegrityError, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from openchair.vault import boxes, opened
from openchair.vault.boxes import BrokenSeal, Spot
from openchair.vault.peers import keys_for
from openchair.vault.results import Ciphertext, Erased, Tampered, Unreadable
from openchair.vault.ring import Destroyed
from openchair.vault.rules import Deconstructed

ITSELF = "id"
ERASED = _("These words were removed at their writer's request.")
TAMPERED = _("These words cannot be shown: what was stored was changed.")

if TYPE_CHECKING:
    TextField = models.TextField[str, str]
else:
    TextField = models.TextField


class SealedNameError(FieldError):
    """Sealed words can be opened one row at a time; they cannot be searched, sorted or changed by a query."""


class NoWords(IntegrityError):
    """A column that is never empty was to be empty: the database cannot see it, so its field refuses."""


class SealedAttribute(DeferredAttribute):
    """Opens the words when somebody reads them."""

    field: "Sealed"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> object:
        """The words, or Erased, or Tampered."""
        if instance is None:
            return self
        held = instance.__dict__.get(self.field.attname)
        if held is None:
            held = super().__get__(instance, cls)
        if isinstance(held, Ciphertext):
            return self.field.opened(instance, held)
        return held

    def __set__(self, instance: models.Model, value: object) -> None:
        """New words, or sealed ones as they come from the database."""
        instance.__dict__[self.field.attname] = value
        instance.__dict__.get("_opened", {}).pop(self.field.attname, None)


class Sealed(TextField):
    """Words sealed at rest (security: AES-256-GCM, one key for each row, see `boxes`).

    `by` names the foreign key of the author, `within` that of the group the words belong to; ITSELF when the
    row itself has the key, forged when the row is first written. `kind` says what such a row is.
    `max_length`, in signs, is what forms allow. `gone` is read where the words were erased.
    """

    descriptor_class = SealedAttribute

    def __init__(
        self,
        *args: object,
        by: str = "",
        within: str | None = None,
        kind: str = "",
        gone: str | Promise = ERASED,
        **options: object,
    ) -> None:
        self.by, self.within, self.kind, self.gone = by, within, kind, gone
        super().__init__(*args, **options)  # type: ignore[arg-type] # Django looks at them itself

    def deconstruct(self) -> Deconstructed:
        """For migrations, to which these are bytes."""
        name, _path, arguments, options = super().deconstruct()
        options.pop("max_length", None)  # counts signs in forms, not bytes in the table
        return name, "django.db.models.BinaryField", list(arguments), options

    def get_internal_type(self) -> str:
        """Bytes in both databases."""
        return "BinaryField"

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """The type of a column of bytes, whatever `max_length` says of the words."""
        return connection.data_types["BinaryField"]

    def from_db_value(self, value: bytes | memoryview | None, *_context: object) -> Ciphertext | None:
        """Sealed as it lies there; opened only when read."""
        return None if value is None else Ciphertext(bytes(value))

    def get_prep_value(self, value: object) -> object:
        """What goes to the database is sealed already, or goes nowhere."""
        if value is None or isinstance(value, Ciphertext):
            return value
        raise SealedNameError(f"'{self.name}' is sealed: save the row instead.")

    def get_db_prep_value(
        self, value: object, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> object:
        """The bytes for the driver."""
        sealed = value if prepared else self.get_prep_value(value)
        if not isinstance(sealed, Ciphertext):
            return None
        driver: ModuleType = connection.Database  # type: ignore[attr-defined] # Django sets it on every wrapper
        return driver.Binary(sealed.sealed)

    def get_lookup(self, lookup_name: str) -> "type[models.Lookup[object]] | None":
        """Nothing but "is there any?" can be asked."""
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise SealedNameError(f"'{self.name}' is sealed: it cannot be filtered.")

    def get_transform(self, lookup_name: str) -> NoReturn:
        """Nor can it be computed with."""
        raise SealedNameError(f"'{self.name}' is sealed: {lookup_name} cannot be asked of it.")

    def pre_save(self, model_instance: models.Model, add: bool) -> Ciphertext | None:
        """The words, sealed for this row. What could not be read is kept exactly as it was."""
        held = model_instance.__dict__.get(self.attname)
        if isinstance(held, Unreadable):
            return held.ciphertext
        if held is None or isinstance(held, Ciphertext):
            return held
        if not held and not self.blank:
            raise NoWords(f"'{self.name}' of {self.model._meta.label} is empty.")
        return self.sealed(model_instance, str(held), new=add)

    def sealed(self, row: models.Model, words: str, *, new: bool) -> Ciphertext:
        """The words as they are stored in this row. Raises Destroyed when a key they need is gone."""
        spot = self.spot(row)
        if new and self.by == ITSELF:
            opened.forge(self.kind, spot.author)
        keys = opened.KEYS.of(_needed(spot))
        author, container = keys.get(spot.author), _container(keys, spot)
        if author is None or container is None:
            raise Destroyed
        sealed = boxes.seal(words, spot=spot, author=author, container=container, longest=self.max_length)
        return Ciphertext(sealed)

    def opened(self, row: models.Model, held: Ciphertext) -> str:
        """The words of this row, or what stands where they were."""
        kept: dict[str, str] = row.__dict__.setdefault("_opened", {})
        if self.attname not in kept:
            kept[self.attname] = self._open(row, held)
        return kept[self.attname]

    def spot(self, row: models.Model) -> Spot:
        """Where the words of this row belong."""
        author, *within = self.key_columns
        container = _uuid(row, within[0]) if within else None
        return Spot(self._label, _uuid(row, self._row), _uuid(row, author), container)

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The attributes of a row that say whose keys its words need."""
        return tuple(self._attname(name) for name in (self.by, self.within) if name)

    @cached_property
    def _label(self) -> bytes:
        return boxes.column_label(self.model._meta.db_table, str(self.column))

    @cached_property
    def _row(self) -> str:
        return str(self.model._meta.pk.attname)

    def _open(self, row: models.Model, held: Ciphertext) -> str:
        spot = self.spot(row)
        keys = keys_for(row, spot.author, spot.container)
        author, container = keys.get(spot.author), _container(keys, spot)
        if author is None or container is None:
            return Erased(self.gone, held)
        try:
            return boxes.unseal(held.sealed, spot=spot, author=author, container=container)
        except BrokenSeal:
            return Tampered(TAMPERED, held)

    def _attname(self, name: str) -> str:
        found = self.model._meta.get_field(name)
        return str(getattr(found, "attname", name))


def _needed(spot: Spot) -> set[UUID]:
    return {spot.author, spot.container} if spot.container else {spot.author}


def _container(keys: dict[UUID, bytes], spot: Spot) -> bytes | None:
    return keys.get(spot.container) if spot.container else boxes.NOBODY


def _uuid(row: models.Model, attname: str) -> UUID:
    found: UUID | str = getattr(row, attname)
    return found if isinstance(found, UUID) else UUID(found)
