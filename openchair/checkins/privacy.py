"""What is kept about somebody's days: for them alone."""

from dataclasses import asdict
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from openchair.checkins.models import CheckIn, Earlier, Habit, HiddenReading, Plan, Pledge, Week, Worksheet
from openchair.checkins.told import Told
from openchair.kit.privacy import Kept, Row
from openchair.people.models import Person


def rows_of(person: Person) -> list[Row]:
    """Every check-in as plain values, the first first; a day that cannot be read is left out."""
    kept = CheckIn.objects.filter(person=person).order_by("day")
    return [_row(str(one.day), told) for one in kept if (told := one.says)]


def _row(day: str, told: Told) -> Row:
    return {
        "day": day,
        "at": told.at,
        "mood": told.mood,
        "craving": told.craving,
        "halt": " ".join(told.halt),
        "plan": told.plan,
        "talked": told.talked,
        "evening": told.evening,
        "intention": told.intention,
        "note": told.note,
    }


def _erase(person: Person) -> None:
    CheckIn.objects.filter(person=person).delete()


def _earlier(person: Person) -> list[Row]:
    kept = Earlier.objects.filter(person=person).order_by("day")
    return [_row(str(one.day), told) for one in kept if (told := one.says)]


def _erase_earlier(person: Person) -> None:
    Earlier.objects.filter(person=person).delete()


def _hidden(person: Person) -> list[Row]:
    return [{"hidden": True} for _one in HiddenReading.objects.filter(person=person)]


def _erase_hidden(person: Person) -> None:
    HiddenReading.objects.filter(person=person).delete()


def _habits(person: Person) -> list[Row]:
    kept = Habit.objects.filter(person=person).order_by("since")
    return [{"habit": one.public_id, **_habit(one), "since": str(one.since)} for one in kept]


def _habit(habit: Habit) -> dict[str, str]:
    return {"kind": habit.says["kind"], "words": habit.says.get("words", "")}


def _erase_habits(person: Person) -> None:
    Habit.objects.filter(person=person).delete()


def _weeks(person: Person) -> list[Row]:
    kept = Week.objects.filter(person=person).order_by("monday")
    return [
        {"habit": habit, "day": str(one.monday + timedelta(days=place))}
        for one in kept
        for habit, places in one.says.items()
        for place in places
    ]


def _erase_weeks(person: Person) -> None:
    Week.objects.filter(person=person).delete()


def _plans(person: Person) -> list[Row]:
    kept = Plan.objects.filter(person=person).order_by("begins")
    return [{"begins": str(plan.begins), **asdict(line)} for plan in kept for line in plan.lines]


def _erase_plans(person: Person) -> None:
    Plan.objects.filter(person=person).delete()


def _pledge(person: Person) -> list[Row]:
    return [{"ends_at": one.ends_at} for one in Pledge.objects.filter(person=person)]


def _erase_pledge(person: Person) -> None:
    Pledge.objects.filter(person=person).delete()


def _worksheets(person: Person) -> list[Row]:
    kept = Worksheet.objects.filter(person=person).order_by("written_on")
    return [
        {"day": str(one.written_on), "sheet": one.sheet, "question": question, "words": words}
        for one in kept
        for question, words in one.answers.items()
    ]


def _erase_worksheets(person: Person) -> None:
    Worksheet.objects.filter(person=person).delete()


KEPT: tuple[Kept[Person], ...] = (
    Kept(
        model=CheckIn,
        why=_(
            "So that you can look back on your days. The day is readable; all that you said of it is sealed."
        ),
        how_long=_("Until you take it back, or go."),
        export=rows_of,
        erase=_erase,
    ),
    Kept(
        model=Earlier,
        why=_("So that a change of a check-in can be undone. It is sealed."),
        how_long=_("30 days."),
        export=_earlier,
        erase=_erase_earlier,
    ),
    Kept(
        model=HiddenReading,
        why=_("So that no sentence stands above your plots any more."),
        how_long=_("Until you want to read them again."),
        export=_hidden,
        erase=_erase_hidden,
    ),
    Kept(
        model=Habit,
        why=_("So that you can mark small acts. What they are is sealed."),
        how_long=_("Until 30 days after you let it go."),
        export=_habits,
        erase=_erase_habits,
    ),
    Kept(
        model=Week,
        why=_("So that a week shows what you did. Which days, and what, is sealed."),
        how_long=_("Until you go."),
        export=_weeks,
        erase=_erase_weeks,
    ),
    Kept(
        model=Plan,
        why=_("So that you find your plan for seven days again. What it says is sealed."),
        how_long=_("Until 30 days after you put it away."),
        export=_plans,
        erase=_erase_plans,
    ),
    Kept(
        model=Pledge,
        why=_("So that a rounded number of people can be shown who are in for today. It names nobody."),
        how_long=_("Until an hour after your day has ended."),
        export=_pledge,
        erase=_erase_pledge,
    ),
    Kept(
        model=Worksheet,
        why=_("So that you can read again what you wrote. Which sheet it is, and all you wrote, is sealed."),
        how_long=_("Until 30 days after you take it back."),
        export=_worksheets,
        erase=_erase_worksheets,
    ),
)
