"""The words of the two data files, for people to read and for translators to translate."""

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext_lazy as _

SERVES = {
    "suicide": _("thoughts of suicide"),
    "crisis": _("any crisis"),
    "addiction": _("alcohol and drugs"),
    "families": _("families"),
    "youth": _("children and young people"),
    "mental-health": _("mental health"),
    "referral": _("finding treatment"),
    "adults": _("adults"),
}
NOTES = {
    "tty": _("text phone (TTY)"),
    "free": _("free of charge"),
    "from-mobiles": _("from mobile phones"),
    "extension-8": _("then press 8"),
    "zip-code": _("write your ZIP code"),
    "calls-back": _("they call you back"),
    "liechtenstein": _("also for Liechtenstein"),
    "formosa": _("only for the province of Formosa"),
    "interpreters": _("interpreters for many languages"),
    "south-australia": _("in South Australia 8:30 to 22:00"),
    "chat-evenings": _("chat 18:30 to 22:30"),
    "hours-2019": _("office hours, Monday to Friday, as reported in 2019"),
    "tenth": _("on the 10th of each month day and night from 8:00"),
    "some-regions": _("not in every region"),
}


def country_name(code: str, language: str) -> str:
    """The country's name in the reader's language, or the code where none is known."""
    return str(_locale(language).territories.get(code, code))


def language_name(code: str, language: str) -> str:
    """The language's name in the reader's language, or the code where none is known."""
    return str(_locale(language).languages.get(code, code))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")
