"""Every model is looked at before a start: what it holds is said, and what is sealed is sealed whole."""

from django.apps.registry import Apps
from django.db import models

from openchair.vault import checks
from openchair.vault.fields import Sealed
from openchair.vault.rules import coded, holds, public
from openchair.vault.tests.stories import ALL

ELSEWHERE = Apps()


class Careless(models.Model):
    """Everything that must not be."""

    words = Sealed(by="id")
    said = models.CharField(max_length=3)

    class Meta:
        app_label, apps = "careless", ELSEWHERE

    def __str__(self) -> str:
        return "careless"


def test_our_models_are_as_they_must_be() -> None:
    assert checks.columns_say_what_they_hold(None) == []
    assert [fault for model in ALL for fault in checks.faults(model)] == []
    assert len(checks.ours()) > 10


def test_a_careless_model_is_found_out() -> None:
    said = " ".join(checks.faults(Careless))
    assert "a text column is Sealed" in said and "has a UUID" in said and "has a SealedQuerySet" in said


def test_a_column_says_what_it_holds() -> None:
    assert holds(coded(models.CharField())) == "coded" == holds(models.CharField(choices=[("a", "A")]))
    assert holds(public(models.CharField(), "the sign on the door")) == "public: the sign on the door"
    assert holds(models.CharField()) == ""
