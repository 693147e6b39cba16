"""Every address, asked in every way by everybody: what they get stands in `expected.txt`."""

from collections.abc import Iterator

import pytest

from openchair.project.who_may import METHODS, Address, addresses, declared
from tests.matrix import table
from tests.matrix.knocking import Asked, Knocking
from tests.matrix.typed import WRITE_NOTHING
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S09")]
NEVER = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
PLACES = [pytest.param(one, id=one.name) for one in addresses()]


@pytest.fixture(scope="module")
def knocking(world: World) -> Knocking:
    """Everybody at the doors."""
    return Knocking(world)


@pytest.mark.parametrize("address", PLACES)
def test_everybody_gets_what_the_table_says(knocking: Knocking, address: Address) -> None:
    found = {(address.name, one.method, one.variant): knocking.row(one) for one in ways(knocking, address)}
    expected = {row: signs for row, signs in table.read().items() if row[0] == address.name}
    assert found == expected, "\n".join(["", *table.drawn(found), "instead of", *table.drawn(expected)])
    writes = "POST" in declared()[address.name].methods and address.name not in WRITE_NOTHING
    assert not writes or address.name in knocking.changed, "nobody of this world was there to be refused"


@pytest.mark.parametrize("address", PLACES)
def test_every_other_way_to_ask_is_405_for_everybody(knocking: Knocking, address: Address) -> None:
    path = knocking.path(next(ways(knocking, address)))
    for method in {*NEVER, *METHODS} - declared()[address.name].ways:
        for role in ("nobody", "staff"):
            answer = knocking.ask(role, method, path)
            assert (answer.status, answer.changed) == (405, False), f"{method} as {role}"


@pytest.mark.parametrize("address", [one for one in PLACES if "GET" in declared()[str(one.id)].methods])
def test_the_head_of_a_page_tells_no_more_than_the_page(knocking: Knocking, address: Address) -> None:
    path = knocking.path(next(ways(knocking, address)))
    for role in ("nobody", "visitor", "host"):
        page, head = knocking.ask(role, "GET", path), knocking.ask(role, "HEAD", path)
        assert (head.status, head.leads_to.split("?")[0], head.body) == (
            page.status,
            page.leads_to.split("?")[0],
            "",
        )


def test_the_table_names_nothing_that_is_not_there_and_is_written_in_one_way() -> None:
    rows = table.read()
    assert {name for name, _method, _corner in rows} == set(declared())
    assert table.TABLE.read_text(encoding="utf-8") == table.text(rows)


def test_what_a_line_lacks_is_seen() -> None:
    with pytest.raises(AssertionError, match="twice"):
        table.read("place GET anywhere ✓\nplace GET anywhere ·\n")


def ways(knocking: Knocking, address: Address) -> Iterator[Asked]:
    """Each declared way to ask for an address, in each of its corners."""
    for corner in knocking.world.variants(address.name, set(address.pattern.pattern.converters)):
        for method in declared()[address.name].methods:
            yield Asked(address, method, corner)
