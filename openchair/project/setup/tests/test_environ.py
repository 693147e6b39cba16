"""The settings of a place: typed, and every mistake named at once."""

from pathlib import Path

import pytest

from openchair.project.setup.environ import read

KEY = "kQ7x-2Zt_pL9vB3nM5cR8wY1aD4fG6hJ0sKuEiOqTzXbNmWyHrVgCdFjPlSoAeU_"
BEHIND_A_PROXY = {"OPENCHAIR_ORIGIN": "https://chair.example", "OPENCHAIR_TRUSTED_PROXIES": "127.0.0.1"}


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A place with a data folder and a key of its own."""
    (tmp_path / "data").mkdir()
    (tmp_path / "keys").mkdir(mode=0o700)
    key = tmp_path / "keys" / "secret_key"
    key.write_text(KEY)
    key.chmod(0o400)
    return {"OPENCHAIR_DATA": str(tmp_path / "data"), "OPENCHAIR_KEYS": str(tmp_path / "keys")}


def mistakes(environ: dict[str, str]) -> str:
    """What the refusal says."""
    with pytest.raises(SystemExit) as refused:
        read(environ)
    return str(refused.value)


def test_a_place_without_a_word_of_settings_answers_on_this_machine(home: dict[str, str]) -> None:
    env = read(home)
    assert (env.host, env.port, env.origin) == ("127.0.0.1", 8000, "http://localhost:8000")
    assert env.secret_key == KEY
    assert not env.demo
    assert not env.debug


def test_the_address_follows_the_port(home: dict[str, str]) -> None:
    assert read({**home, "OPENCHAIR_PORT": "9001"}).origin == "http://localhost:9001"


def test_every_mistake_is_named_at_once(home: dict[str, str]) -> None:
    said = mistakes(
        {**home, "OPENCHAIR_PORT": "many", "OPENCHAIR_DATABASE": "oops", "OPENCHAIR_DEMO": "maybe"}
    )
    for name in ("OPENCHAIR_PORT", "OPENCHAIR_DATABASE", "OPENCHAIR_DEMO"):
        assert name in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "８０"),
        ("PORT", "-1"),
        ("HOST", "chair.example"),
        ("ORIGIN", "chair.example"),
        ("ORIGIN", "http://chair.example"),
        ("ORIGIN", "https://chair.example/path"),
        ("ORIGIN", "https://[broken"),
        ("DATABASE", "mysql://root@localhost/x"),
        ("DATABASE", "postgres://root@localhost/"),
        ("DATABASE", "postgres://root@localhost:port/x"),
        ("REDIS", "localhost:6379"),
        ("TRUSTED_PROXIES", "caddy"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("TRUSTED_PROXIES", "0.0.0.0/0"),
        ("TRUSTED_PROXIES", "127.0.0.1,::/0"),
        ("SECURITY_CONTACT", "steward@chair.example"),
        ("SECURITY_CONTACT", "http://chair.example/"),
        ("SECURITY_CONTACT", "mailto:a@chair.example\nContact: mailto:b@chair.example"),
        ("DEBUG", "yes"),
        ("DEMO", "true"),
    ],
)
def test_a_wrong_setting_stops_the_start(home: dict[str, str], name: str, said: str) -> None:
    assert f"OPENCHAIR_{name} must" in mistakes({**home, f"OPENCHAIR_{name}": said})


def test_a_wrong_database_does_not_repeat_its_password(home: dict[str, str]) -> None:
    assert "hunter2" not in mistakes({**home, "OPENCHAIR_DATABASE": "mysql://root:hunter2@localhost/x"})


def test_a_misspelt_setting_is_found(home: dict[str, str]) -> None:
    assert "did you mean OPENCHAIR_PORT?" in mistakes({**home, "OPENCHAIR_PROT": "8000"})


@pytest.mark.requirement("S67")
@pytest.mark.parametrize(
    "together",
    [
        {"OPENCHAIR_DEMO": "1", "OPENCHAIR_HOST": "0.0.0.0", **BEHIND_A_PROXY},
        {"OPENCHAIR_DEMO": "1", **BEHIND_A_PROXY},
        {"OPENCHAIR_HOST": "192.0.2.7"},
        {"OPENCHAIR_DEBUG": "1", **BEHIND_A_PROXY},
        {"OPENCHAIR_CLOCK_SHIFT": "shift"},
        {"OPENCHAIR_TESTS": "1", **BEHIND_A_PROXY},
        {"OPENCHAIR_ORIGIN": "https://chair.example"},
    ],
)
def test_settings_that_endanger_people_together_are_refused(
    home: dict[str, str], together: dict[str, str]
) -> None:
    assert "  - OPENCHAIR_" in mistakes({**home, **together})


def test_behind_https_others_may_come(home: dict[str, str]) -> None:
    env = read({**home, **BEHIND_A_PROXY, "OPENCHAIR_HOST": "0.0.0.0"})
    assert env.host == "0.0.0.0"


def test_keys_inside_the_data_are_refused(home: dict[str, str]) -> None:
    inside = str(Path(home["OPENCHAIR_DATA"]) / "keys")
    assert "beside the data" in mistakes({**home, "OPENCHAIR_KEYS": inside})


def test_a_key_that_others_can_read_is_refused(home: dict[str, str]) -> None:
    (Path(home["OPENCHAIR_KEYS"]) / "secret_key").chmod(0o444)
    assert "chmod 400" in mistakes(home)


@pytest.mark.requirement("S67")
def test_a_folder_of_keys_that_others_can_change_is_refused(home: dict[str, str]) -> None:
    Path(home["OPENCHAIR_KEYS"]).chmod(0o777)
    assert "chmod 700" in mistakes(home)


@pytest.mark.requirement("S67")
def test_key_files_of_the_ring_that_others_can_read_are_refused_all_at_once(home: dict[str, str]) -> None:
    keys = Path(home["OPENCHAIR_KEYS"])
    for name, mode in (("kek-0001", 0o644), ("kek-0002", 0o440), ("kek-0003", 0o400)):
        (keys / name).write_text(name)
        (keys / name).chmod(mode)
    keys.chmod(0o755)
    said = mistakes(home)
    assert "kek-0001" in said and "kek-0002" in said and "kek-0003" not in said
    assert f"folder {keys} can be read" in said and "chmod 700" in said


@pytest.mark.requirement("S67")
def test_two_keys_that_are_one_are_refused(home: dict[str, str]) -> None:
    (Path(home["OPENCHAIR_KEYS"]) / "another_key").write_text(KEY + "\n")
    assert "another_key and secret_key" in mistakes(home)


@pytest.mark.parametrize("name", ["kek-0001.77.aabbccdd", "kek-0001.damaged"])
def test_what_is_left_of_a_key_file_is_no_second_key(home: dict[str, str], name: str) -> None:
    for one in ("kek-0001", name):
        (Path(home["OPENCHAIR_KEYS"]) / one).write_text("the same")
        (Path(home["OPENCHAIR_KEYS"]) / one).chmod(0o400)
    assert read(home).secret_key == KEY


def test_networks_of_proxies_are_read(home: dict[str, str]) -> None:
    env = read({**home, "OPENCHAIR_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8,::1"})
    assert [str(one) for one in env.trusted_proxies] == ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]


@pytest.mark.parametrize("damage", ["", "short", f"{KEY} {KEY}", "k" * 64, "secret" * 12])
def test_a_damaged_key_is_refused(home: dict[str, str], damage: str) -> None:
    key = Path(home["OPENCHAIR_KEYS"]) / "secret_key"
    key.chmod(0o600)
    key.write_text(damage)
    assert "damaged" in mistakes(home)


def test_a_key_of_noise_is_refused(home: dict[str, str]) -> None:
    key = Path(home["OPENCHAIR_KEYS"]) / "secret_key"
    key.chmod(0o600)
    key.write_bytes(b"\xff\xfe\x00" * 40)
    assert "cannot be read" in mistakes(home)


def test_a_data_folder_that_is_a_file_is_refused(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "must be a folder" in mistakes({**home, "OPENCHAIR_DATA": str(tmp_path / "file")})
