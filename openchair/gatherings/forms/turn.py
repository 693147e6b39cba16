"""What somebody says in a meeting."""

from collections.abc import Mapping, Sequence

from openchair.groups.models import Group
from openchair.shares.forms import ShareForm
from openchair.shares.models import Share
from openchair.shares.told import Kind, Told
from openchair.support.pointing import Guard, Pointed


class TurnForm(ShareForm):
    """A share for everybody in the meeting. Where nobody answers anybody, nothing is asked for."""

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        group: Group,
        names: Sequence[str],
        share: Share | None = None,
        whole: bool = True,
    ) -> None:
        super().__init__(data, names=names, share=share, whole=whole)
        del self.fields["audience"], self.fields["kind"]
        if group.crosstalk == Group.Crosstalk.NONE:
            del self.fields["need"]

    @property
    def told(self) -> Told:
        """What was said."""
        said = self.cleaned_data
        topics = tuple(said["topics"])
        return Told(said["words"], Kind.TURN, said.get("need", ""), topics, said["other"])

    def points_at(self, group: Group) -> Pointed | None:
        """As for a share that goes to the group."""
        pointed = Guard(group).at(self.told.words, self.told.other)
        return pointed if pointed and pointed.is_new_to(str(self.data.get("seen", ""))) else None
