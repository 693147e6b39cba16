"""Keys of nobody go after a day, unless there are so many that the data may be the wrong one."""

from datetime import timedelta
from uuid import uuid4

import pytest

from openchair.kit.clock import now
from openchair.vault import sweeping
from openchair.vault.ring import Ring
from openchair.vault.sweeping import TooMany
from openchair.vault.tests.test_tombstones import somebody

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_key_whose_row_was_never_written_goes_after_a_day(here: Ring) -> None:
    living, stray, moment = {str(somebody()) for _ in range(3)}, str(uuid4()), now()
    here.forge("person", [stray])
    assert sweeping.sweep(here, moment) == 0
    assert sweeping.sweep(here, moment + DAY - timedelta(minutes=1)) == 0
    assert here.names("person") == living | {stray}
    assert sweeping.sweep(here, moment + DAY) == 1
    assert here.names("person") == living
    assert here.ask("SELECT * FROM strays") == [] and len(here.tombstones()) == 1
    assert sweeping.sweep(here, moment + 2 * DAY) == 0


def test_a_key_whose_row_was_written_late_stays(here: Ring) -> None:
    stray, moment = str(uuid4()), now()
    here.forge("person", [stray])
    sweeping.sweep(here, moment)
    assert here.ask("SELECT subject FROM strays") == [(stray,)]
    here.destroy([stray])
    living = str(somebody())
    assert sweeping.sweep(here, moment + DAY) == 0
    assert here.ask("SELECT * FROM strays") == [] and here.names("person") == {living}


@pytest.mark.parametrize(("living", "strays"), [(1, 2), (25, 21)])
def test_so_many_look_like_the_wrong_data_and_stay_until_somebody_says_so(
    here: Ring, living: int, strays: int
) -> None:
    for _ in range(living):
        somebody()
    here.forge("person", [str(uuid4()) for _ in range(strays)])
    moment = now()
    sweeping.sweep(here, moment)
    with pytest.raises(TooMany, match=f"{strays} keys belong to nobody"):
        sweeping.sweep(here, moment + DAY)
    assert len(here.names("person")) == living + strays
    assert sweeping.sweep(here, moment + DAY, however_many=True) == strays
    assert len(here.names("person")) == living
