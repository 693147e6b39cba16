"""Jinja2 as the one template dialect."""

from django.contrib.messages import get_messages
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from openchair.kit import ids


class Templates(Jinja2):
    """Looks in each app's `templates` folder."""

    app_dirname = "templates"


def environment(**options: object) -> Environment:
    """The environment all templates share: strict about names, translated, escaped."""
    options["undefined"] = StrictUndefined
    fixed = {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}
    env = Environment(**options | fixed)  # type: ignore[arg-type]
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.globals.update(
        static=static,
        url=lambda name, *args: reverse(name, args=args),
        get_messages=get_messages,
        submit_id=ids.public_id,
    )
    return env
