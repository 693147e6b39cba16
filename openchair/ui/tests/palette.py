"""The colours of `tokens.css`, read from the file itself, and how far apart two of them are."""

import re
from pathlib import Path

TOKENS = (Path(__file__).parents[1] / "static/ui/css/tokens.css").read_text()

Scheme = dict[str, str]


def schemes() -> dict[str, Scheme]:
    """Meaning → hex, as each of the three ways of asking for a scheme gives it."""
    blocks = [(head.strip(), body) for head, body in re.findall(r"([^{}]+)\{([^{}]*)\}", TOKENS)]
    numbers = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", TOKENS))

    def meant_by(selector: str) -> Scheme:
        body = next(body for head, body in blocks if head == selector and "color-scheme" in body)
        return {name: numbers[number] for name, number in re.findall(r"--([\w-]+): var\(--([\w-]+)\);", body)}

    return {
        "light": meant_by(":root"),
        "dark by the system": meant_by(':root:not([data-theme="light"])'),
        "dark by the person": meant_by(':root[data-theme="dark"]'),
    }


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two hex colours (WCAG 2.2, "contrast ratio"), 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
