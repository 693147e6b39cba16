"""Three groups: a busy one, a quiet one, and one for families."""

from openchair.groups.first_agreement import agreement_text
from openchair.groups.founding import found_group
from openchair.groups.hosting import make_host
from openchair.groups.joining import ask, join
from openchair.groups.models import Group
from openchair.people.blocking import block
from openchair.people.models import Person

People = dict[str, Person]


def load_groups(people: People) -> dict[str, Group]:
    """Harbour, which Amara hosts; Quiet Morning; and Lighthouse for families."""
    groups = {"harbour": _harbour(people), "morning": _morning(people), "families": _families(people)}
    block(person=people["Amara"], other=people["Eli"], met_as="Eli")
    ask(
        person=people["Noor"],
        group=groups["harbour"],
        alias="Noor",
        note="A friend told me about this group.",
    )
    return groups


def _harbour(people: People) -> Group:
    group = found_group(
        person=people["Amara"],
        alias="Amara",
        agreement=agreement_text(),
        name="Harbour",
        focus="Alcohol",
        purpose="For anyone who wants to drink less, or not at all. Come as you are; listening is fine.",
        goal=Group.Goal.ANY,
        crosstalk=Group.Crosstalk.AFTER,
        listed=True,
        joining=Group.Joining.OPEN,
        guests=True,
    )
    others = (
        "Ben",
        "Chidi",
        "Eli",
        "Willow",
        "River",
        "Maple",
        "Oak",
        "Fern",
        "Ash",
        "Juniper",
        "Sol",
        "Robin",
        "Wren",
        "Lark",
    )
    _all_join(group, people, others)
    make_host(membership=group.memberships.get(person=people["Oak"]))
    return group


def _morning(people: People) -> Group:
    group = found_group(
        person=people["Sage"],
        alias="Sage",
        agreement=agreement_text(),
        name="Quiet Morning",
        focus="Any habit",
        purpose="Ten minutes of silence, then whoever wants to speaks. Before work, four or five people.",
        approach=Group.Approach.MINDFUL,
        goal=Group.Goal.REDUCTION,
        listed=True,
        joining=Group.Joining.ASK,
    )
    _all_join(group, people, ("Dana", "Basil", "Linden", "River", "Kit"))
    return group


def _families(people: People) -> Group:
    group = found_group(
        person=people["Hazel"],
        alias="Hazel",
        agreement=agreement_text(),
        name="Lighthouse",
        focus="Families and friends",
        purpose="For people who love someone who drinks or uses. Here it is about you.",
        audience=Group.Audience.FAMILIES,
        crosstalk=Group.Crosstalk.WELCOME,
        joining=Group.Joining.INVITED,
    )
    _all_join(group, people, ("Rowan", "Marlow", "Ines", "Tomás"))
    return group


def _all_join(group: Group, people: People, names: tuple[str, ...]) -> None:
    for name in names:
        join(person=people[name], group=group, alias=name)
