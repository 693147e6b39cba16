"""Time zones by their IANA names (RFC 6557)."""

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


@cache
def zone_names() -> list[str]:
    """The zones people choose from: a region and a city, and UTC."""
    regions = (
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    )
    return ["UTC", *sorted(name for name in available_timezones() if name.startswith(regions))]


def is_zone(name: str) -> bool:
    """True for a zone that people can choose."""
    return name in zone_names()


def zone_or_utc(*names: str) -> ZoneInfo:
    """The first name that is a zone; UTC when none is, as when a zone was renamed away."""
    for name in names:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return ZoneInfo("UTC")
