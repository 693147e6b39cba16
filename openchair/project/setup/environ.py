"""The environment, typed: every setting that may differ between two places.

`read` names every mistake at once, so that whoever keeps the place mends them in one go.
"""

import importlib.util
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from openchair.project.setup import rules
from openchair.project.setup.places import DATA, keys_beside, ring_beside

Value = TypeVar("Value")

NAMES = (
    "DATA",
    "KEYS",
    "RING",
    "RING_COPY",
    "HOST",
    "PORT",
    "ORIGIN",
    "TRUSTED_PROXIES",  # networks whose X-Forwarded-For and -Proto are believed
    "SECURITY_CONTACT",  # for /.well-known/security.txt
    "MAIL",  # the server that takes our mail, and who it comes from
    "MAIL_FROM",
    "DEMO",
    "DATABASE",
    "REDIS",
    "DEBUG",
    "TESTS",
    "CLOCK_SHIFT",
    "PUSH_LOOPBACK",  # lets a push service of a test stand on this machine
    "CHROMIUM",  # this one and the next are read by tests alone
    "TEST_REDIS",
)
KNOWN = frozenset(f"OPENCHAIR_{name}" for name in NAMES)


@dataclass(frozen=True, slots=True)
class Env:
    """What a place was started with."""

    data: Path
    keys: Path
    ring: Path
    ring_copy: Path
    host: str
    port: int
    origin: str
    trusted_proxies: rules.Networks
    security_contact: str
    mail: rules.Mail | None
    mail_from: str
    demo: bool
    database: str
    redis: str
    secret_key: str
    push_key: str
    debug: bool
    tests: bool
    clock_shift: Path | None
    push_loopback: bool


def read(environ: Mapping[str, str], *, packages: bool = True) -> Env:
    """The typed environment; raises SystemExit naming every mistake at once.

    `packages` is False before there are any, so that a missing one is no mistake yet.
    """
    reading = _Reading(environ)
    data = reading.take("DATA", rules.folder, default=DATA)
    keys = reading.take("KEYS", rules.folder, default=keys_beside(data))
    ring = reading.take("RING", rules.folder, default=ring_beside(data))
    port = reading.take("PORT", rules.port, default=8000)
    env = Env(
        data=data,
        keys=keys,
        ring=ring,
        ring_copy=reading.take("RING_COPY", rules.folder, default=ring / "copy"),
        host=reading.take("HOST", rules.host, default="127.0.0.1"),
        port=port,
        origin=reading.take("ORIGIN", rules.origin, default=f"http://localhost:{port}"),
        trusted_proxies=reading.take("TRUSTED_PROXIES", rules.networks, default=()),
        security_contact=reading.take("SECURITY_CONTACT", rules.contact, default=""),
        mail=reading.take("MAIL", rules.mail, default=None),
        mail_from=reading.take("MAIL_FROM", rules.mail_from, default=""),
        demo=reading.take("DEMO", rules.yes_or_no, default=False),
        database=reading.take("DATABASE", rules.database, default=""),
        redis=reading.take("REDIS", rules.redis, default=""),
        secret_key=reading.key(keys / "secret_key"),
        push_key=reading.key(keys / "push_key"),
        debug=reading.take("DEBUG", rules.yes_or_no, default=False),
        tests=reading.take("TESTS", rules.yes_or_no, default=False),
        clock_shift=reading.take("CLOCK_SHIFT", Path, default=None),
        push_loopback=reading.take("PUSH_LOOPBACK", rules.yes_or_no, default=False),
    )
    missing = _missing(env) if packages else []
    _refuse([*reading.mistakes, *rules.exposed(keys), *_unknown(environ), *_contradictions(env), *missing])
    return env


class _Reading:
    """Takes settings one by one and remembers what was wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.mistakes: list[str] = []

    def take(self, name: str, rule: Callable[[str], Value], *, default: Value) -> Value:
        """The setting `OPENCHAIR_<name>`, or the default when it is missing, empty or wrong."""
        said = self.environ.get(f"OPENCHAIR_{name}", "")
        if not said:
            return default
        try:
            return rule(said)
        except ValueError as fault:
            self.mistakes.append(f"OPENCHAIR_{name} {fault}")
            return default

    def key(self, path: Path) -> str:
        """The key in `path`; before a place has keys (in tests), one that ends with this process."""
        try:
            return rules.key(path)
        except FileNotFoundError:
            return secrets.token_urlsafe(48)
        except ValueError as fault:
            self.mistakes.append(str(fault))
            return secrets.token_urlsafe(48)


def _unknown(environ: Mapping[str, str]) -> list[str]:
    """A misspelt setting would otherwise be silently ignored."""
    strange = sorted(name for name in environ if name.startswith("OPENCHAIR_") and name not in KNOWN)
    return [f"{name} is not a setting{_did_you_mean(name)}" for name in strange]


def _did_you_mean(name: str) -> str:
    near = get_close_matches(name, sorted(KNOWN), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _contradictions(env: Env) -> list[str]:
    secure, loopback = env.origin.startswith("https://"), rules.is_loopback(env.host)
    shifted = env.clock_shift is not None
    found = {
        "OPENCHAIR_KEYS must lie beside the data, not inside it": env.keys.is_relative_to(env.data),
        "OPENCHAIR_RING must lie beside the data, not inside it": env.ring.is_relative_to(env.data),
        "OPENCHAIR_RING_COPY must lie beside the data, not inside it": env.ring_copy.is_relative_to(env.data),
        "OPENCHAIR_RING_COPY must be another folder than OPENCHAIR_RING": env.ring_copy == env.ring,
        "OPENCHAIR_HOST must be this machine's own: the demo's sign-ins are public": env.demo
        and not loopback,
        "OPENCHAIR_ORIGIN would lead others into the demo, whose sign-ins are public": env.demo and secure,
        "OPENCHAIR_HOST lets others come, which needs an https:// OPENCHAIR_ORIGIN": not (loopback or secure),
        "OPENCHAIR_TRUSTED_PROXIES must name who brings https:// here, such as 127.0.0.1": secure
        and not env.trusted_proxies,
        "OPENCHAIR_DEBUG shows our insides, so it stays off where others can come": env.debug and secure,
        "OPENCHAIR_TESTS is for tests only, never where others can come": env.tests and secure,
        "OPENCHAIR_CLOCK_SHIFT moves the clock in tests only (OPENCHAIR_TESTS=1)": shifted and not env.tests,
        "OPENCHAIR_PUSH_LOOPBACK is for tests only (OPENCHAIR_TESTS=1)": env.push_loopback and not env.tests,
        "OPENCHAIR_MAIL needs OPENCHAIR_MAIL_FROM, the address it comes from": bool(env.mail)
        and not env.mail_from,
        "OPENCHAIR_MAIL_FROM needs OPENCHAIR_MAIL, the server that takes it": bool(env.mail_from)
        and not env.mail,
    }
    return [sentence for sentence, wrong in found.items() if wrong]


def _missing(env: Env) -> list[str]:
    wanted = {"OPENCHAIR_DATABASE": ("psycopg", env.database), "OPENCHAIR_REDIS": ("redis", env.redis)}
    return [
        f"{name} needs the packages of requirements/scale.txt, which are not installed"
        for name, (package, wish) in wanted.items()
        if wish and importlib.util.find_spec(package) is None
    ]


def _refuse(mistakes: list[str]) -> None:
    if mistakes:
        lines = "\n".join(f"  - {mistake}" for mistake in mistakes)
        raise SystemExit(f"Open Chair was not started. Please mend this first:\n{lines}")
