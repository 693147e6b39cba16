"""What reports keep about a person: who told, who said it, and who looked."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person
from openchair.safety.models import Answer, Report


def _reports(person: Person) -> list[Row]:
    # One's own alone: a row about somebody would tell them that they were reported. The words are another's.
    told = Report.objects.filter(reporter=person).select_related("group")
    return [
        {"group": one.group.name, "reason": one.get_reason_display(), "note": one.note, "at": one.at}
        for one in told
    ]


def _erase_reports(person: Person) -> None:
    Report.objects.filter(reporter=person).update(reporter=None)
    # The sealed copy stays for its time with those who look into it; whose words they were is gone.
    for report in Report.objects.filter(about=person):
        report.about, report.alias = None, ""
        report.save(update_fields=["about", "alias"])


def _answers(person: Person) -> list[Row]:
    mine = Answer.objects.filter(by=person).select_related("report__group")
    return [{"group": one.report.group.name, "done": one.get_done_display(), "at": one.at} for one in mine]


def _erase_answers(person: Person) -> None:
    Answer.objects.filter(by=person).update(by=None)


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=Report,
        why=_("So that hosts can look into words that troubled somebody. The words and the note are sealed."),
        how_long=_(
            "Half a year after somebody looked at it; a year if nobody does. Erasing takes the names away."
        ),
        export=_reports,
        erase=_erase_reports,
    ),
    Kept(
        model=Answer,
        why=_("So that hosts know that somebody has looked, and whoever told them knows it too."),
        how_long=_("As long as the report."),
        export=_answers,
        erase=_erase_answers,
    ),
)
