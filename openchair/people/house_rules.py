"""The six house rules of every place. Our own words, CC0."""

from django.utils.translation import gettext_lazy as _

VERSION = 1  # one more whenever a rule means something else than before

HOUSE_RULES = (
    _("Be kind. Nobody here is put down, for any reason."),
    _("What you hear belongs to the person who said it. Do not pass it on."),
    _("Speak about your own life. Give advice only when someone asks for it."),
    _("Nobody has to speak, and nobody has to explain."),
    _("Sell nothing. Ask nobody for money, for contact details or for a date."),
    _("When someone is in danger, we look for help together. Hosts keep the room safe, and they say why."),
)
