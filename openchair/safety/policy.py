"""Who may look at a report. Nobody at one about themselves, whatever else they are."""

from openchair.groups.models import Group
from openchair.groups.policy import is_host as hosts_group
from openchair.kit.policy import Policy, rule
from openchair.people.models import Person, Stewardship
from openchair.safety.models import Report
from openchair.safety.taking_out import hold_of, words_in

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


@rule
def stands(who: Who, report: Report) -> bool:  # noqa: ARG001
    """Is about words that others than hosts read now."""
    what = words_in(report)
    return what is not None and hold_of(what) is None


@rule
def was_put_out(who: Who, report: Report) -> bool:  # noqa: ARG001
    """Is about words that a host put out of sight, and nobody did anything with since."""
    what = words_in(report)
    held = hold_of(what) if what else None
    return held is not None and held.taken_out_at is not None and held.looked_at == held.taken_out_at


@rule
def has_no_name(who: Who, report: Report) -> bool:  # noqa: ARG001
    """Is about words that stood without a name, for hosts too. Where there is one, they are removed by it."""
    return report.where == Report.Where.UNNAMED


# Stewards read by their own address alone, whose door asks for their powers.
POLICY: Policy[Who, Report] = Policy(
    {
        "report.read": [is_host & ~is_about_them],
        "report.take_out": [is_host & ~is_about_them & stands],
        "report.let_back": [is_host & ~is_about_them & was_put_out],
        "report.ask_to_rest": [is_host & ~is_about_them & has_no_name],
        "report.take_over": [is_steward & has_no_host & ~is_about_them],
        "report.receipt": [is_reporter],
    }
)

GROUP_POLICY: Policy[Who, Group] = Policy({"reports.list": [hosts_group]})
