"""What meetings keep about a person. Attendance is a rounded number and names nobody, so it is not here."""

from django.utils.translation import gettext_lazy as _

from openchair.kit.privacy import Kept, Row
from openchair.meetings.models import Cancellation, Claim, Occurrence, Topic
from openchair.people.models import Person


def _claims(person: Person) -> list[Row]:
    claims = Claim.objects.filter(membership__person=person).select_related("occurrence__series")
    return [{**_of(claim.occurrence), "reading": claim.reading} for claim in claims]


def _forget_claims(person: Person) -> None:
    Claim.objects.filter(membership__person=person).delete()


def _topics(person: Person) -> list[Row]:
    chosen = Topic.objects.filter(person=person).select_related("occurrence__series")
    return [{**_of(topic.occurrence), "words": topic.words} for topic in chosen]


def _forget_topics(person: Person) -> None:
    Topic.objects.filter(person=person).delete()


def _cancellations(person: Person) -> list[Row]:
    given = Cancellation.objects.filter(by__person=person).select_related("occurrence__series")
    return [{**_of(cancellation.occurrence), "why": cancellation.why} for cancellation in given]


def _forget_cancellations(person: Person) -> None:
    # The date stays called off for everybody else; by whom and in which words is gone.
    for one in Cancellation.objects.filter(by__person=person):
        one.by, one.why = None, ""
        one.save(update_fields=["by", "why"])


def _of(occurrence: Occurrence) -> Row:
    return {"meeting": occurrence.series.name, "date": occurrence.starts_at}


KEPT: list[Kept[Person]] = [
    Kept(
        model=Claim,
        why=_("So that everyone sees who will read at the next meeting."),
        how_long=_("Until 30 days after that meeting."),
        export=_claims,
        erase=_forget_claims,
    ),
    Kept(
        model=Topic,
        why=_("So that everyone sees what the next meeting is about, because you chose it."),
        how_long=_("Until you take it back, or 30 days after that meeting."),
        export=_topics,
        erase=_forget_topics,
    ),
    Kept(
        model=Cancellation,
        why=_("So that hosts know who called a date off, and why."),
        how_long=_("Until 30 days after that date."),
        export=_cancellations,
        erase=_forget_cancellations,
    ),
]
