"""Joining: everything waits in the browser, sealed, and the account is written once, at the end."""

import secrets
from uuid import UUID, uuid4

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from openchair.kit.clock import now
from openchair.people import codes, names, passphrase
from openchair.people.drafts import Draft
from openchair.people.models import Consent, Person, Session
from openchair.people.models.session import new_token


def begin(language: str, after: str = "") -> Draft:
    """A draft of an account: its row, its first session and its spare keys are decided now, written later.

    `after` is the address in this place to come to when it is done.
    """
    draft = {
        "person": str(uuid4()),
        "token": new_token(),
        "codes": " ".join(codes.make()),
        "asked": str(secrets.randbelow(codes.HOW_MANY)),
        "after": after,
    }
    return another(draft, language)


def another(draft: Draft, language: str) -> Draft:
    """The draft with another sign-in name and six other words; an earlier choice no longer stands."""
    kept = {name: value for name, value in draft.items() if name != "hash"}
    return kept | {"handle": names.sign_in_name(), "offered": passphrase.offer(language)}


def choose(draft: Draft, words: str, mode: str) -> Draft:
    """The draft with how to sign in; of the words only their hash goes on."""
    return draft | {"hash": make_password(passphrase.as_kept(words)), "mode": mode}


def codes_of(draft: Draft) -> list[str]:
    """The eight spare keys of a draft."""
    return draft["codes"].split()


def asked_code(draft: Draft) -> tuple[int, str]:
    """Which spare key is asked for (from 1), and that key."""
    at = int(draft["asked"])
    return at + 1, codes_of(draft)[at]


def join(draft: Draft, *, kept: bool) -> bool:
    """Write the account of a draft, once, however often and however many at a time ask.

    True when its first session is there, so that the browser may be signed in. False when the sign-in name
    was taken meanwhile, or when the draft was used and signed out since. `kept`: the keys were typed back.
    """
    try:
        write(draft, kept=kept)
    except IntegrityError:
        return is_in(draft)
    return True


def is_in(draft: Draft) -> bool:
    """True while the first session of a draft that was written lives."""
    session = Session.find(draft["token"])
    return session is not None and str(session.person_id) == draft["person"]


@transaction.atomic
def write(draft: Draft, *, kept: bool) -> Person:
    """The person, what they agreed to, the spare keys and the first session.

    Raises IntegrityError when any of them is there.
    """
    person = Person(
        pk=UUID(draft["person"]),
        handle=draft["handle"],
        passphrase=draft["hash"],
        codes_kept_at=now() if kept else None,
    )
    person.save(force_insert=True)
    if draft.get("rules"):
        Consent.objects.create(person=person, version=int(draft["rules"]))
    codes.give(person, codes_of(draft))
    Session.begin(person, draft["mode"], draft["token"], first=True)
    return person
