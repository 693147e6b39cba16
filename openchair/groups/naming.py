"""Under which name words stand, to whoever reads them; and what is said of their writer."""

from django.utils.translation import gettext as _

from openchair.groups.models import Membership
from openchair.groups.models.norms import Named


def said_by(writer: Membership, named: str, *, mine: bool, is_shown: bool) -> tuple[str, str]:
    """The name, and a note beside it. `mine`: to the writer themselves; `is_shown`: is the name for them?"""
    if mine and named != Named.ALIAS:
        return _("You, without a name"), _("hosts see your name") if named == Named.HOSTS else ""
    if not is_shown:
        return _("A member"), _("without a name")
    if named == Named.HOSTS:
        return writer.called, _("without a name; only hosts see it")
    return writer.called, _("you") if mine else ""


def put_out_of_sight(*, has_nobody: bool) -> str:
    """What a host is told who did so; `has_nobody`: the words say that their writer is gone."""
    return _("Out of sight.") if has_nobody else _("Out of sight. Whoever wrote it reads your line.")
