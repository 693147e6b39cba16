"""What a template may hold."""

import pytest

from tests.architecture.rules import floors, pages, tree

RULES = [pages.can_be_read, pages.holds_nothing_foreign, pages.looks_down, pages.names_what_it_uses]
HERE = "openchair/groups/templates/groups/page.html"


@pytest.mark.parametrize("rule", [*RULES, pages.is_marked_for_translation], ids=lambda rule: rule.__name__)
def test_our_templates_keep_the_rule(rule: tree.Rule) -> None:
    assert tree.complaints(rule, tree.templates()) == ""


@pytest.mark.parametrize(
    "foreign",
    [
        "<script>go()</script>",
        '<script src="/a.js">go()</script>',
        "<style>a{}</style>",
        '<p style="color: red">',
        '<p onclick="go()">',
        '<a href="javascript:go()">',
        '<img src="https://other.example/a.png">',
        '<img src="//other.example/a.png">',
        '<a href="https://other.example/">',
        "{{ words|safe }}",
        "{% autoescape false %}",
        "{% load static %}",
    ],
)
def test_what_a_page_must_not_hold_is_found(foreign: str) -> None:
    assert list(pages.holds_nothing_foreign(HERE, foreign))


def test_a_script_of_our_own_is_no_complaint() -> None:
    fine = '<script type="module" src="{{ static(\'ui/room.js\') }}"></script><a href="/help/">{{ b(one=2) }}'
    assert list(pages.holds_nothing_foreign(HERE, fine)) == []


def test_a_template_may_use_lower_floors_alone() -> None:
    assert list(pages.looks_down(HERE, '{% extends "ui/page.html" %}{% include "groups/row.html" %}')) == []
    assert list(pages.looks_down(HERE, '{% include "rooms/now.html" %}'))
    assert list(pages.looks_down("openchair/ui/templates/ui/a.html", '{% from "live/b.html" import b %}'))


def test_a_template_named_at_run_time_is_found() -> None:
    assert list(pages.names_what_it_uses(HERE, "{% include name %}"))


def test_a_part_that_a_higher_floor_registered_may_be_named_at_run_time() -> None:
    assert list(pages.names_what_it_uses(HERE, "{% include part.template %}")) == []


def test_a_broken_template_is_found() -> None:
    assert list(pages.can_be_read(HERE, "{% if %}"))


@pytest.mark.parametrize(
    "plain", ["<p>Hello there</p>", '<a title="Go on">{{ x }}</a>', "{% trans %}Hello{% endtrans %} there"]
)
def test_words_that_nobody_can_translate_are_found(plain: str) -> None:
    assert list(pages.is_marked_for_translation(HERE, plain))


@pytest.mark.parametrize(
    "marked",
    [
        '<p>{{ _("Hello") }} · 12:00 – &amp;</p>',
        "{% trans n=n %}one seat{% pluralize %}{{ n }} seats{% endtrans %}",
        '<p class="two words" data-frame="append">{% if x == "some words" %}{{ y }}{% endif %}</p>',
        '<a aria-label="{{ _("Go on") }}">{# a note in words #}</a>',
    ],
)
def test_words_that_are_marked_are_no_complaint(marked: str) -> None:
    assert list(pages.is_marked_for_translation(HERE, marked)) == []


def test_every_app_has_a_floor() -> None:
    assert floors.apps() <= set(floors.floors())
