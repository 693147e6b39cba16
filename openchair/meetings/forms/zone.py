"""Which clock the reader goes by."""

from functools import cache
from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.people.zones import zone_names

Choices = list[tuple[str, str | list[tuple[str, str]]]]


@cache
def zone_choices() -> Choices:
    """All zones, grouped by region: [("UTC", "UTC"), ("Africa", [("Africa/Abidjan", "Abidjan"), …]), …]."""
    grouped: Choices = []
    for region, names in groupby(zone_names(), key=lambda name: name.partition("/")[0]):
        inside = [(name, name.partition("/")[2].replace("_", " ").replace("/", ", ")) for name in names]
        grouped.append((region, inside) if inside[0][1] else (region, region))
    return grouped


class ZoneForm(forms.Form):
    """The reader's zone, kept in a cookie of their browser."""

    zone = forms.ChoiceField(
        choices=zone_choices,
        label=_("Show times as in"),
        error_messages={"required": _("Choose a place."), "invalid_choice": _("Choose one from the list.")},
    )
