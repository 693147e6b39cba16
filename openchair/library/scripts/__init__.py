"""The built-in scripts: run-sheets that a chair can follow without having chaired before."""

from openchair.library.scripts.newcomer import NEWCOMER
from openchair.library.scripts.open_sharing import OPEN_SHARING
from openchair.library.scripts.speaker import SPEAKER
from openchair.library.sheet import Script

_SCRIPTS = (OPEN_SHARING, SPEAKER, NEWCOMER)
_BY_KEY = {script.key: script for script in _SCRIPTS}
DEFAULT = OPEN_SHARING.key


def scripts() -> tuple[Script, ...]:
    """All built-in scripts, the plainest first."""
    return _SCRIPTS


def script(key: str) -> Script:
    """The script of that key. Raises KeyError when there is none."""
    return _BY_KEY[key]
