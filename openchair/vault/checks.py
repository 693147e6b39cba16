"""What every model with words must be, looked at whenever the place starts."""

from collections.abc import Iterator, Sequence

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from django.db import models

from openchair.vault.fields import Sealed
from openchair.vault.queryset import SealedQuerySet
from openchair.vault.rules import holds

TEXT = (models.CharField, models.TextField, models.JSONField)  # slugs and addresses are kinds of CharField
SEALED_BEFORE = "openchair."


def columns_say_what_they_hold(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django's signature
    **_options: object,
) -> list[CheckMessage]:
    """Errors for each of our text columns that is neither sealed nor declared, and for half-sealed models."""
    return [Error(said) for model in ours() for said in faults(model)]


def ours() -> list[type[models.Model]]:
    """Every model of this project."""
    return [model for model in apps.get_models() if model.__module__.startswith(SEALED_BEFORE)]


def faults(model: type[models.Model]) -> Iterator[str]:
    """What is wrong with the columns of one model, a sentence each."""
    columns = model._meta.concrete_fields
    for column in columns:
        if isinstance(column, TEXT) and not isinstance(column, Sealed) and not holds(column):
            yield f"{column}: a text column is Sealed, or coded(…), or public(…, why)."
    if not any(isinstance(column, Sealed) for column in columns):
        return
    if not isinstance(model._meta.pk, models.UUIDField):
        yield f"{model._meta.label}: what is sealed is bound to its row, so the row has a UUID beforehand."
    if not isinstance(model._meta.default_manager.all(), SealedQuerySet):  # type: ignore[union-attr]
        yield f"{model._meta.label}: a model with sealed columns has a SealedQuerySet."
