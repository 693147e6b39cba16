"""Words of somebody in the chair, as something that can be told of; and where a host writes others."""

from django.utils.translation import gettext as _

from openchair.gatherings.models import Wording
from openchair.gatherings.models.wording import LINE
from openchair.kit.ways import way
from openchair.safety.mending import Place
from openchair.safety.models import Report
from openchair.safety.subjects import Subject


def subject_of(words: Wording) -> Subject:
    """They leave one's sight by being told of: see `gatherings.wording`."""
    return Subject(
        key=words.public_id,
        group=words.group,
        about=words.person_id,
        alias=words.membership.alias,
        words=words.words,
        where=Report.Where.CHAIR,
        said_on=words.at.date(),
    )


def rewritten_in(report: Report) -> Place | None:
    """For as long as these words stand there. A host who does not read them takes them away all the same."""
    if report.where != Report.Where.CHAIR:
        return None
    found = Wording.objects.filter(public_id=report.utterance).select_related("gathering").first()
    if found is None:
        return None
    there = way("gathering-words-ending", found.gathering.public_id, found.public_id)
    label = _("Take this line away") if found.place == LINE else _("Let our words stand there again")
    return Place(there, label, acts=True)
