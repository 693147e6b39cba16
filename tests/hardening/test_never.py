"""What this software never does: fetch what people name, take files, carry a back office or a debugger."""

import ast
import inspect
import re
from collections.abc import Iterator

import pytest
from django import forms
from django.conf import settings
from django.urls import get_resolver

from tests.architecture.rules import tree
from tests.hardening.forms import every_form

# Modules that can ask another machine for something, and the files that may use them, with what for.
FETCHING = {
    *("urllib.request", "http.client", "ftplib", "smtplib", "telnetlib", "socket", "ssl", "xmlrpc.client"),
    *("requests", "httpx", "aiohttp", "urllib3", "pycurl", "websockets", "redis", "psycopg", "subprocess"),
}
MAY = {
    "openchair/live/bus_redis.py": {"redis"},  # the server of OPENCHAIR_REDIS
    "openchair/live/shelf_redis.py": {"redis"},
    "openchair/people/limits_redis.py": {"redis"},
    # Push services that browsers name: at addresses that were looked at (notices/tests/test_delivering.py).
    "openchair/notices/far_away.py": {"socket", "ssl", "http.client"},
    "openchair/notices/letters.py": {"smtplib"},
    "openchair/notices/delivering.py": {"smtplib"},  # the faults of the mail server of OPENCHAIR_MAIL
    "openchair/project/server.py": {"socket"},  # listens
    "openchair/project/backing_up/postgres.py": {"subprocess"},  # pg_dump, by a command of the keeper
    "openchair/project/backing_up/restoring.py": {"subprocess"},
}
# One's own copy, brought back: read as text in memory, at most a megabyte, never shown to anybody.
TAKES_A_FILE = {"Bringing.copy": "openchair/project/ledger/views/copies.py"}
SETTING_UP = "openchair/project/setup/"  # ./start and ./check, which no request reaches


def ours() -> Iterator[str]:
    """The Python that is served."""
    for name in tree.python():
        if name.startswith("openchair/") and "/tests/" not in name and not name.startswith(SETTING_UP):
            yield name


def imported(text: str) -> Iterator[str]:
    """Each module that a file imports, with all the packages it lies in."""
    for node in ast.walk(ast.parse(text)):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


@pytest.mark.requirement("S56")
def test_one_file_alone_can_ask_what_people_name() -> None:
    names = list(ours())
    assert len(names) > 200
    found = {name: set(imported(tree.read(name))) & FETCHING for name in names}
    assert {name: used for name, used in found.items() if used - MAY.get(name, set())} == {}


def test_the_rule_about_fetching_can_fail() -> None:
    for line in ("import urllib.request", "from urllib import request", "import redis.asyncio as r"):
        assert set(imported(line)) & FETCHING


@pytest.mark.requirement("S56")
def test_addresses_that_stewards_name_are_handed_to_browsers_alone() -> None:
    for name in ours():
        assert not re.search(r"\burlopen\b|\bimport_module\(.*(?:requests|httpx)", tree.read(name)), name


@pytest.mark.requirement("S55")
def test_one_form_takes_a_file_and_it_is_no_picture() -> None:
    """A picture would have to meet S55 first: decoded, copied point by point, and served apart."""
    fields = {
        f"{form.__name__}.{name}": one for form in every_form() for name, one in form.base_fields.items()
    }
    assert len(fields) > 40
    assert {name for name, one in fields.items() if one.widget.needs_multipart_form} == TAKES_A_FILE.keys()
    assert {name for name in ours() if re.search(r"\.FILES\b", tree.read(name))} == set(TAKES_A_FILE.values())
    assert not [name for name, one in fields.items() if isinstance(one, forms.ImageField)]


@pytest.mark.requirement("S55")
def test_a_file_that_is_sent_never_lies_on_the_disk() -> None:
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]


@pytest.mark.requirement("S67")
def test_no_back_office_no_debugger_and_no_book_of_addresses_is_installed() -> None:
    used = " ".join([*settings.INSTALLED_APPS, *settings.MIDDLEWARE])
    assert not re.search(r"admin|debug_toolbar|silk|swagger|redoc|drf|browsable", used)
    routes = " ".join(str(one.pattern) for one in get_resolver().url_patterns)
    assert not re.search(r"admin|__debug__|docs|openapi|graphql", routes)
    assert settings.DEBUG is False


def test_every_form_is_found() -> None:
    assert {"SignIn", "EditForm"} <= {form.__name__ for form in every_form()}
    assert all(inspect.isclass(form) for form in every_form())
