"""Passkeys: made and used by the rules of Web Authentication (W3C, level 3), through the `fido2` library.

Whatever is wrong with an answer, the caller learns the same: nothing. A passkey that a *new* session adds
(`Session.is_new_at`: younger than 24 hours, unless the account began with it) works only 24 hours later, and
until then any session of the person may take it back. So somebody who joins today is not made to
wait, and whoever learned the words, or used a found spare key, leaves no lasting key behind unseen (T4).
"""

import hashlib
import json
import secrets
import struct
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from fido2 import cbor
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    CollectedClientData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialParameters,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from openchair.kit.clock import now
from openchair.people import notices
from openchair.people.models import Passkey, Person, Session, Submission
from openchair.people.models.passkey import today
from openchair.people.models.session import NEW

ALGORITHMS = (-8, -7, -257)  # Ed25519, ECDSA with P-256, RSA: what devices have (COSE registry)
LABEL = "Notes"  # what a list of passkeys shows, on a device that others may hold (T3)
LIVES = 5 * 60  # seconds from a challenge to its answer
MOST = 10  # passkeys of one person
LONGEST = 20_000  # letters of an answer
LONGEST_ID, LONGEST_KEY = 1023, 2000  # bytes; CTAP 2.1 for the first
Options = dict[str, object]
# All that hostile bytes make the library and its parsers raise.
_UNREADABLE = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, NotImplementedError,
    OverflowError, RecursionError, struct.error,
)  # fmt: skip


def new_challenge() -> str:
    """32 random bytes, in letters; each is good for one answer."""
    return websafe_encode(secrets.token_bytes(32))


def holder_of(person: Person) -> str:
    """The person's 64 random bytes for devices, in letters: those of their passkeys, or new ones."""
    one = person.passkeys.first()
    return websafe_encode(bytes(one.holder) if one else secrets.token_bytes(64))


def to_make(person: Person, *, challenge: str, holder: str) -> Options:
    """What a browser needs to make a passkey: on the device, by finger, face or code, without attestation."""
    name = f"{LABEL} {person.handle[-4:]}"
    options, _state = _server().register_begin(
        PublicKeyCredentialUserEntity(id=websafe_decode(holder), name=name, display_name=name),
        credentials=[
            PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=bytes(one.credential))
            for one in person.passkeys.all()
        ],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
        challenge=websafe_decode(challenge),
    )
    return dict(options)


def to_ask(*, challenge: str) -> Options:
    """What a browser needs to ask for a passkey, whosever it is: no name is typed and none is told."""
    options, _state = _server().authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED, challenge=websafe_decode(challenge)
    )
    return dict(options)


@transaction.atomic
def add(*, session: Session, answer: str, challenge: str, holder: str, nickname: str) -> Passkey | None:
    """Keep the passkey a browser made for this challenge; None when anything about it is not as asked."""
    person = session.person
    found = _made(answer, challenge) if _spend(challenge) else None
    if found is None or person.passkeys.count() >= MOST:
        return None
    waits = session.is_new_at(now())
    passkey = Passkey(
        person=person,
        holder=websafe_decode(holder),
        credential=found.credential_id,
        public_key=cbor.encode(found.public_key),
        nickname=nickname,
        works_from=now() + NEW if waits else None,
    )
    try:
        with transaction.atomic():
            passkey.save(force_insert=True)
    except IntegrityError:
        return None
    kind = notices.Kind.PASSKEY_WAITS if waits else notices.Kind.PASSKEY
    notices.announce(person=person, kind=kind, here=session.pk)
    return passkey


@transaction.atomic
def prove(*, answer: str, challenge: str, person: Person | None = None) -> Passkey | None:
    """The passkey that signed this challenge; with `person`, only one of theirs. None for every other answer.

    A counter that did not grow may mean that a copy of the passkey is about. Many honest ones never count,
    or count anew after a repair, so nobody is locked out; the person is told in all their sessions.
    """
    if not _spend(challenge):
        return None
    try:
        response = AuthenticationResponse.from_dict(json.loads(answer[:LONGEST]))
        passkey = _its_passkey(response, person)
        if passkey is None:
            return None
        _server().authenticate_complete(_state(challenge), [_credential(passkey)], response)
        counter = response.response.authenticator_data.counter
    except _UNREADABLE:
        return None
    if passkey.counter and counter <= passkey.counter:
        notices.announce(person=passkey.person, kind=notices.Kind.PASSKEY_COPIED)
    passkey.counter, passkey.used_on = max(counter, passkey.counter), today()
    passkey.save(update_fields=["counter", "used_on"])
    return passkey


@transaction.atomic
def remove(passkey: Passkey, *, here: Session) -> None:
    """From now on it opens nothing; the other sessions are told."""
    passkey.delete()
    notices.announce(person=here.person, kind=notices.Kind.PASSKEY_GONE, here=here.pk)


def _made(answer: str, challenge: str) -> AttestedCredentialData | None:
    try:
        response = RegistrationResponse.from_dict(json.loads(answer[:LONGEST]))
        found = _server().register_complete(_state(challenge), response).credential_data
    except _UNREADABLE:
        return None
    if found is None or _is_framed(response.response.client_data):
        return None
    fits = 0 < len(found.credential_id) <= LONGEST_ID and len(cbor.encode(found.public_key)) <= LONGEST_KEY
    return found if fits and found.public_key.get(3) in ALGORITHMS else None


def _its_passkey(response: AuthenticationResponse, person: Person | None) -> Passkey | None:
    """The passkey that is named, if it may be used now, by whom it says it belongs to (WebAuthn 3, 7.2)."""
    passkey = Passkey.objects.select_related("person").filter(credential=response.raw_id).first()
    if passkey is None or response.response.user_handle != bytes(passkey.holder):
        return None
    theirs = person is None or passkey.person_id == person.pk
    usable = theirs and passkey.works_at(now()) and not _is_framed(response.response.client_data)
    return passkey if usable else None


def _is_framed(said: CollectedClientData) -> bool:
    """Was it asked for from inside another site's page? We never are."""
    return bool(said.cross_origin)


def _credential(passkey: Passkey) -> AttestedCredentialData:
    key = cbor.decode(bytes(passkey.public_key))
    if not isinstance(key, Mapping):
        raise TypeError
    return AttestedCredentialData.create(Aaguid.NONE, bytes(passkey.credential), CoseKey.parse(key))


def _spend(challenge: str) -> bool:
    """True the first time only: an answer that was seen on its way is worth nothing (replay)."""
    key = hashlib.sha256(f"passkey challenge {challenge}".encode()).hexdigest()
    try:
        with transaction.atomic():
            Submission.objects.create(key=key, led_to="")
    except IntegrityError:
        return False
    return bool(challenge)


def _state(challenge: str) -> dict[str, str]:
    return {"challenge": challenge, "user_verification": UserVerificationRequirement.REQUIRED}


def _is_here(origin: str) -> bool:
    """Is it our own address? Exactly that, not another port and not a name under ours."""
    return _parts(origin) == _parts(settings.OPENCHAIR_ORIGIN)


def _parts(origin: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(origin)
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _server() -> Fido2Server:
    host = urlsplit(settings.OPENCHAIR_ORIGIN).hostname or ""
    server = Fido2Server(
        PublicKeyCredentialRpEntity(id=host, name=LABEL),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=_is_here,
    )
    server.allowed_algorithms = [
        PublicKeyCredentialParameters(type=PublicKeyCredentialType.PUBLIC_KEY, alg=one) for one in ALGORITHMS
    ]
    return server
