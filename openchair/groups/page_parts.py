"""Parts of a group's page that apps above bring along, since this one cannot know them."""

from collections.abc import Callable
from typing import Protocol

from openchair.groups.models import Group
from openchair.people.requests import Request


class Part(Protocol):
    """Anything with a template, which is included on the page and sees the part itself as `part`."""

    @property
    def template(self) -> str:
        """The path of the template."""


Maker = Callable[[Request, Group], Part | None]
_makers: list[Maker] = []


def register(maker: Maker, *, first: bool = False) -> None:
    """Let `maker` add its part to every group's page, for members and for outsiders of listed groups.

    Call it once, when the app starts. `first`: above the others. None means nothing to show.
    """
    if maker not in _makers:
        _makers.insert(0 if first else len(_makers), maker)


def parts_of(request: Request, group: Group) -> list[Part]:
    """The parts for whoever asks, in the order the apps registered."""
    made = (maker(request, group) for maker in _makers)
    return [part for part in made if part is not None]
