"""What waits for hosts, on their group's page."""

from dataclasses import dataclass

from openchair.groups.models import Group
from openchair.people.requests import Request
from openchair.safety.models import Report
from openchair.safety.policy import GROUP_POLICY


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """How many reports this host has to look at."""

    waiting: int
    template: str = "safety/_needs_you.html"


def needs_you(request: Request, group: Group) -> NeedsYou | None:
    """For hosts; one they are the subject of is not counted, so that its number tells them nothing."""
    if request.visitor is None or not GROUP_POLICY.allows(request.visitor, "reports.list", group):
        return None
    return NeedsYou(Report.objects.for_host(request.visitor, group).waiting().count())
