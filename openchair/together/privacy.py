"""What is kept about a person here: what they said yes to in their groups, and nothing that was counted."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.together.models import Around, Celebrating, Counted, SheetHolder
from openchair.together.models.saying_yes import Yes

Yeses = type[Counted] | type[Celebrating] | type[Around] | type[SheetHolder]
UNTIL = _("Until you say no, or leave the group for good.")


def _rows(model: Yeses) -> Callable[[Person], list[Row]]:
    def export(person: Person) -> list[Row]:
        mine = model.objects.filter(person=person).select_related("group").order_by("since")
        return [{"group_name": one.group.name, "since": one.since, **_more(one)} for one in mine]

    return export


def _more(one: Yes) -> Row:
    if isinstance(one, Counted | Celebrating):
        return {"path": one.path.public_id}
    if isinstance(one, Around):
        return {"path": one.path.public_id if one.path else "", "what": str(one.stage)}
    return {}


def _erased(model: Yeses) -> Callable[[Person], None]:
    def erase(person: Person) -> None:
        model.objects.filter(person=person).delete()

    return erase


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Counted,
        why=_("So that your days count in a sum of your group, of ten people or more. The sum names nobody."),
        how_long=UNTIL,
        export=_rows(Counted),
        erase=_erased(Counted),
    ),
    Kept(
        model=Celebrating,
        why=_("So that you stand on the sheet of your group’s birthday night."),
        how_long=_("Until you say no, note a setback, or leave the group for good."),
        export=_rows(Celebrating),
        erase=_erased(Celebrating),
    ),
    Kept(
        model=Around,
        why=_("So that others at about your stage see your name in the group. What you say of it is sealed."),
        how_long=UNTIL,
        export=_rows(Around),
        erase=_erased(Around),
    ),
    Kept(
        model=SheetHolder,
        why=_("So that you see the sheet of the birthday night, which a host gave you."),
        how_long=_("Until a host takes it back, or you leave the group for good."),
        export=_rows(SheetHolder),
        erase=_erased(SheetHolder),
    ),
)
