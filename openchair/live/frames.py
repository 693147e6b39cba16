"""Frames: pieces of a page that travel to everybody in a room, and how they are written on the wire."""

import re
from typing import Final, Literal, get_args

Op = Literal["append", "prepend", "replace", "remove"]

_OPS: Final = frozenset(get_args(Op))
_TARGET: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}", re.ASCII)


def frame(op: Op, target: str, html: str = "") -> str:
    """One change of a page, read by `frames.js`.

    op: what happens to the element; target: its id, a letter and then up to 79 letters, digits, - and _;
    html: what goes in, already escaped by its template. Raises ValueError for another op or target,
    because both stand in the markup unescaped.
    """
    if op not in _OPS:
        raise ValueError(f"no such frame: {op!r}")
    if not _TARGET.fullmatch(target):
        raise ValueError(f"not an element's id: {target!r}")
    return f'<template data-frame="{op}" data-target="{target}">{html}</template>'


def event(html: str, name: str = "") -> bytes:
    """An event of a stream (WHATWG HTML, 9.2): every line of the text gets a `data:` of its own."""
    text = html.replace("\r\n", "\n").replace("\r", "\n")
    head = f"event: {name}\n" if name else ""
    return (head + "".join(f"data: {line}\n" for line in text.split("\n")) + "\n").encode()
