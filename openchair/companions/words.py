"""What companions call each other: a few words of ours, or their own."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CALLED: Final[list[tuple[str, str | Promise]]] = [
    ("companion", _("companion")),
    ("sponsor", _("sponsor")),
    ("partner", _("accountability partner")),
    ("friend", _("wise friend")),
]


def called_in_words(called: str) -> str:
    """Our word in the reader's language, or the pair's own as it was written."""
    return str(dict(CALLED).get(str(called), called))
