"""Who follows when a person's clock at home becomes another: apps above add themselves here."""

from collections.abc import Callable

from openchair.people.models import Person

Follower = Callable[[Person], object]
_followers: list[Follower] = []


def follow(act: Follower) -> Follower:
    """Let `act` be done for whoever moved. Call it once, when the app starts."""
    if act not in _followers:
        _followers.append(act)
    return act


def moved(person: Person) -> None:
    """This person's home is on another clock from now on, or may be."""
    for act in _followers:
        act(person)
