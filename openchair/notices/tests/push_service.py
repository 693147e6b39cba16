"""A push service on this machine, and a browser that subscribes to it: what is sent is caught and opened."""

import hashlib
import hmac
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from openchair.notices.models import PushDevice
from openchair.people.models import Person, Session

CURVE = ec.SECP256R1()


@dataclass(frozen=True, slots=True)
class Caught:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushOffice:
    """Answers each path with the status set for it, 201 else; `slow` paths drip a byte a second, for ever."""

    port: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    slow: set[str] = field(default_factory=set)
    caught: list[Caught] = field(default_factory=list)
    came: threading.Event = field(default_factory=threading.Event)

    def endpoint(self, name: str) -> str:
        """Where a browser of this name is reached."""
        return f"http://127.0.0.1:{self.port}/{name}"

    def came_to(self, name: str) -> list[Caught]:
        """What was sent to it."""
        return [one for one in self.caught if one.path == f"/{name}"]


@contextmanager
def serving() -> Iterator[PushOffice]:
    """A push service while the block lasts."""
    service = PushOffice()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.caught.append(Caught(self.path, dict(self.headers), body))
            service.came.set()
            if self.path.strip("/") in service.slow:
                self._drip()
                return
            self.send_response_only(service.answers.get(self.path.strip("/"), 201))
            for name, value in service.headers.items():
                self.send_header(name, value)
            self.end_headers()

        def _drip(self) -> None:
            try:
                self.wfile.write(b"HTTP/1.1 201 Created\r\nX-Slow: ")
                while True:
                    self.wfile.write(b"a")
                    time.sleep(0.5)
            except OSError:
                return

        def log_message(self, *_words: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    service.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Browser:
    """What a browser keeps of a subscription; it opens what was sealed for it (RFC 8291, 3.4)."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(CURVE))
    auth: bytes = b"sixteen bytes..."

    @property
    def fields(self) -> dict[str, str]:
        """What it says of itself."""
        return {
            "endpoint": self.endpoint,
            "public_key": as_text(point(self.key.public_key())),
            "auth": as_text(self.auth),
        }

    def subscribe(self, person: Person) -> PushDevice:
        """As though the person had pressed the button in it."""
        session, _token = Session.begin(person, Session.Mode.OWN)
        return PushDevice.objects.create(person=person, session=session, **self.fields)

    def opened(self, body: bytes) -> bytes:
        """The words that were sealed for this browser."""
        salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
        sender, record = body[21 : 21 + length], body[21 + length :]
        assert len(record) <= size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender))
        info = b"WebPush: info\x00" + point(self.key.public_key()) + sender
        secret = expanded(hmac_of(self.auth, shared), info, 32)
        seed = hmac_of(salt, secret)
        key = expanded(seed, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = expanded(seed, b"Content-Encoding: nonce\x00", 12)
        padded = AESGCM(key).decrypt(nonce, record, None).rstrip(b"\x00")
        assert padded.endswith(b"\x02")
        return padded[:-1]


def hmac_of(key: bytes, words: bytes) -> bytes:
    """The first step of HKDF (RFC 5869, 2.2)."""
    return hmac.new(key, words, hashlib.sha256).digest()


def expanded(key: bytes, info: bytes, length: int) -> bytes:
    """The second step."""
    return HKDFExpand(SHA256(), length, info).derive(key)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def as_text(raw: bytes) -> str:
    """Base64url without padding."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
