"""Tabs in a window as people have it: Playwright tells each of its own that it has the focus, always."""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession

Told = dict[str, Any]  # JSON, as Chromium says it

PATIENCE = 10.0  # seconds


@dataclass
class Window:
    """A window without anything in it yet (Chrome DevTools Protocol, Target domain)."""

    line: CDPSession
    context: str
    _answers: dict[int, Told] = field(default_factory=dict)

    @classmethod
    def of(cls, browser: Browser) -> "Window":
        """A new one."""
        line = browser.new_browser_cdp_session()
        window = cls(line, line.send("Target.createBrowserContext")["browserContextId"])
        line.on("Target.receivedMessageFromTarget", window._heard)
        return window

    def tab(self, address: str, cookies: dict[str, str]) -> "Tab":
        """A tab in front of the others, in which the page has come."""
        told = [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
        self.line.send("Storage.setCookies", {"cookies": told, "browserContextId": self.context})
        made = self.line.send("Target.createTarget", {"url": address, "browserContextId": self.context})
        target = made["targetId"]
        session = self.line.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
        tab = Tab(self, target, session)
        tab.to_front()
        tab.until("document.readyState === 'complete' && location.href !== 'about:blank'")
        return tab

    def ask(self, session: str, method: str, **told: object) -> Told:
        """What the tab answers; nothing while it is between two pages."""
        number = len(self._answers) + 1
        message = json.dumps({"id": number, "method": method, "params": told})
        self.line.send("Target.sendMessageToTarget", {"sessionId": session, "message": message})
        last = time.monotonic() + PATIENCE
        while number not in self._answers:
            assert time.monotonic() < last, f"no answer to {method}"
            self.line.send("Browser.getVersion")  # lets what has come be heard
        result: Told = self._answers[number].get("result", {})
        return result

    def _heard(self, event: Told) -> None:
        answer = json.loads(event["message"])
        if "id" in answer:
            self._answers[answer["id"]] = answer


@dataclass(frozen=True)
class Tab:
    """One page of the window."""

    window: Window
    target: str
    session: str

    def to_front(self) -> None:
        """As by a click on its tab."""
        self.window.line.send("Target.activateTarget", {"targetId": self.target})

    def says(self, script: str) -> object:
        """What a line of script gives."""
        told = self.window.ask(self.session, "Runtime.evaluate", expression=script, returnByValue=True)
        value: object = told.get("result", {}).get("value")
        return value

    def until(self, script: str) -> None:
        """Wait until it is true."""
        last = time.monotonic() + PATIENCE
        while self.says(script) is not True:
            assert time.monotonic() < last, f"never true: {script}"
            time.sleep(0.02)

    def press(self, key: str, code: int) -> None:
        """One key, down and up."""
        for kind in ("rawKeyDown", "char", "keyUp") if key == "Enter" else ("rawKeyDown", "keyUp"):
            text = {"text": "\r"} if kind == "char" else {}
            self.window.ask(
                self.session, "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **text
            )
