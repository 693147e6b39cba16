"""A device with one passkey, in software: it signs what it is asked to, and can be told to misbehave."""

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import cast

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG
Options = dict[str, dict[str, object]]
MAKER = Aaguid(b"maker and model.")


@dataclass
class Device:
    """What differs from an honest device is a field."""

    origin: str = settings.OPENCHAIR_ORIGIN
    host: str = "localhost"
    verified: bool = True
    counter: int = 0
    framed: bool = False
    alg: int = -7
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    holder: bytes = b""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def made(self, options: Options) -> str:
        """The answer to `navigator.credentials.create`."""
        self.holder = websafe_decode(cast(dict[str, str], options["publicKey"]["user"])["id"])
        public = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        public[3] = self.alg
        owned = AttestedCredentialData.create(MAKER, self.credential, public)
        about = self._about(FLAG.AT, owned)
        said = self._said(CollectedClientData.TYPE.CREATE, options)
        attested = AttestationObject.create("none", about, {})
        return self._answer(clientDataJSON=said, attestationObject=attested)

    def signed(self, options: Options) -> str:
        """The answer to `navigator.credentials.get`."""
        self.counter += 1
        about, said = self._about(FLAG(0)), self._said(CollectedClientData.TYPE.GET, options)
        signature = self.key.sign(about + said.hash, ec.ECDSA(hashes.SHA256()))
        return self._answer(
            clientDataJSON=said, authenticatorData=about, signature=signature, userHandle=self.holder
        )

    def _about(self, more: AuthenticatorData.FLAG, owned: bytes = b"") -> AuthenticatorData:
        flags = FLAG.UP | more | (FLAG.UV if self.verified else FLAG(0))
        host = sha256(self.host.encode()).digest()
        about: AuthenticatorData = AuthenticatorData.create(host, flags, self.counter, owned)
        return about

    def _said(self, type: str, options: Options) -> CollectedClientData:  # noqa: A002 - its name there
        return CollectedClientData.create(
            type, str(options["publicKey"]["challenge"]), self.origin, cross_origin=self.framed
        )

    def _answer(self, **response: bytes) -> str:
        name = websafe_encode(self.credential)
        texts = {key: websafe_encode(value) for key, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": texts})


def enrol(browser: Client, device: Device, nickname: str = "") -> HttpResponse:
    """Add this device's passkey, as the page does it."""
    options = browser.post("/me/passkeys/challenge/").json()
    form = {"passkey": device.made(options), "nickname": nickname}
    return cast(HttpResponse, browser.post("/me/passkeys/new/", form))


def come_in(device: Device, browser: Client | None = None, **form: str) -> HttpResponse:
    """Sign in with it, as the page does it."""
    browser = browser or Client()
    options = browser.post("/sign-in/passkey/challenge/").json()
    form = {"passkey": device.signed(options), "mode": "own"} | form
    return cast(HttpResponse, browser.post("/sign-in/passkey/", form))
