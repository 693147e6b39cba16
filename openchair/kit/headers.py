"""What every answer carries, so that a browser does nothing with our pages that we did not mean.

Pages, static files, streams, refusals and faults all take it from here (ASVS 5.0, 3.4).
"""

from functools import cache
from typing import Final

from django.conf import settings

TWO_YEARS: Final = 63_072_000  # seconds
# Only features that Chromium knows: an unknown one is a warning in the reader's console on every page.
DENIED: Final = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts"),
    *("magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial"),
    *("storage-access", "usb", "window-management", "xr-spatial-tracking"),
)
_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "frames worker",  # worker: the address of the one service worker, and nothing else
}


def everywhere() -> dict[str, str]:
    """Header → value, for every answer there is. Cookies and `Cache-Control` are each answer's own."""
    return dict(_made(settings.SECURE))


def for_streams() -> list[tuple[bytes, bytes]]:
    """The same, as ASGI wants them."""
    return [(name.lower().encode(), value.encode()) for name, value in _made(settings.SECURE).items()]


@cache
def _made(secure: bool) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": _policy(secure),
        # Not "no-referrer": our own forms would then carry "Origin: null" (Fetch, 3.2), which the check of
        # cross-site requests refuses.
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Origin-Agent-Cluster": "?1",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED),
        "X-DNS-Prefetch-Control": "off",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }
    if secure:
        headers["Strict-Transport-Security"] = f"max-age={TWO_YEARS}; includeSubDomains"
    return headers


def _policy(secure: bool) -> str:
    # On plain http (this machine alone) browsers would else ask ourselves by https, where nobody answers.
    directives = [f"{name} {value}" for name, value in _POLICY.items()]
    return "; ".join([*directives, *(["upgrade-insecure-requests"] if secure else [])])
