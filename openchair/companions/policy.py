"""Who may do what with a companionship: the two who are in it, each their part, and nobody else."""

from django.http import Http404

from openchair.companions.models import Companionship
from openchair.kit.clock import now
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person

Who = Person | None


@rule
def is_in_it(who: Who, what: Companionship) -> bool:
    """Is one of the two."""
    return who is not None and who.pk in {what.asker_id, what.asked_id}


@rule
def asked(who: Who, what: Companionship) -> bool:
    """Is the one who asked."""
    return who is not None and who.pk == what.asker_id


@rule
def was_asked(who: Who, what: Companionship) -> bool:
    """Is the one who was asked."""
    return who is not None and who.pk == what.asked_id


@rule
def ended_it(who: Who, what: Companionship) -> bool:
    """Is the one who ended it, and could still be in it."""
    mine = who is not None and what.ended_by_id == who.pk
    return mine and Companionship.objects.filter(pk=what.pk).together().exists()


@rule
def stands(who: Who, what: Companionship) -> bool:  # noqa: ARG001 - a rule asks about both
    """Both said yes, and both are there."""
    return Companionship.objects.filter(pk=what.pk).standing().exists()


@rule
def waits(who: Who, what: Companionship) -> bool:  # noqa: ARG001
    """May still be answered."""
    return Companionship.objects.filter(pk=what.pk).waiting(now()).exists()


POLICY: Policy[Who, Companionship] = Policy(
    {
        "companion.read": [is_in_it & stands],
        "companion.show": [is_in_it & stands],
        "companion.end": [is_in_it & stands],
        "companion.go_on": [ended_it],
        "companion.answer": [was_asked & waits],
        "companion.take_back": [asked & waits],
    }
)


def door(who: Who, act: str, companion_id: str) -> Companionship:
    """The companionship of this public id, for this act. Raises Http404 when it is not there for them."""
    found = Companionship.objects.get_or_404(public_id=companion_id)
    if not POLICY.allows(who, act, found):
        raise Http404
    return found
