"""What may be said to `./start`, and what is refused kindly."""

import socket
from pathlib import Path

import pytest

from openchair.project.setup.options import DEMO_MARK, parse
from openchair.project.setup.places import DATA, DEMO, keys_beside
from openchair.project.setup.ports import refuse_taken

NAMES = ("DATA", "KEYS", "HOST", "PORT", "DEMO", "ORIGIN", "DATABASE", "REDIS")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of this machine reaches the test, and none of the test's stays behind."""
    for name in NAMES:
        monkeypatch.setenv(f"OPENCHAIR_{name}", "")


def test_without_a_word_it_is_the_demo(tmp_path: Path) -> None:
    env = parse(["--data", str(tmp_path / "new")])
    assert env.demo
    assert env.data == tmp_path / "new"


def test_the_demo_and_a_real_place_have_their_own_folders_and_keys() -> None:
    assert {DATA.name, DEMO.name} == {"data", "demo"}
    assert keys_beside(DATA) != keys_beside(DEMO)
    assert parse(["--empty"]).keys == keys_beside(DATA)


def test_a_folder_is_found_from_where_the_command_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse(["--data", "my place"]).data == tmp_path / "my place"


@pytest.mark.parametrize("port", ["0", "65536", "http", "80 80", ""])
def test_a_port_that_is_none_is_refused_with_one_line(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--port", port])
    assert "must be a number from 1 to 65535" in capsys.readouterr().err


def test_others_may_come_only_behind_https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["--empty", "--data", str(tmp_path / "new"), "--host", "0.0.0.0"]
    with pytest.raises(SystemExit, match="https"):
        parse(asked)
    monkeypatch.setenv("OPENCHAIR_ORIGIN", "https://chair.example")
    monkeypatch.setenv("OPENCHAIR_TRUSTED_PROXIES", "127.0.0.1")
    assert parse(asked).host == "0.0.0.0"


def test_the_demo_stays_on_this_machine_even_behind_https(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENCHAIR_ORIGIN", "https://chair.example")
    with pytest.raises(SystemExit, match="sign-ins are public"):
        parse(["--data", str(tmp_path / "new"), "--host", "0.0.0.0"])


def test_a_real_place_never_gets_the_demos_people(tmp_path: Path) -> None:
    (tmp_path / "openchair.sqlite3").touch()
    with pytest.raises(SystemExit, match="--empty"):
        parse(["--data", str(tmp_path)])


def test_the_demo_never_becomes_a_real_place(tmp_path: Path) -> None:
    (tmp_path / DEMO_MARK).touch()
    with pytest.raises(SystemExit, match="another folder"):
        parse(["--empty", "--data", str(tmp_path)])


def test_the_demo_stays_out_of_a_database_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENCHAIR_DATABASE", "postgres://root@127.0.0.1/real")
    with pytest.raises(SystemExit, match="its own file"):
        parse(["--data", str(tmp_path / "new")])


def test_a_taken_port_is_said_in_one_line_with_a_way_out() -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        with pytest.raises(SystemExit) as refused:
            refuse_taken("127.0.0.1", port)
    assert f"Port {port} is taken" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(SystemExit, match="no address"):
        refuse_taken("192.0.2.1", 8000)
