"""All the forms of the place."""

import importlib
from functools import cache

from django import forms
from django.urls import get_resolver

from tests.architecture.rules import tree


@cache
def every_form() -> tuple[type[forms.Form], ...]:
    """Each class of form that a module of ours defines, once the addresses have been read."""
    _ = get_resolver().url_patterns
    for name in tree.python():
        if name.startswith("openchair/") and "forms" in name and "/tests/" not in name:
            importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    return tuple(sorted(_below(forms.Form), key=lambda one: (one.__module__, one.__name__)))


def _below(form: type[forms.Form]) -> set[type[forms.Form]]:
    found = {one for one in form.__subclasses__() if one.__module__.startswith("openchair.")}
    return found | {deeper for one in form.__subclasses__() for deeper in _below(one)}
