"""A copy of everything of one's own: whole, readable by people and programs, and good in another place."""

import csv
import io
import json
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import Settings

from openchair.people.models import Person, Session
from openchair.people.tests.steps import text_of
from openchair.project import languages, pseudo
from openchair.project.ledger import bundles
from openchair.project.ledger.everything import EVERYTHING
from openchair.project.ledger.kinds import COLUMNS, KINDS
from openchair.project.ledger.schema import FORMAT, MANIFEST, MEMBERSHIPS, PREFERENCES, ROWS, fit
from openchair.project.ledger.tests.life import SECRETS, Life, a_rich_life
from openchair.safety.tests.scene import NOTE, SAID
from tests import recipes
from tests.cast import client_of

pytestmark = pytest.mark.django_db(transaction=True)

CHOSEN = {
    "language": "en",
    "theme": "dark",
    "titles": "notes",
    "icon": "leaf",
    "cover": "on",
    "country": "IE",
}


@pytest.fixture
def life() -> Life:
    return a_rich_life()


def browser_of(person: Person, **chosen: str) -> Client:
    """A browser in which somebody made these choices."""
    client = client_of(person)
    for name, value in chosen.items():
        client.cookies[name] = value
    return client


def saved(client: Client) -> bytes:
    """The file that a browser is given."""
    answer = client.post("/me/copy/file/")
    assert answer.streaming and answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="notes.zip"'
    return bytes(answer.getvalue())


def unpacked(copy: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(copy)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def bring(client: Client, copy: bytes) -> tuple[int, str]:
    """Somebody chooses a file; the status and what the page says."""
    answer = client.post("/me/copy/bring/", {"copy": SimpleUploadedFile("notes.zip", copy)})
    return answer.status_code, text_of(answer.content)


def test_every_kind_has_a_name_and_every_column_a_heading(life: Life) -> None:
    assert {one.model for one in EVERYTHING} == KINDS.keys()
    assert len({kind.name for kind in KINDS.values()}) == len(KINDS)
    columns = {name for one in EVERYTHING for row in one.export(life.ben) for name in row}
    assert columns <= COLUMNS.keys() and len(columns) > 20


@pytest.mark.requirement("S41")
def test_a_copy_holds_everything_that_is_kept(life: Life) -> None:
    files = unpacked(saved(client_of(life.ben)))
    names = {KINDS[one.model].name for one in EVERYTHING if one.export(life.ben)}
    assert {f"{name}.json" for name in names} <= files.keys() and len(names) == len(EVERYTHING) - 4
    assert {f"{name}.csv" for name in names} <= files.keys()
    for own in ("alias", "guest", "note", "met_as", "phone", "told"):
        assert SECRETS[own].encode() in b"".join(files.values()), own


def test_a_copy_says_what_it_is_and_fits_its_own_schema(life: Life) -> None:
    files = unpacked(saved(client_of(life.ben)))
    manifest = json.loads(files["manifest.json"])
    fit(manifest, MANIFEST)
    assert manifest["format"] == FORMAT == "open-chair-export/1" and manifest["version"] == 1
    assert set(manifest["files"]) == files.keys() - {"manifest.json"}
    assert manifest["schema"]["$defs"]["preferences.json"] == PREFERENCES
    fit(json.loads(files["preferences.json"]), PREFERENCES)
    fit(json.loads(files["memberships.json"]), MEMBERSHIPS)
    for name in manifest["files"]:
        if name.endswith(".json") and name != "preferences.json":
            fit(json.loads(files[name]), ROWS)


def test_what_others_wrote_is_not_in_it(life: Life) -> None:
    whole = b"".join(unpacked(saved(client_of(life.ben))).values())
    for theirs in (SAID, NOTE, "You wrote to people who asked you not to.", "Dunlin", "Chidi"):
        assert theirs.encode() not in whole, theirs
    assert str(life.scene.cast.chidi.pk).encode() not in whole


def test_nothing_in_a_table_is_a_formula() -> None:
    for said in ("=1+1", "+1", "-1", "@sum", "\tx", "＝1"):
        row = bundles._csv(bundles.Table("a", "A", [{"alias": said}])).decode("utf-8-sig")
        assert next(iter(list(csv.reader(io.StringIO(row)))[1])) == f"'{said}"
    plain = bundles._csv(bundles.Table("a", "A", [{"alias": "Ben = me"}])).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(plain)))[1] == ["Ben = me"]


def test_its_page_is_read_offline_and_its_title_tells_nothing(life: Life) -> None:
    mine = life.evening.memberships.get(person=life.ben)
    mine.alias = "<b>Ben</b>"
    mine.save()
    page = unpacked(saved(client_of(life.ben)))["index.html"].decode()
    assert "<title>Notes</title>" in page and '<html lang="en" dir="ltr">' in page
    assert "&lt;b&gt;Ben&lt;/b&gt;" in page and "<b>Ben" not in page
    assert not re.search(r"<script|<link|<img|<style|https?:|\ssrc=|\shref=|\son\w+=", page)


def test_its_page_speaks_the_readers_language(life: Life, settings: Settings) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, pseudo.LANGUAGE]
    languages.compile_changed()
    with translation.override(pseudo.CODE):
        page = bundles.files(life.ben, {})["index.html"].decode()
    assert f'lang="{pseudo.CODE}"' in page and "<title>Notes</title>" not in page and "<title>" in page


def test_it_is_made_piece_by_piece(life: Life) -> None:
    pieces = list(bundles.zipped(bundles.files(life.ben, {})))
    assert len(pieces) > 20 and max(map(len, pieces)) < sum(map(len, pieces)) / 2


def test_a_shared_computer_is_named_as_one(life: Life) -> None:
    for mode, warned in ((Session.Mode.SHARED, True), (Session.Mode.OWN, False)):
        page = text_of(client_of(life.ben, mode).get("/me/copy/").content)
        assert ("You are on a shared computer." in page) is warned


@pytest.mark.requirement("S41")
def test_what_comes_along_is_the_same_in_an_empty_place(life: Life) -> None:
    first = saved(browser_of(life.ben, **CHOSEN))
    newcomer = recipes.person("newcomer")
    client = client_of(newcomer)
    status, page = bring(client, first)
    assert status == 200 and SECRETS["alias"] in page and "Harbour" in page
    before, after = (json.loads(unpacked(one)["preferences.json"]) for one in (first, saved(client)))
    assert before == after == CHOSEN | {"zone": "Europe/Rome", "brings": "own"}
    newcomer.refresh_from_db()
    assert (newcomer.zone, newcomer.brings) == ("Europe/Rome", "own")
    assert not newcomer.memberships.exists(), "a group decides that itself"


def test_what_this_place_does_not_know_stays_behind(life: Life) -> None:
    strange = {"zone": "Mars/Olympus", "language": "tlh", "theme": "neon", "country": "XQ", "brings": "luck"}
    copy = b"".join(bundles.zipped(bundles.files(life.ben, strange)))
    newcomer = recipes.person("newcomer")
    client = client_of(newcomer)
    status, page = bring(client, copy)
    assert status == 200 and "There was no choice in it that this place knows." in page
    newcomer.refresh_from_db()
    assert (newcomer.zone, newcomer.brings) == ("", "")
    assert not {"zone", "language", "theme", "country"} & client.cookies.keys()
