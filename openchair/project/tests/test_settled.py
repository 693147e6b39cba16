"""What is the same on every page of a language is written into the template when it is read."""

from django.template import engines
from django.utils import translation
from django.utils.html import format_html
from markupsafe import Markup

from openchair.project import pseudo
from openchair.project.jinja import Templates


def said(source: str, **values: object) -> str:
    """What a template of these words gives."""
    found = engines.all()[0]
    assert isinstance(found, Templates)
    return found.from_string(source).render(values)


def test_each_language_keeps_its_own_words() -> None:
    said_in = {}
    for code in ("en", pseudo.CODE, "en"):
        with translation.override(code):
            said_in[code] = engines.all()[0].get_template("ui/leave.html").render({"csrf_input": ""})
    assert "Leave this site" in said_in["en"]
    assert pseudo.pseudo("Leave this site") in said_in[pseudo.CODE]
    assert "Leave this site" not in said_in[pseudo.CODE]


def test_sentences_with_and_without_values_are_said_alike() -> None:
    with translation.override("en"):
        assert said('{{ _("100 %% of <b>it</b>") }}') == "100 % of <b>it</b>"
        assert said('{{ _("Hello %(name)s", name=one) }}', one="<b>") == "Hello &lt;b&gt;"
        assert said('{{ _("Hello %(name)s", **{"name": one}) }}', one="you") == "Hello you"
        assert said("{{ _(one) }}", one="Help now") == "Help now"
        assert said("{% trans %}Help now{% endtrans %}") == "Help now"
    with translation.override(pseudo.CODE):
        assert said('{{ _("Help now") }}') == pseudo.pseudo("Help now")


def test_ways_are_written_only_when_they_are_named_in_full() -> None:
    assert said('{{ url("today") }}') == "/today/"
    assert said('{{ url("group", one) }}', one="abc") == "/groups/abc/"
    assert (
        said("{% for one in found %}{{ url(one) }} {% endfor %}", found=["today", "about"])
        == "/today/ /about/ "
    )


def test_a_remembered_piece_is_drawn_once_and_a_safe_one_is_not_taken_for_one_that_is_not() -> None:
    drawn: list[str] = []

    def noted(words: str) -> str:
        drawn.append(words)
        return words

    page = (
        "{% macro piece(words) %}{{ noted(words) }}{% endmacro %}{% set piece = remembered(piece) %}"
        "{{ piece(first) }} {{ piece(then) }} {{ piece(then) }}"
    )
    found = said(page, first=Markup("<b>"), then="<b>", noted=noted)
    assert found == "<b> &lt;b&gt; &lt;b&gt;" and drawn == ["<b>", "<b>"]


def test_what_is_remembered_is_remembered_in_each_language_for_itself() -> None:
    for code, words in (("en", "Reply"), (pseudo.CODE, pseudo.pseudo("Reply")), ("en", "Reply")):
        with translation.override(code):
            assert said('{% from "shares/_card.html" import seen_by %}{{ seen_by("me") }}').count("<p") == 1
            assert said('{% macro a() %}{{ _("Reply") }}{% endmacro %}{{ remembered(a)() }}') == words


def test_pieces_are_escaped_unless_they_are_safe_whatever_they_are() -> None:
    wrapped = "{% macro wrap() %}<i>{{ caller() }}</i>{% endmacro %}{% call wrap() %}{{ one }}{% endcall %}"
    page = "{{ one }}" + wrapped
    assert said(page, one="<b>'&\"") == "&lt;b&gt;&#39;&amp;&#34;<i>&lt;b&gt;&#39;&amp;&#34;</i>"
    assert said(page, one=Markup("<b>")) == "<b><i><b></i>"
    assert said(page, one=7) == "7<i>7</i>"
    assert said(page, one=format_html("<b>{}</b>", "<")) == "<b>&lt;</b><i><b>&lt;</b></i>"
