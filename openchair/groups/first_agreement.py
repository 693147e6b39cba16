"""The agreement a new group starts with; it changes it as it likes. Our own words, CC0."""

from django.utils.translation import gettext_lazy as _

AGREEMENT = (
    _("We come as we are. Every goal is welcome: to stop, to use less, or to stay safer."),
    _("We listen to the end. We speak about ourselves, and we say “I”."),
    _("We do not ask who someone is, where they live or how many days they have."),
    _("What is said in the room stays in the room. We do not copy, record or repeat it."),
    _("We may pass, be quiet or leave at any time. Nobody asks why."),
    _("We write privately to someone only when they want it. We go slowly with people who are new."),
    _("We leave out names of dealers, amounts and ways to use or to get hurt."),
    _("A setback is no reason to stay away. Please come, and tell us only what you like."),
    _("We are not doctors. In danger we call for help, and we use the page “Help now”."),
)


def agreement_text() -> str:
    """The default agreement in the reader's language, a line for each point, ready for a host to change."""
    return "\n".join(str(line) for line in AGREEMENT)
