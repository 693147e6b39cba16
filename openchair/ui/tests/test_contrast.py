"""Whoever reads this at night, tired, on a poor screen, can read it."""

import pytest

from openchair.ui.tests.palette import contrast, schemes

PLAIN = ["bg", "card"]
TINTED = ["lamp", "calm", "alert"]

TEXT_TO_READ = [("soft", "bg"), ("soft", "card"), *[("ink", ground) for ground in [*PLAIN, *TINTED, "glow"]]]
TEXT_TO_ACT_ON = [
    *[(text, "bg") for text in ("brand", "brand-strong", "warm", "warm-strong", "danger")],
    *[(text, "card") for text in ("brand", "brand-strong", "warm", "warm-strong", "danger")],
    *[("soft", ground) for ground in [*TINTED, "glow"]],
    *[("brand", "calm"), ("brand", "lamp"), ("warm", "lamp"), ("danger", "alert")],
    *[("on-brand", "brand"), ("on-brand", "brand-strong"), ("on-warm", "warm"), ("on-warm", "warm-strong")],
]
EDGES = [(edge, ground) for edge in ("control", "focus") for ground in PLAIN] + [
    *[("focus", "calm"), ("focus", "lamp"), ("warm", "calm"), ("warm", "glow"), ("brand", "glow")],
]


@pytest.mark.parametrize(("scheme", "colours"), schemes().items())
@pytest.mark.parametrize(
    ("pairs", "least"), [(TEXT_TO_READ, 7), (TEXT_TO_ACT_ON, 4.5), (EDGES, 3)], ids=["read", "act", "edges"]
)
def test_every_pair_of_colours_is_far_enough_apart(
    scheme: str, colours: dict[str, str], pairs: list[tuple[str, str]], least: float
) -> None:
    found = {(on, ground): round(contrast(colours[on], colours[ground]), 2) for on, ground in pairs}

    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}, scheme


def test_the_palette_is_the_one_that_was_agreed() -> None:
    light, dark = schemes()["light"], schemes()["dark by the system"]

    names = ["bg", "ink", "soft", "brand", "warm", "danger", "control", "focus"]
    agreed = ["#fbf8f2", "#152127", "#48555c", "#005a5b", "#9d4616", "#a92321", "#6f7d84", "#0559d2"]
    agreed_dark = ["#0e1518", "#eeebe5", "#a8b3b9", "#73d1ca", "#eeae7b", "#fb9890", "#808f96", "#eacc56"]
    assert [light[name] for name in names] == agreed
    assert [dark[name] for name in names] == agreed_dark


def test_dark_is_the_same_whoever_asks_for_it() -> None:
    asked = schemes()

    assert asked["dark by the system"] == asked["dark by the person"]
    assert asked["light"].keys() == asked["dark by the person"].keys()


def test_black_on_white_is_twenty_one_apart() -> None:
    assert round(contrast("#000000", "#ffffff"), 3) == 21
