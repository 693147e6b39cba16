"""What our script and our styles never do."""

import pytest

from tests.architecture.rules import browser, tree


def test_our_script_and_styles_keep_the_rules() -> None:
    assert tree.complaints(browser.imports_end_in_semicolons, tree.scripts()) == ""
    assert tree.complaints(browser.script_is_tame, tree.scripts()) == ""
    assert tree.complaints(browser.style_is_tame, tree.styles()) == ""


@pytest.mark.parametrize(
    "bare",
    [
        'import { a } from "./a.js"\n',
        'import "./a.js"\n',
        'import {\n  a,\n} from "./a.js"\n',
        'export * from "./a.js"\n',
    ],
)
def test_an_import_without_its_semicolon_is_found(bare: str) -> None:
    assert list(browser.imports_end_in_semicolons("a.js", bare))
    assert list(browser.imports_end_in_semicolons("a.js", bare.rstrip() + ";\n")) == []


@pytest.mark.parametrize(
    "wild",
    [
        "a.innerHTML = b;",
        "eval(a);",
        "new Function(a);",
        'fetch("https://other.example/");',
        "alert(1);",
        'setTimeout("a()");',
    ],
)
def test_wild_script_is_found(wild: str) -> None:
    assert list(browser.script_is_tame("openchair/ui/static/ui/a.js", wild))


def test_frames_alone_may_make_markup_from_a_string() -> None:
    assert list(browser.script_is_tame("openchair/live/static/live/frames.js", "a.innerHTML = b;")) == []
    assert list(browser.script_is_tame("openchair/live/static/live/frames.js", "eval(a);"))


@pytest.mark.parametrize(
    "wild",
    ["a { background: url(//other.example/a.png); }", "a { margin-left: 1px; }", "a { text-align: right; }"],
)
def test_wild_styles_are_found(wild: str) -> None:
    assert list(browser.style_is_tame("a.css", wild))


def test_directions_and_own_pictures_are_no_complaint() -> None:
    fine = "a { margin-inline-start: 1px; inset-inline: 0; background: url(mark.svg); } /* left: alone */"
    assert list(browser.style_is_tame("a.css", fine)) == []
