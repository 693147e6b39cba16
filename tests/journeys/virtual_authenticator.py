"""Chromium's own authenticator in software, over the DevTools protocol: a device that holds passkeys."""

from typing import Any

from playwright.sync_api import Page

Told = dict[str, Any]  # JSON, as Chromium says it

# Asks the device for one signature, as our script does, with options that a test may bend.
ASK = """async ({ challenge, bent }) => {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON({ ...challenge, ...bent });
  const found = await navigator.credentials.get({ publicKey: options });
  return JSON.stringify(found.toJSON());
}"""
CHALLENGE = """async () => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ csrfmiddlewaretoken: token });
  const answer = await fetch("/sign-in/passkey/challenge/", { method: "POST", body });
  return (await answer.json()).publicKey;
}"""
SEND = """({ answer, to }) => {
  const form = document.querySelector("main form");
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name: "passkey", value: answer });
  form.append(input);
  form.action = to;
  form.submit();
}"""


class Authenticator:
    """A device at hand for one page: it keeps resident keys, and its person is there and known to it."""

    def __init__(self, page: Page) -> None:
        self._line = page.context.new_cdp_session(page)
        self._line.send("WebAuthn.enable")
        self._id = self._plug_in()

    def _plug_in(self) -> str:
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self._line.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return str(made["authenticatorId"])

    def passkeys(self) -> list[Told]:
        """What it holds, private keys and counters included."""
        found = self._line.send("WebAuthn.getCredentials", {"authenticatorId": self._id})
        return list(found["credentials"])

    def put(self, passkey: Told, **changes: object) -> None:
        """A copy of a passkey, changed or not."""
        wanted = ("credentialId", "isResidentCredential", "rpId", "privateKey", "userHandle", "signCount")
        copy = {name: passkey[name] for name in wanted} | changes
        self._line.send("WebAuthn.addCredential", {"authenticatorId": self._id, "credential": copy})

    def verified(self, yes: bool) -> None:
        """Does its finger or face reader know the person?"""
        self._line.send("WebAuthn.setUserVerified", {"authenticatorId": self._id, "isUserVerified": yes})

    def exchange(self) -> None:
        """Another device, with nothing on it, in place of this one."""
        self._line.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self._id})
        self._id = self._plug_in()
