"""What a path is about, in its owner's words, and how they want it counted. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What somebody wants to change, and how far. None is better than another."""

    ABSTAIN = "abstain", _("Not at all")
    REDUCE = "reduce", _("Less than before")
    LIMIT = "limit", _("Within a limit I set")
    MEDICATION = "medication", _("With medication that supports me")
    SITUATION = "situation", _("Not in certain situations")
    FAMILY = "family", _("My own steps, beside someone I care about")

    @property
    def is_a_plan(self) -> bool:
        """True where a day counts that lies within one's own plan."""
        return self in {Kind.REDUCE, Kind.LIMIT}


class Matter(TextChoices):
    """What it is about, so far as dangers differ: it chooses what is said first when it matters."""

    ALCOHOL = "alcohol", _("Alcohol")
    OPIOIDS = "opioids", _("Opioids: heroin, fentanyl, strong painkillers")
    SEDATIVES = "sedatives", _("Sleeping pills or tranquillisers")
    STIMULANTS = "stimulants", _("Stimulants: cocaine, speed, crystal")
    OTHER = "other", _("Something else that one takes")
    DOING = "doing", _("Something one does: playing, eating, screens …")
    NOT_SAID = "not-said", _("I would rather not say")


class First(TextChoices):
    """Which number stands first."""

    KEPT = "kept", _("All the days I kept")
    RUN = "run", _("The days of this time")
    NONE = "none", _("No numbers")


@dataclass(frozen=True, slots=True)
class About:
    """`word` is the owner's own, such as sober or free; `plan` what they call a day within their plan.

    `from_one`: today counts as day 1. `leap_to_march`: 29 February comes round on 1 March. `sets` are names
    of `milestones.sets`, `own_days` and `own_months` further ones to mark, `without` keys of milestones that
    these sets have and that are left out. `amount` a week and `price` of one are decimal
    numbers in words, empty when nothing is saved; `saves` shows what was kept.
    """

    label: str
    kind: str = Kind.ABSTAIN
    matter: str = Matter.NOT_SAID
    word: str = ""
    plan: str = ""
    first: str = First.KEPT
    from_one: bool = False
    leap_to_march: bool = False
    sets: tuple[str, ...] = ("early", "usual")
    own_days: tuple[int, ...] = ()
    own_months: tuple[int, ...] = ()
    without: tuple[str, ...] = ()
    amount: str = ""
    price: str = ""
    currency: str = ""
    saves: bool = False

    @property
    def is_a_plan(self) -> bool:
        """Days within one's own plan are what is counted."""
        return Kind(self.kind).is_a_plan

    @property
    def is_for_family(self) -> bool:
        """One's own steps; nobody else is counted."""
        return self.kind == Kind.FAMILY

    def saved(self, days: int) -> Decimal | None:
        """What so many days left in the pocket, to the cent; None when there is nothing to say."""
        if not (self.saves and self.amount and self.price):
            return None
        return (Decimal(self.amount) * Decimal(self.price) * days / 7).quantize(Decimal("0.01"))

    def as_plain(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def from_plain(cls, told: Mapping[str, object]) -> Self:
        """Back from JSON; what an older version did not know has its usual value."""
        known = {one.name for one in fields(cls)}
        kept = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
        return cls(**{name: value for name, value in kept.items() if name in known})  # type: ignore[arg-type] # written by as_plain
