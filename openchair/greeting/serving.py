"""Who welcomes people in a group: a host asks or a member offers, the other says yes, and either ends it."""

from collections.abc import Callable

from django.db import transaction

from openchair.greeting import telling
from openchair.greeting.models import Greeter
from openchair.groups.models import Membership
from openchair.kit.clock import now

Ended = Callable[[Membership], None]
_also: list[Ended] = []


def also_when_ended(act: Ended) -> Ended:
    """What else ends when somebody stops welcoming people; called by an app above this one, once."""
    _also.append(act)
    return act


@transaction.atomic
def ask(*, membership: Membership) -> Greeter:
    """A host asks this member. To whoever offered before, it is a yes. Twice is once."""
    found, new = _begun(membership, Greeter.Begun.HOST)
    if new:
        telling.asked(membership)
    elif found.has_offered:
        agree(greeter=found)
    return found


@transaction.atomic
def offer(*, membership: Membership) -> Greeter:
    """This member offers. To a host who asked before, it is a yes. Twice is once."""
    found, _new = _begun(membership, Greeter.Begun.MEMBER)
    if found.was_asked:
        agree(greeter=found)
    return found


@transaction.atomic
def agree(*, greeter: Greeter) -> None:
    """The other one says yes."""
    if greeter.stands:
        return
    greeter.since = now()
    greeter.save(update_fields=["since"])
    if greeter.begun == Greeter.Begun.MEMBER:
        telling.agreed(greeter.membership)
    else:
        telling.answered(greeter.membership)


@transaction.atomic
def end(*, membership: Membership) -> None:
    """By either, at any time, whatever stood: a service, an offer, a question. Nobody is told."""
    Greeter.objects.filter(membership=membership).delete()
    telling.ended(membership)
    for act in _also:
        act(membership)


def of(membership: Membership) -> Greeter | None:
    """What stands between this member and the hosts."""
    return Greeter.objects.filter(membership=membership).first()


def _begun(membership: Membership, begun: str) -> tuple[Greeter, bool]:
    return Greeter.objects.get_or_create(membership=membership, defaults={"begun": begun})
