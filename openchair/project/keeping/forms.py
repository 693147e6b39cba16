"""What the first run asked about the place, all on one page."""

from openchair.people.models import Place
from openchair.project.welcome.forms import Joining, Languages, Name, Where

_NAMES = ("name", "languages", "zone", "country", "joining")


class Keeping(Name, Languages, Where, Joining):
    """The place as it stands, to be changed."""

    field_order = _NAMES
    missing = {**Name.missing, **Languages.missing, **Where.missing, **Joining.missing}

    def kept(self) -> dict[str, str]:
        """Everything, as the place keeps it."""
        one_by_one = {name: str(self.cleaned_data[name]) for name in _NAMES}
        return one_by_one | super().kept()


def as_draft(place: Place) -> dict[str, str]:
    """The answers of the first run, read from the place."""
    return {name: getattr(place, name) for name in _NAMES}
