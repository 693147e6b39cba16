"""The built-in scripts: whole, plain, short, and our own."""

from dataclasses import FrozenInstanceError

import pytest
from django.utils import translation

from openchair.library.readings import reading, readings
from openchair.library.scripts import DEFAULT, script, scripts
from openchair.library.sheet import Script, Step

ALL_STEPS = [step for item in scripts() for step in item.steps]


def test_there_are_three_scripts_and_the_plainest_is_the_default() -> None:
    assert [item.key for item in scripts()] == ["open-sharing", "speaker", "newcomer"]
    assert script(DEFAULT).key == "open-sharing"


def test_a_script_that_is_not_there_is_not_found() -> None:
    with pytest.raises(KeyError):
        script("beginners")
    with pytest.raises(KeyError):
        reading("serenity")


@pytest.mark.parametrize("item", scripts(), ids=lambda item: item.key)
def test_a_script_goes_from_opening_to_closing(item: Script) -> None:
    kinds = [step.kind for step in item.steps]
    assert kinds[0] == "opening" and kinds[-1] == "closing"
    assert kinds.index("burning") > kinds.index("shares")
    assert 40 <= item.minutes <= 75


@pytest.mark.parametrize("item", scripts(), ids=lambda item: item.key)
def test_no_step_of_a_script_is_there_twice(item: Script) -> None:
    keys = [step.key for step in item.steps]
    assert len(set(keys)) == len(keys)
    assert item.step(keys[2]) is item.steps[2]


@pytest.mark.parametrize("item", scripts(), ids=lambda item: item.key)
def test_privacy_and_passing_are_told_before_anyone_shares(item: Script) -> None:
    keys = [step.key for step in item.steps]
    assert keys.index("read-what-stays-here") < keys.index("shares")
    assert keys.index("read-passing-is-fine") < keys.index("shares")


@pytest.mark.parametrize("step", ALL_STEPS, ids=lambda step: step.key)
def test_a_reading_step_names_a_reading_we_have_and_no_other_step_does(step: Step) -> None:
    assert (step.kind == "reading") == bool(step.reading)
    if step.reading:
        assert reading(step.reading).title == step.title


def test_every_reading_is_used_or_is_the_other_way_of_talking() -> None:
    used = {key for item in scripts() for key in item.readings}
    assert {item.key for item in readings()} - used == {"how-we-talk-together"}


def test_a_script_cannot_be_changed_in_passing() -> None:
    with pytest.raises(FrozenInstanceError):
        script("speaker").steps[0].minutes = 90  # type: ignore[misc]


def test_words_are_translated_when_they_are_shown() -> None:
    with translation.override("de"):
        assert isinstance(str(script("speaker").name), str)
    assert not isinstance(script("speaker").name, str), "a plain string would be stuck in one language"
