"""Writers, circles and what they write: models of no app, so that the vault is tested by itself."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.apps.registry import Apps
from django.db import models

from openchair.kit import ids
from openchair.vault.blind import Blind
from openchair.vault.fields import ITSELF, Sealed
from openchair.vault.queryset import SealedQuerySet

LIBRARY = Apps()


class Circle(models.Model):
    """Writers who read to one another."""

    id = models.UUIDField(primary_key=True, default=ids.row_id)
    name = Sealed(by=ITSELF, kind="circle", max_length=40)

    objects: ClassVar[Any] = SealedQuerySet.as_manager()

    class Meta:
        app_label, apps = "tales", LIBRARY

    def __str__(self) -> str:
        return "circle"


class Writer(models.Model):
    """Somebody with a pen name, found by it."""

    id = models.UUIDField(primary_key=True, default=ids.row_id)
    name = Sealed(by=ITSELF, kind="writer", max_length=40)
    name_key = Blind(of="name")

    objects: ClassVar[Any] = SealedQuerySet.as_manager()

    class Meta:
        app_label, apps = "tales", LIBRARY

    def __str__(self) -> str:
        return "writer"


class Story(models.Model):
    """Words of a writer, within a circle or theirs alone."""

    id = models.UUIDField(primary_key=True, default=ids.row_id)
    writer = models.ForeignKey(Writer, models.CASCADE)
    circle = models.ForeignKey(Circle, models.CASCADE)
    title = Sealed(by="writer", within="circle", max_length=60)
    note = Sealed(by="writer", null=True, blank=True)  # type: ignore[misc] # no column of ours may be null
    title_key = Blind(of="title", within="circle", alike=str.casefold)
    words = Sealed(by="writer", max_length=4000, blank=True)
    pages = models.IntegerField(default=1)

    writer_id: UUID
    circle_id: UUID
    objects: ClassVar[Any] = SealedQuerySet.as_manager()

    class Meta:
        app_label, apps = "tales", LIBRARY

    def __str__(self) -> str:
        return "story"


ALL: tuple[type[models.Model], ...] = (Circle, Writer, Story)


def a_story(**told: object) -> Story:
    """A story in a circle, by a writer, unless told otherwise."""
    told = {"title": "The lamp", "words": "Once it was lit."} | told
    if "writer" not in told:
        told["writer"] = Writer.objects.create(name="Oak")
    if "circle" not in told:
        told["circle"] = Circle.objects.create(name="Harbour")
    made: Story = Story.objects.create(**told)
    return made
