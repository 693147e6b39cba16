"""What a path is about, and how its owner wants it counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.kit.words import LineField, WordsField
from openchair.paths.about import About, First, Kind, Matter
from openchair.paths.forms.dated import DatedForm
from openchair.paths.ledger import Precision
from openchair.paths.milestones import preset_for
from openchair.paths.picture import Picture
from openchair.people.own_days import Home

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def _money(label: _StrPromise) -> forms.DecimalField:
    return forms.DecimalField(
        min_value=Decimal(0),
        max_digits=9,
        decimal_places=2,
        required=False,
        label=label,
        error_messages={"min_value": _("Use a number from nought up.")},
    )


class PathForm(DatedForm):
    """A path, new or as it is: what, since when, and all that can wait."""

    label = LineField(max_length=60, label=gettext_lazy("What is it about?"))
    kind = forms.ChoiceField(choices=Kind.choices, label=gettext_lazy("What do you want?"))
    matter = forms.ChoiceField(
        choices=Matter.choices, required=False, label=gettext_lazy("What comes closest?")
    )
    word = LineField(max_length=30, required=False, label=gettext_lazy("Your own word for it"))
    plan = WordsField(max_length=300, required=False, label=gettext_lazy("What is a day within your plan?"))
    first = forms.ChoiceField(choices=First.choices, required=False, label=gettext_lazy("What stands first?"))
    from_one = forms.BooleanField(required=False, label=gettext_lazy("Today counts as a day already"))
    leap_to_march = forms.BooleanField(
        required=False, label=gettext_lazy("29 February comes round on 1 March, not on 28 February")
    )
    amount = _money(gettext_lazy("How many in a usual week, before?"))
    price = _money(gettext_lazy("What did one cost?"))
    currency = LineField(max_length=6, required=False, label=gettext_lazy("In what money?"))
    saves = forms.BooleanField(required=False, label=gettext_lazy("Show what stayed in my pocket"))

    def __init__(
        self, data: Mapping[str, object] | None, *, home: Home, today: date, picture: Picture | None = None
    ) -> None:
        super().__init__(data, initial=_told(picture) if picture else _fresh(today))
        self.look_at(home, today)
        self.picture, self.kept = picture, picture.start if picture else None
        self.fields["label"].error_messages["required"] = _("Give it a name that you will know again.")
        for kind in ("required", "invalid_choice"):
            self.fields["kind"].error_messages[kind] = _("Please choose one of these.")

    def clean(self) -> None:
        """A path does not begin after what was noted on it."""
        if self.picture and "on" in self.cleaned_data:
            self.refuse_disorder(list(self.picture.events), self.picture.start)

    @property
    def waits(self) -> bool:
        """Is there something to mend among what is folded away?"""
        shown = {"label", "kind", "matter", "on", "precision", "hour"}
        return bool(set(self.errors) - shown)

    @property
    def about(self) -> About:
        """What was filled in; which days are marked is chosen elsewhere, and preset by kind."""
        told = self.cleaned_data
        marked = self.picture.about if self.picture else About("", sets=preset_for(told["kind"]))
        return replace(
            marked,
            label=told["label"],
            kind=told["kind"],
            matter=told["matter"] or Matter.NOT_SAID.value,
            word=told["word"],
            plan=told["plan"],
            first=told["first"] or First.KEPT.value,
            from_one=told["from_one"],
            leap_to_march=told["leap_to_march"],
            amount=str(told["amount"] or ""),
            price=str(told["price"] or ""),
            currency=told["currency"],
            saves=told["saves"],
        )


def _fresh(today: date) -> dict[str, object]:
    preset = About("").as_plain()
    return {**preset, "on": today, "precision": Precision.DAY, "kind": ""}


def _told(picture: Picture) -> dict[str, object]:
    start = picture.start
    hour = str(start.moment.astimezone(picture.home.clock).hour) if start.moment else ""
    dated = {"on": start.on, "precision": start.precision, "hour": hour}
    return {**picture.about.as_plain(), **dated}
