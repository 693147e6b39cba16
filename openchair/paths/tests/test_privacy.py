"""A person's paths go with them, and come along with their copy."""

import pytest

from openchair.paths.models import Entry, Path, TakenBack
from openchair.paths.noting import take_back
from openchair.paths.privacy import KEPT
from openchair.paths.tests.scene import a_path, a_path_with_a_setback, today
from tests.cast import the_cast

pytestmark = pytest.mark.django_db


def test_ones_own_and_nobody_else_s_are_exported_and_erased() -> None:
    cast = the_cast()
    path, entry = a_path_with_a_setback(cast.ben)
    others = a_path(cast.chidi)
    take_back(entry=entry, on=today(cast.ben))
    found = {one.model: list(one.export(cast.ben)) for one in KEPT}
    assert found[Path] == [{"path": path.public_id, "entries": 2}]
    assert [row["kind"] for row in found[Entry]] == ["start", "setback"]
    assert "Wine" in str(found[Entry][0]["words"])
    for one in KEPT:
        one.erase(cast.ben)
    assert list(Path.objects.all()) == [others] and not TakenBack.objects.exists()
    assert all(one.export(cast.ben) == [] for one in KEPT)
