"""Who may look at a report. Nobody at one about themselves, whatever else they are."""

from openchair.groups.models import Group
from openchair.groups.policy import is_host as hosts_group
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person, Stewardship
from openchair.safety.models import Report

Who = Person | None


@rule
def is_reporter(who: Who, report: Report) -> bool:
    """Told the hosts."""
    return who is not None and report.reporter_id == who.pk


@rule
def is_about_them(who: Who, report: Report) -> bool:
    """Said the words."""
    return who is not None and report.about_id == who.pk


@rule
def is_host(who: Who, report: Report) -> bool:
    """Runs the group in which it was said, whose hosts were told."""
    return report.told_to == Report.Readers.HOSTS and hosts_group(who, report.group)


@rule
def is_steward(who: Who, report: Report) -> bool:  # noqa: ARG001 - a rule asks about both
    """Keeps this place."""
    return who is not None and Stewardship.objects.filter(person=who).exists()


@rule
def has_no_host(who: Who, report: Report) -> bool:  # noqa: ARG001
    """No host of the group could look at it."""
    return Report.objects.without_host().filter(pk=report.pk).exists()


_READERS = [is_host & ~is_about_them, is_steward & has_no_host & ~is_about_them]

POLICY: Policy[Who, Report] = Policy(
    {
        "report.read": _READERS,
        "report.answer": _READERS,
        "report.receipt": [is_reporter],
    }
)

GROUP_POLICY: Policy[Who, Group] = Policy({"reports.list": [hosts_group]})
