"""A group for families, in which June is and her husband Ben is not; run inside the place's own environment.

Fay hosts it. Prints the sessions and the group as JSON.
"""

import json

import django

django.setup()

from tests import recipes  # noqa: E402 - Django comes first
from tests.cast import token_of  # noqa: E402


def main() -> None:
    """Fay begins it, and June comes."""
    fay, june = recipes.person("fay"), recipes.person("june")
    family = recipes.group(fay, alias="Fay", name="Cove", audience="family")
    recipes.member(family, june, "Juniper")
    print(json.dumps({"fay": token_of(fay), "june": token_of(june), "family": family.public_id}))


if __name__ == "__main__":
    main()
