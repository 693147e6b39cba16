"""A story as it is written: a title, sections, and for whom it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openchair.groups.languages import LANGUAGES
from openchair.kit.words import LineField, WordsField
from openchair.people.topics import Topic
from openchair.stories.aloud import minutes_of
from openchair.stories.models import Story
from openchair.stories.told import (
    HEADING_LENGTH,
    MOST_SECTIONS,
    MOST_SIGNS,
    OTHER_LENGTH,
    TITLE_LENGTH,
    About,
    Section,
    Stage,
    Theme,
    Told,
)

_CHOSEN: Final = ("audience", "named", "themes", "stage", "language", "topics")


class Fields(NamedTuple):
    """The two fields of one section, and its number."""

    number: int
    heading: BoundField
    words: BoundField


class StoryForm(forms.Form):
    """One story. `names`: under which it may stand here; a single one is not asked for.

    `whole`: it is to be shown to others now, so a title and some words are needed. Until then nothing is.
    """

    title = LineField(max_length=TITLE_LENGTH, label=gettext_lazy("Title"))
    audience = forms.ChoiceField(choices=Story.Audience.choices, label=gettext_lazy("Who can see this"))
    themes = forms.MultipleChoiceField(
        choices=Theme.choices, required=False, label=gettext_lazy("It speaks of")
    )
    stage = forms.ChoiceField(
        choices=[("", gettext_lazy("I would rather not say")), *Stage.choices],
        required=False,
        label=gettext_lazy("Told from"),
    )
    language = forms.ChoiceField(
        choices=[("", gettext_lazy("The language of the group")), *LANGUAGES],
        required=False,
        label=gettext_lazy("Written in"),
    )
    topics = forms.MultipleChoiceField(
        choices=Topic.choices, required=False, label=gettext_lazy("The note says")
    )
    other = LineField(max_length=OTHER_LENGTH, required=False, label=gettext_lazy("Something else"))
    named = forms.ChoiceField(choices=Story.Named.choices, label=gettext_lazy("Show it"))

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        names: Sequence[str],
        whole: bool = True,
        told: Told | None = None,
        chosen: Mapping[str, object] | None = None,
    ) -> None:
        begun = told or Told(About())
        super().__init__(data, initial={**_AT_FIRST, **_as_typed(begun), **(chosen or {})})
        self.whole = whole
        self.fields["title"].required = whole
        self.fields["title"].error_messages["required"] = _("Give it a title first. A few words are enough.")
        for name in _CHOSEN:
            trouble = dict.fromkeys(("required", "invalid_choice"), _("Please choose one of these."))
            self.fields[name].error_messages |= trouble
        self._offer(names)
        self._add_sections(_sections_in(data) if data is not None else len(begun.sections))

    @property
    def sections(self) -> list[Fields]:
        """The fields, section by section."""
        numbers = range(1, self._many + 1)
        return [Fields(one, self[f"heading-{one}"], self[f"words-{one}"]) for one in numbers]

    @property
    def may_add(self) -> bool:
        """Is there room for one more section?"""
        return self._many < MOST_SECTIONS

    @property
    def told(self) -> Told:
        """What was told."""
        said, sections = self.cleaned_data, self._told_sections()
        aside = Section(said["aside-heading"], said["aside-words"])
        about = About(
            title=said["title"],
            themes=tuple(said["themes"]),
            stage=said["stage"],
            topics=tuple(said["topics"]),
            other=said["other"],
            language=said["language"],
            minutes=minutes_of(sections),
        )
        return Told(about, sections, aside if aside != Section() else None)

    @property
    def name_shown(self) -> str:
        """Under which name."""
        return str(self.cleaned_data.get("named", Story.Named.ALIAS))

    def clean(self) -> None:
        """All of it together is not too long; and some words are there, when others are to read it."""
        if self.errors:
            return
        length = 0
        for number, one in enumerate(self._told_sections(), 1):
            length += len(one.heading) + len(one.words)
            if length > MOST_SIGNS:
                self.add_error(f"words-{number}", _too_long())
                return
        if self.whole and not any(one.words for one in self._told_sections()):
            self.add_error("words-1", _("Write a word or two first."))

    def _told_sections(self) -> tuple[Section, ...]:
        said, numbers = self.cleaned_data, range(1, self._many + 1)
        return tuple(Section(said[f"heading-{one}"], said[f"words-{one}"]) for one in numbers)

    def _offer(self, names: Sequence[str]) -> None:
        if len(names) > 1:
            named = cast(forms.ChoiceField, self.fields["named"])
            named.choices = [(one, Story.Named(one).label) for one in names]
        else:
            del self.fields["named"]

    def _add_sections(self, many: int) -> None:
        self._many = many
        for number in ["aside", *range(1, many + 1)]:
            heading = LineField(max_length=HEADING_LENGTH, required=False, label=gettext_lazy("Heading"))
            words = WordsField(max_length=MOST_SIGNS, required=False, label=gettext_lazy("Words"))
            names = (
                (f"{number}-heading", f"{number}-words")
                if number == "aside"
                else (f"heading-{number}", f"words-{number}")
            )
            self.fields |= dict(zip(names, (heading, words), strict=True))
        self.order_fields(["audience", "title", *(name for name in self.fields if "-" in name)])


def _sections_in(data: Mapping[str, object]) -> int:
    """How many sections were sent: those in between count, so that no words are lost."""
    sent = [number for number in range(1, MOST_SECTIONS + 1) if f"words-{number}" in data]
    return max(sent, default=1)


def _too_long() -> str:
    return _(
        "Here the story becomes longer than %(most)d letters. Please shorten it, or tell the rest in another "
        "one. What you wrote is still here."
    ) % {"most": MOST_SIGNS}


_AT_FIRST: Final[dict[str, object]] = {"audience": Story.Audience.GROUP, "named": Story.Named.ALIAS}


def _as_typed(told: Told) -> dict[str, object]:
    about, aside = told.about, told.aside or Section()
    typed: dict[str, object] = {
        "title": about.title,
        "themes": list(about.themes),
        "stage": about.stage,
        "language": about.language,
        "topics": list(about.topics),
        "other": about.other,
        "aside-heading": aside.heading,
        "aside-words": aside.words,
    }
    for number, one in enumerate(told.sections, 1):
        typed |= {f"heading-{number}": one.heading, f"words-{number}": one.words}
    return typed
