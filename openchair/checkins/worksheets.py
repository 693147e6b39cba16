"""Sheets to think with, in our own words; and keeping what somebody wrote on one."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openchair.checkins.models import Worksheet
from openchair.people.models import Person


@dataclass(frozen=True, slots=True)
class Question:
    """One box of a sheet."""

    name: str
    label: str | Promise
    hint: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to fill in. Its name stands in addresses, so it tells nothing of what one writes."""

    name: str
    title: str | Promise
    about: str | Promise
    questions: tuple[Question, ...]


SHEETS: Final = (
    Sheet(
        "weighing",
        _("Weighing it up"),
        _("Both sides are allowed. Nobody is asked to decide today."),
        (
            Question("good_now", _("What is good about things as they are?")),
            Question("hard_now", _("What do they cost me?"), _("Sleep, money, people, how I see myself.")),
            Question("hard_change", _("What would be hard about a change?")),
            Question("good_change", _("What could a change give me?")),
            Question("tomorrow", _("When I read this again, what stands out?")),
        ),
    ),
    Sheet(
        "waves",
        _("An urge, and what happened"),
        _("Urges come like waves: they rise, and they pass. Written down, the next is less of a stranger."),
        (
            Question("where", _("Where was I, and when?")),
            Question(
                "before", _("What happened just before?"), _("A place, a person, a thought, a feeling.")
            ),
            Question("strength", _("How strong did it get, from 0 to 10?")),
            Question("did", _("What did I do?")),
            Question("after", _("How was it half an hour later?")),
            Question("next", _("What would I like to remember for the next time?")),
        ),
    ),
    Sheet(
        "change",
        _("A plan for a change"),
        _("One change, in your own words. It can be small."),
        (
            Question("change", _("What do I want to change?")),
            Question("why", _("Why does it matter to me?")),
            Question("steps", _("What are the first steps?"), _("So small that I could begin this week.")),
            Question("who", _("Who can help, and how?")),
            Question("way", _("What could get in the way, and what will I do then?")),
            Question("sign", _("How will I notice that it is working?")),
        ),
    ),
    Sheet(
        "step",
        _("A step of my own"),
        _("For the steps or the questions of your own programme, in your own words."),
        (
            Question("which", _("Which step or question is it?")),
            Question("found", _("What have I found so far?")),
            Question("next", _("What do I want to talk over, and with whom?")),
        ),
    ),
)


def sheet_named(name: str) -> Sheet | None:
    """The sheet of this name."""
    return next((one for one in SHEETS if one.name == name), None)


def keep(*, person: Person, sheet: str, answers: dict[str, str], day: date) -> Worksheet:
    """A new sheet with these answers."""
    return Worksheet.objects.create(person=person, written_on=day, told=Worksheet.kept(sheet, answers))


def change(*, worksheet: Worksheet, answers: dict[str, str]) -> None:
    """Other answers in place of the first."""
    worksheet.told = Worksheet.kept(worksheet.sheet, answers)
    worksheet.save(update_fields=["told"])


def take_back(*, worksheet: Worksheet, day: date) -> None:
    """Out of sight; for 30 days it can be brought back."""
    worksheet.taken_back_on = day
    worksheet.save(update_fields=["taken_back_on"])


def bring_back(*, worksheet: Worksheet) -> None:
    """As it was."""
    worksheet.taken_back_on = None
    worksheet.save(update_fields=["taken_back_on"])
