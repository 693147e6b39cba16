"""What is the same on every page of a language is written into the template when it is read."""

from django.template import engines
from django.utils import translation

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
