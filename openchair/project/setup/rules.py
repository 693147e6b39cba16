"""What each setting may be.

A rule takes what was typed and returns its value, or raises ValueError saying why not.
The sentence in the error follows the setting's name: "OPENCHAIR_PORT must be …".
"""

import ipaddress
import os
import re
import stat
from collections import defaultdict
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

_MAIL = "smtps://name:password@mail.example.org"
HIGHEST_PORT = 65535
SHORTEST_KEY = 50
FEWEST_LETTERS = 16  # different ones: random keys of this length have some forty (Django's check has 5)

Networks = tuple[IPv4Network | IPv6Network, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server: `secure` from the first byte, `plain` on this machine alone, else by STARTTLS."""

    host: str
    port: int
    name: str
    password: str
    secure: bool
    plain: bool


def port(text: str) -> int:
    """A TCP port."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= HIGHEST_PORT):
        raise ValueError(f"must be a number from 1 to {HIGHEST_PORT}, not {text!r}")
    return int(text)


def yes_or_no(text: str) -> bool:
    """1 or 0: anything else could be meant either way."""
    if text not in ("0", "1"):
        raise ValueError(f"must be 1 or 0, not {text!r}")
    return text == "1"


def host(text: str) -> str:
    """An address of this machine, as a number or `localhost`."""
    if text != "localhost":
        try:
            ipaddress.ip_address(text)
        except ValueError:
            raise ValueError(f"must be an address such as 127.0.0.1, not {text!r}") from None
    return text


def is_loopback(text: str) -> bool:
    """Whether only this machine can reach the host."""
    return text == "localhost" or ipaddress.ip_address(text).is_loopback


def origin(text: str) -> str:
    """What people type to come here: scheme, host and port. Plain http is for this machine alone."""
    parts = _address(text, "https://chair.example.org")
    if parts.scheme not in ("http", "https") or parts.path or parts.query or parts.fragment or parts.username:
        raise ValueError(f"must look like https://chair.example.org, not {text!r}")
    if parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ValueError("must begin with https://, so that nobody on the way can read along")
    return text


def networks(text: str) -> Networks:
    """Addresses or networks, with commas between."""
    try:
        found = tuple(ipaddress.ip_network(part.strip()) for part in text.split(","))
    except ValueError:
        raise ValueError(
            f"must be addresses or networks such as 127.0.0.1,10.0.0.0/8, not {text!r}"
        ) from None
    if any(network.prefixlen == 0 for network in found):
        raise ValueError("must not be everybody: whoever is in it may say that they are somebody else")
    return found


def contact(text: str) -> str:
    """Where somebody who found a way to harm people tells us (RFC 9116, 2.5.3)."""
    if not text.isascii() or any(letter.isspace() for letter in text):
        raise ValueError(f"must be one address without spaces, not {text!r}")
    if not (text.startswith(("https://", "mailto:")) and len(text) > len("https://")):
        raise ValueError(f"must look like https://… or mailto:…, not {text!r}")
    return text


def mail(text: str) -> Mail:
    """The server that takes our mail. Unless it is this machine, nobody on the way can read along."""
    parts = _address(text, _MAIL)
    if parts.scheme not in ("smtp", "smtps") or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(f"must look like {_MAIL}")  # the value may hold a password, so it is not repeated
    host, secure = parts.hostname or "", parts.scheme == "smtps"
    return Mail(
        host=host,
        port=parts.port or (465 if secure else 587),
        name=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        secure=secure,
        plain=not secure and host in ("localhost", "127.0.0.1", "::1"),
    )


def mail_from(text: str) -> str:
    """An address alone: a name beside it would tell on an envelope what this place is."""
    if not re.fullmatch(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", text, re.ASCII):
        raise ValueError(f"must be an address such as notes@example.org, not {text!r}")
    return text


def database(text: str) -> str:
    """A PostgreSQL database; without the setting it is a SQLite file in the data folder."""
    parts = _address(text, "postgres://name@host/database")
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        # the value may hold a password, so it is not repeated
        raise ValueError("must look like postgres://name:password@host/database")
    return text


def redis(text: str) -> str:
    """A Redis server."""
    parts = _address(text, "redis://host:6379/0")
    if parts.scheme not in ("redis", "rediss", "unix"):
        raise ValueError("must look like redis://host:6379/0")
    return text


def folder(text: str) -> Path:
    """A folder that is there and ours to write, or that can still be made."""
    path = Path(text).absolute()
    if path.exists() and not path.is_dir():
        raise ValueError(f"must be a folder, but {path} is a file")
    if path.exists() and not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        raise ValueError(f"names {path}, which this account may not read and write")
    return path


def key(path: Path) -> str:
    """The key kept in a file that nobody but its owner can read.

    Raises FileNotFoundError when there is none, ValueError (naming the file) when it must not be used.
    """
    try:
        mode, text = path.stat().st_mode, path.read_text().strip()
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"The key {path} cannot be read by this account") from None
    if stat.S_IMODE(mode) & 0o077:
        raise ValueError(f"The key {path} can be read by other accounts: chmod 400 '{path}'")
    if len(text) < SHORTEST_KEY or len(text.split()) != 1 or len(set(text)) < FEWEST_LETTERS:
        raise ValueError(f"The key {path} is damaged: bring it back from your copy of the keys")
    return text


def exposed(folder: Path) -> list[str]:
    """What is wrong with a folder of keys as a whole: others may look in, or two keys are one.

    Whether others read `secret_key` and `push_key` is asked where those are read (`key`).
    """
    if not folder.is_dir():
        return []
    mistakes = []
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o022:
        mistakes.append(f"The folder {folder} can be changed by other accounts: chmod 700 '{folder}'")
    elif mode & 0o044:
        mistakes.append(f"The folder {folder} can be read by other accounts: chmod 700 '{folder}'")
    mistakes += [
        f"The key {path} can be read by other accounts: chmod 400 '{path}'" for path in open_to_others(folder)
    ]
    alike = defaultdict(list)
    for path in sorted(folder.iterdir()):
        if path.is_file() and os.access(path, os.R_OK) and not re.match(r"kek-\d+\.", path.name):
            alike[path.read_bytes().strip()].append(path.name)
    same = [" and ".join(names) for names in alike.values() if len(names) > 1]
    return [*mistakes, *(f"The keys {names} in {folder} are the same: each needs its own" for names in same)]


def open_to_others(folder: Path) -> list[Path]:
    """The key files of the ring (`kek-…`, and what is left of one) that other accounts can read."""
    there = [path for path in sorted(folder.glob("kek-*")) if path.is_file()]
    return [path for path in there if stat.S_IMODE(path.stat().st_mode) & 0o077]


def _address(text: str, example: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise ValueError(f"must look like {example}") from None
    if not parts.hostname and parts.scheme != "unix":
        raise ValueError(f"must look like {example}")
    return parts
