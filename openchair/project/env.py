"""The environment, typed: every setting that may differ between two places."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Env:
    """What a place was started with."""

    data: Path
    keys: Path
    host: str
    port: int
    origin: str
    demo: bool
    database: str
    redis: str
    secret_key: str
    debug: bool
    clock_shift: Path | None


def read(environ: Mapping[str, str]) -> Env:
    """The typed environment; raises SystemExit naming every mistake at once."""
    data = Path(environ.get("OPENCHAIR_DATA", ROOT / "data"))
    keys = Path(environ.get("OPENCHAIR_KEYS", ROOT / "keys"))
    port = int(environ.get("OPENCHAIR_PORT", "8000"))
    shift = environ.get("OPENCHAIR_CLOCK_SHIFT")
    return Env(
        data=data,
        keys=keys,
        host=environ.get("OPENCHAIR_HOST", "127.0.0.1"),
        port=port,
        origin=environ.get("OPENCHAIR_ORIGIN", f"http://localhost:{port}"),
        demo=environ.get("OPENCHAIR_DEMO") == "1",
        database=environ.get("OPENCHAIR_DATABASE", ""),
        redis=environ.get("OPENCHAIR_REDIS", ""),
        secret_key=_secret(keys / "secret_key"),
        debug=environ.get("OPENCHAIR_DEBUG") == "1",
        clock_shift=Path(shift) if shift else None,
    )


def _secret(path: Path) -> str:
    return path.read_text().strip() if path.exists() else secrets.token_urlsafe(48)


ENV = read(os.environ)
