"""How far a search gets before its time is up: `python bench/search.py`.

In a group with 20,000 shares of 200 people, as one of its members looks for a word that the newest shares
hold, and for one that none holds. Milliseconds by the clock until the page is answered (the whole of Django's
test client included), texts opened for it, and how often one would have to ask to get through all. Beside it
stands the page with the field alone. Medians of pages asked for in turns.
"""

import re
import time
from statistics import median

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from django.db import reset_queries
from django.test import Client
from django.urls import reverse
from shares import browser_in, filled

from openchair.kit.clock import now
from openchair.people import limits
from openchair.people.models import Place

SHARES, PEOPLE, ROUNDS = 20_000, 200, 9


def main() -> None:
    """Fill the group, look, print."""
    make_ready()
    Place.objects.create(name="Open Chair", ready_at=now())
    group = filled(SHARES, PEOPLE)
    browser = browser_in(group)
    reset_queries()
    costs: dict[str, list[float]] = {"the field alone": [], "quay": [], "nowhere": []}
    opened: dict[str, int] = {"the field alone": 0}
    for _round in range(ROUNDS):
        limits.forget()
        for name, found in costs.items():
            began = time.perf_counter()
            page = asked(browser, group.public_id, "" if name == "the field alone" else name)
            found.append((time.perf_counter() - began) * 1000)
            opened[name] = looked_at(page)
    print(f"{'':20}{'ms':>8}{'texts':>8}{'pages for all':>16}    (first results within 250 ms)")
    for name, found in costs.items():
        pages = f"{SHARES / opened[name]:16.0f}" if opened[name] else f"{'':16}"
        print(f"{name:20}{median(found):8.1f}{opened[name]:8}{pages}")


def asked(browser: Client, group: str, word: str) -> str:
    """The page with the field, or what is found for the word."""
    if not word:
        return browser.get(reverse("search")).content.decode()
    return browser.post(reverse("search"), {"words": word, "where": group}).content.decode()


def looked_at(page: str) -> int:
    """How many texts the page says were looked through."""
    said = re.search(r"(\d+) texts were looked through", page)
    return int(said[1]) if said else 0


if __name__ == "__main__":
    main()
