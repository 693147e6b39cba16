"""Fay, a further member of Harbour; run inside the place's own environment. Prints her session as JSON."""

import json

import django

django.setup()

from openchair.groups.models import Group  # noqa: E402 - Django comes first
from tests import recipes  # noqa: E402
from tests.cast import token_of  # noqa: E402


def main() -> None:
    """She joins the only group there is."""
    fay = recipes.person("fay")
    recipes.member(Group.objects.get(), fay, "Fay")
    print(json.dumps({"fay": token_of(fay)}))


if __name__ == "__main__":
    main()
