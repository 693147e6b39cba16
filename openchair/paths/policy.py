"""Who may: a path is its owner's alone."""

from openchair.kit.policy import Policy, rule
from openchair.paths.models import Path
from openchair.people.models import Person

Who = Person | None


@rule
def is_owner(who: Who, path: Path) -> bool:
    """Whose path it is."""
    return who is not None and path.person_id == who.pk


POLICY: Policy[Who, Path] = Policy({"path.read": [is_owner], "path.change": [is_owner]})


def door(who: Who, act: str, path_id: str) -> Path:
    """The path of this public id, for this act. Raises Http404 when it is not there for this person."""
    path = Path.objects.get_or_404(public_id=path_id)
    POLICY.require(who, act, path)
    return path
