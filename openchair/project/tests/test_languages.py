"""The words of every screen: gathered, compiled, and spoken in a language that shows what was forgotten."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.utils import translation
from pytest_django.fixtures import Settings

from openchair.project import languages, pseudo


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Catalogues in a folder of the test's own."""
    monkeypatch.setattr(languages, "LOCALES", tmp_path)
    return tmp_path


def test_words_of_templates_and_of_python_are_gathered() -> None:
    said = {message.id for message in languages.gathered()}
    assert "Help now" in said
    assert "People who were invited" in said
    assert "When a milestone comes" in said, "what is translated later, when it is shown"


def test_a_catalogue_is_compiled_and_only_when_it_changed(elsewhere: Path) -> None:
    languages.run([])
    compiled = languages.mo_path("en")
    before = compiled.stat().st_mtime_ns
    languages.compile_changed()
    assert compiled.stat().st_mtime_ns == before
    assert languages.mo_path(pseudo.CODE).exists()


def test_the_same_words_make_the_same_file(elsewhere: Path) -> None:
    languages.run([])
    first = languages.po_path("en").read_bytes()
    languages.run([])
    assert languages.po_path("en").read_bytes() == first


def test_a_translation_is_kept_when_the_code_changes(elsewhere: Path) -> None:
    languages.run([])
    spanish = elsewhere / "es" / "LC_MESSAGES" / "django.po"
    spanish.parent.mkdir(parents=True)
    text = (
        languages.po_path("en")
        .read_text()
        .replace('msgid "Help now"\nmsgstr ""', 'msgid "Help now"\nmsgstr "Ayuda ya"')
    )
    spanish.write_text(text)
    languages.run([])
    assert catalogue("es")["Help now"].string == "Ayuda ya"


def catalogue(code: str) -> Catalog:
    """A catalogue as it is kept."""
    return languages.kept(code)


def test_the_pseudo_language_is_spoken(settings: Settings) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, pseudo.LANGUAGE]
    languages.compile_changed()
    with translation.override(pseudo.CODE):
        assert translation.gettext("Help now") == pseudo.pseudo("Help now")
    assert translation.gettext("Help now") == "Help now"
