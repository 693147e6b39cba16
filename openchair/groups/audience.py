"""How many people see something, said the way people say it, and never so that one more or less shows."""

from django.utils.translation import gettext as _

from openchair.groups.models import Group, Membership

FEW = 8


def about(count: int) -> str:
    """ "A few people" below eight, then "about 10 people" and on in tens, in hundreds from 200 on."""
    if count < FEW:
        return _("a few people")
    step = 10 if count < 200 else 100
    return _("about %(number)d people") % {"number": max(step, round(count / step) * step)}


def people_in(group: Group) -> str:
    """How many belong to the group, rounded."""
    return about(Membership.objects.current().filter(group=group).count())


def sentence_about(group: Group) -> str:
    """Beside what goes to everybody in it: "In Harbour there are about 10 people."."""
    return _("In %(group)s there are %(people)s.") % {"group": group.name, "people": people_in(group)}
