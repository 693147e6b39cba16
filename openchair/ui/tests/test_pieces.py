"""What the pieces promise to whoever builds a page with them."""

import re
from datetime import UTC, datetime, timedelta

from django import forms
from django.template import engines
from django.utils.safestring import SafeString

from openchair.ui.forms import MENDED, WRONG, Sample

CSRF = SafeString('<input type="hidden" name="csrfmiddlewaretoken" value="token">')


def drawn(source: str, **context: object) -> str:
    """The source as the page would hold it."""
    return str(engines.all()[0].from_string(source).render({"csrf_input": CSRF, **context}))


def test_a_field_keeps_what_was_typed() -> None:
    source = """{% from "ui/field.html" import text, words %}
    {% from "ui/choice.html" import radios, checks, select %}
    {{ text(form["name"]) }}{{ words(form["story"]) }}{{ radios(form["mood"]) }}{{ checks(form["needs"]) }}
    {{ select(form["zone"]) }}{{ text(form["time"], type="time") }}"""

    page = drawn(source, form=Sample(MENDED))

    assert 'value="River"' in page
    assert ">\nIt was quiet tonight.\nThat was enough.</textarea>" in page
    assert re.findall(r'value="([\w ]+)" checked', page) == ["okay", "listen", "met"]
    assert 'value="Europe/Rome" selected' in page
    assert 'type="time" id="id_time" name="time" value="20:00"' in page


def test_secret_words_are_never_sent_back() -> None:
    page = drawn('{% from "ui/field.html" import secret %}{{ secret(form["secret"]) }}', form=Sample(MENDED))

    assert 'name="secret"' in page
    assert "copper" not in page


def test_each_problem_leads_to_its_field_and_the_field_says_the_same() -> None:
    source = """{% from "ui/error_summary.html" import error_summary %}{% from "ui/field.html" import text %}
    {{ error_summary(form) }}{{ text(form["name"]) }}"""
    form = Sample(WRONG)

    page = drawn(source, form=form)

    assert 'href="#id_name">This is too long' in page
    assert 'id="id_name-error"' in page
    assert 'aria-describedby="id_name-error" aria-invalid="true"' in page
    assert set(re.findall(r'href="#id_(\w+)"', page)) == set(form.errors)


def test_a_form_without_problems_has_no_summary() -> None:
    source = '{% from "ui/error_summary.html" import error_summary %}{{ error_summary(form) }}'

    assert drawn(source, form=forms.Form({})).strip() == ""


def test_one_button_is_a_whole_form_that_counts_once() -> None:
    source = """{% from "ui/button.html" import post_button %}
    {{ post_button("Go in", "/x/", csrf_input, fields={"a": "b"}) }}"""

    first, second = drawn(source), drawn(source)

    assert 'name="csrfmiddlewaretoken"' in first
    assert '<input type="hidden" name="a" value="b">' in first
    assert re.findall(r'name="submit_id" value="([\w-]{16})"', first)
    assert first != second


def test_words_of_a_person_are_only_ever_words() -> None:
    source = '{% from "ui/turn.html" import turn %}{{ turn(name, words) }}'

    page = drawn(source, name='<b onclick="x">', words="<script>alert(1)</script>")

    assert "<b" not in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_timer_says_its_time_without_script() -> None:
    now = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)
    source = '{% from "ui/timer.html" import timer %}{{ timer(ends_at, now, 180) }}'
    words = re.compile(r'<span class="timer-words">\s*(.+?)</span>')

    ends = [now + timedelta(seconds=left) for left in (170, 70, 20, -5)]

    assert [words.findall(drawn(source, now=now, ends_at=end))[0] for end in ends] == [
        "About 3 minutes left",
        "About a minute left",
        "Half a minute left, no rush",
        "Find your last words when you are ready",
    ]


def test_the_room_seats_up_to_twenty_and_keeps_one_chair_open() -> None:
    source = '{% from "ui/seats.html" import seats %}{{ seats(present, present, "here", speaking=true) }}'

    rooms = {present: drawn(source, present=present) for present in (0, 1, 12, 20, 300)}

    taken = {present: len(re.findall(r'class="seat(?:-lit)?"', room)) for present, room in rooms.items()}
    assert taken == {0: 0, 1: 1, 12: 12, 20: 20, 300: 20}
    assert {room.count('class="seat-open"') for room in rooms.values()} == {1}
    assert [rooms[present].count("seat-lit") for present in (0, 1, 12)] == [0, 1, 1]


def test_a_name_keeps_its_direction_to_itself() -> None:
    source = """{% from "ui/rows.html" import row, still_row %}{% from "ui/queue.html" import queue_row %}
    {% from "ui/name.html" import named %}
    {{ row("/", name) }}{{ still_row(name) }}{{ queue_row(name, "1") }}
    {% trans name=named(name) %}{{ name }} was put out.{% endtrans %}"""

    page = drawn(source, name="<נועה>")

    assert page.count("<bdi>&lt;נועה&gt;</bdi>") == 4 == page.count("נועה")
