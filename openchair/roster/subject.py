"""A line among those who welcome people, as something that can be told of; and where a host takes it away."""

from django.utils.translation import gettext as _

from openchair.kit.ways import way
from openchair.roster.models import Debrief
from openchair.safety.mending import Place
from openchair.safety.models import Report
from openchair.safety.subjects import Subject


def subject_of(line: Debrief) -> Subject:
    """It leaves one's sight by being told of: see `roster.debriefing`."""
    return Subject(
        key=line.public_id,
        group=line.group,
        about=line.person_id,
        alias=line.membership.alias,
        words=line.words,
        where=Report.Where.AMONG,
        said_on=line.at.date(),
    )


def taken_away_in(report: Report) -> Place | None:
    """For as long as the line stands there. A host who does not read it takes it away all the same."""
    if report.where != Report.Where.AMONG or not Debrief.objects.filter(public_id=report.utterance).exists():
        return None
    there = way("group-debrief-ending", report.group.public_id, report.utterance)
    return Place(there, _("Take this line away"), acts=True)
