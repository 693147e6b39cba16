"""What is sent to a browser: opened by that browser alone, always as long, and signed by this place."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from openchair.notices import push
from openchair.notices.tests.push_service import Browser, point

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECRET = "kQ7x-2Zt_pL9vB3nM5cR8wY1aD4fG6hJ0sKuEiOqTzXbNmWyHrVgCdFjPlSoAeU_"

CONTACT = "mailto:a@b.example"


def number(said: str) -> int:
    return int.from_bytes(push.as_bytes(said))


def test_the_example_of_rfc_8291_comes_out_byte_for_byte() -> None:
    """Section 5 and appendix A, without padding."""
    body = push.sealed(
        b"When I grow up, I want to be a watermelon",
        public_key=push.as_bytes(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
        auth=push.as_bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        length=len(b"When I grow up, I want to be a watermelon"),
        ours=ec.derive_private_key(number("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), ec.SECP256R1()),
        salt=push.as_bytes("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert push.as_text(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK"
        "6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@pytest.mark.parametrize("words", [b"", b"{}", push.WAITS, b"x" * push.LENGTH])
def test_the_browser_opens_it_and_every_message_is_as_long(words: bytes) -> None:
    browser = Browser("")
    body = push.sealed(words, public_key=point(browser.key.public_key()), auth=browser.auth)
    assert browser.opened(body) == words
    assert len(body) == 16 + 4 + 1 + 65 + push.LENGTH + 1 + 16


def test_another_browser_does_not_open_it_and_longer_words_are_refused() -> None:
    browser, other = Browser(""), Browser("")
    key = point(browser.key.public_key())
    with pytest.raises(InvalidTag):
        other.opened(push.sealed(push.WAITS, public_key=key, auth=browser.auth))
    with pytest.raises(ValueError, match="longer"):
        push.sealed(b"x" * (push.LENGTH + 1), public_key=key, auth=browser.auth)
    with pytest.raises(ValueError, match=r"."):
        push.sealed(push.WAITS, public_key=b"\x04" + b"\x01" * 64, auth=browser.auth)


def test_no_word_is_in_it() -> None:
    assert json.loads(push.WAITS) == {"waits": True}


def test_it_is_signed_for_this_service_and_for_half_a_day() -> None:
    told = push.headers("https://push.example/a/b?c", secret=SECRET, contact=CONTACT, moment=NOON)
    assert (told["TTL"], told["Topic"], told["Urgency"]) == ("14400", "waits", "normal")
    head, claims, signature, key = parts(told["Authorization"])
    assert head == {"typ": "JWT", "alg": "ES256"}
    assert claims == {
        "aud": "https://push.example",
        "exp": int((NOON + timedelta(hours=12)).timestamp()),
        "sub": CONTACT,
    }
    signed = told["Authorization"].split("t=")[1].split(",")[0].rpartition(".")[0].encode()
    half = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), push.as_bytes(key))
    half.verify(signature, signed, ec.ECDSA(SHA256()))
    with pytest.raises(InvalidSignature):
        half.verify(signature, signed + b"x", ec.ECDSA(SHA256()))


def test_the_key_of_a_place_stays_the_same_and_belongs_to_its_secret() -> None:
    assert push.public_half(SECRET) == push.public_half(SECRET) != push.public_half(SECRET[::-1])


def parts(authorization: str) -> tuple[dict[str, object], dict[str, object], bytes, str]:
    """Head, claims, signature (DER) and key of a VAPID header."""
    token, key = authorization.removeprefix("vapid t=").split(", k=")
    head, claims, signature = token.split(".")
    raw = push.as_bytes(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    return json.loads(push.as_bytes(head)), json.loads(push.as_bytes(claims)), der, key
