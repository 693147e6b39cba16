"""Addresses of this place, and of nowhere else."""

import re

from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 500


def local_path(address: str) -> str:
    """The address when it is a path here; nothing when it may lead elsewhere (ASVS 5.0, 3.7.2)."""
    if len(address) > LONGEST or not re.fullmatch(r"/(?!/)[^\s\\\x00-\x1f\x7f]*", address):
        return ""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""
