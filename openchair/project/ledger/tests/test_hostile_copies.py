"""A file that somebody brings is believed in nothing."""

import io
import json
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from openchair.project.ledger import bringing, bundles
from openchair.project.ledger.bringing import NotACopy
from openchair.project.ledger.schema import FORMAT, MANIFEST, ROWS, Unfit, fit
from tests import recipes
from tests.cast import client_of, ready_place

MANIFEST_OK = {"format": FORMAT, "version": 1, "made_on": "2026-11-23", "files": ["preferences.json"]}
GOOD = {"manifest.json": json.dumps(MANIFEST_OK), "preferences.json": '{"zone": "Europe/Rome"}'}
Write = Callable[[zipfile.ZipFile], None]


def packed(files: dict[str, str], write: Write = lambda _bundle: None) -> bytes:
    """A ZIP of these files, and of what `write` adds."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, words in files.items():
            bundle.writestr(name, words)
        write(bundle)
    return out.getvalue()


def linked(bundle: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("../link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    bundle.writestr(entry, "/etc/passwd")


def twice(bundle: zipfile.ZipFile) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr("preferences.json", '{"zone": "UTC"}')


def many(bundle: zipfile.ZipFile) -> None:
    for number in range(bringing.MOST_FILES):
        name = "".join(chr(ord("a") + int(digit)) for digit in str(number))
        bundle.writestr(f"x{name}.json", "[]")


def encrypted() -> bytes:
    whole = bytearray(packed(GOOD))
    at = whole.index(b"PK\x01\x02")
    whole[at + 8] |= 1
    return bytes(whole)


def lying_about_its_size() -> bytes:
    """A file of twelve megabytes whose entry says that it has ten bytes."""
    whole = bytearray(packed({**GOOD, "seats.json": "[" + " " * 12_000_000 + "]"}))
    at = whole.rindex(b"PK\x01\x02")
    whole[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(whole)


def spoiled() -> bytes:
    """A file whose first packed block is of a kind that there is not."""
    whole = bytearray(packed(GOOD))
    whole[whole.index(b"manifest.json") + len("manifest.json")] = 0xFF
    return bytes(whole)


HALF = json.dumps([{"group_name": "\ud800", "alias": "Ben"}])
MILLIONS = "[" + "{}," * 2_700_000 + "{}]"
HOSTILE: dict[str, bytes] = {
    "no zip": b"hello",
    "cut off": packed(GOOD)[:-30],
    "nothing in it": packed({}),
    "no manifest": packed({"preferences.json": "{}"}),
    "no preferences": packed({"manifest.json": GOOD["manifest.json"]}),
    "a bomb": packed({**GOOD, "seats.json": "[" + " " * 9_000_000 + "]"}),
    "a bomb that lies": lying_about_its_size(),
    "a path upwards": packed({**GOOD, "../evil.json": "[]"}),
    "an absolute path": packed({**GOOD, "/etc/evil.json": "[]"}),
    "a folder": packed({**GOOD, "a/b.json": "[]"}),
    "a link": packed(GOOD, linked),
    "a program": packed({**GOOD, "run.exe": "MZ"}),
    "the same name twice": packed(GOOD, twice),
    "too many files": packed(GOOD, many),
    "locked": encrypted(),
    "spoiled": spoiled(),
    "half a sign": packed({**GOOD, "memberships.json": HALF}),
    "half a sign for a column": packed({**GOOD, "seats.json": '[{"\\ud800": 1}]'}),
    "millions of rows": packed({**GOOD, "seats.json": MILLIONS}),
    "another format": packed({**GOOD, "manifest.json": json.dumps(MANIFEST_OK | {"format": "other/1"})}),
    "a later version": packed({**GOOD, "manifest.json": json.dumps(MANIFEST_OK | {"version": 2})}),
    "true for one": packed({**GOOD, "manifest.json": json.dumps(MANIFEST_OK | {"version": True})}),
    "no json": packed({**GOOD, "preferences.json": "zone"}),
    "no end": packed({**GOOD, "a.json": "["}),
    "a list for choices": packed({**GOOD, "preferences.json": "[]"}),
    "a number for a zone": packed({**GOOD, "preferences.json": '{"zone": 1}'}),
    "a choice nobody knows": packed({**GOOD, "preferences.json": '{"steward": "yes"}'}),
    "long words": packed({**GOOD, "preferences.json": json.dumps({"zone": "x" * 101})}),
    "deep brackets": packed({**GOOD, "seats.json": "[" * 90_000 + "]" * 90_000}),
    "huge numbers": packed({**GOOD, "seats.json": f'[{{"a": {"9" * 5000}}}]'}),
    "a row in a row": packed({**GOOD, "seats.json": '[{"a": {"b": 1}}]'}),
    "a group without a name": packed({**GOOD, "memberships.json": '[{"alias": "Ben"}]'}),
}


def test_the_good_one_is_read() -> None:
    assert bringing.read(packed(GOOD)).preferences == {"zone": "Europe/Rome"}


@pytest.mark.parametrize("copy", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused(copy: bytes) -> None:
    with pytest.raises(NotACopy):
        bringing.read(copy)


@pytest.mark.requirement("S55")
def test_a_bomb_is_not_unpacked_whole() -> None:
    bomb = packed({**GOOD, "seats.json": "[" + " " * 300_000_000 + "]"})
    assert len(bomb) < bundles.MOST_PACKED
    tracemalloc.start()
    with pytest.raises(NotACopy):
        bringing.read(bomb)
    assert tracemalloc.get_traced_memory()[1] < 4 * bringing.MOST_BYTES
    tracemalloc.stop()


@pytest.mark.requirement("S55")
def test_millions_of_rows_are_not_read_whole() -> None:
    many_rows = packed({**GOOD, "seats.json": MILLIONS})
    assert len(many_rows) < bundles.MOST_PACKED and len(MILLIONS) < bringing.MOST_BYTES
    tracemalloc.start()
    with pytest.raises(NotACopy):
        bringing.read(many_rows)
    assert tracemalloc.get_traced_memory()[1] < 4 * bringing.MOST_BYTES
    tracemalloc.stop()


def test_a_sign_of_two_halves_is_read() -> None:
    words = '[{"group_name": "\\ud83d\\ude00", "alias": "Ben"}]'
    assert (
        bringing.read(packed({**GOOD, "memberships.json": words})).memberships[0]["group_name"]
        == "\U0001f600"
    )


@pytest.mark.django_db
def test_the_page_says_so_and_nothing_changes() -> None:
    ready_place()
    somebody = recipes.person("newcomer")
    client = client_of(somebody)
    broken = [HOSTILE["spoiled"], HOSTILE["half a sign"]]
    for sent in (b"hello", b"", b"x" * (bundles.MOST_PACKED + 1), *broken):
        answer = client.post("/me/copy/bring/", {"copy": SimpleUploadedFile("notes.zip", sent)})
        assert answer.status_code == 422 and b"<title>Error: " in answer.content
    assert client.post("/me/copy/bring/").status_code == 422
    somebody.refresh_from_db()
    assert somebody.zone == ""


@pytest.mark.requirement("S55")
@pytest.mark.django_db
def test_no_file_that_is_sent_reaches_a_disk(tmp_path: Path) -> None:
    ready_place()
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    sent = SimpleUploadedFile("notes.zip", b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1))
    answer = client_of(recipes.person("newcomer")).post("/me/copy/bring/", {"copy": sent})
    assert answer.status_code == 422 and list(tmp_path.iterdir()) == []
    assert len(settings.FILE_UPLOAD_HANDLERS) == 1 and "Memory" in settings.FILE_UPLOAD_HANDLERS[0]


def test_a_word_that_the_schema_does_not_know_is_no_silence() -> None:
    with pytest.raises(KeyError):
        fit({}, {"pattern": "x"})
    with pytest.raises(Unfit):
        fit([{"a": [1]}], ROWS)
    with pytest.raises(Unfit):
        fit({}, MANIFEST)
