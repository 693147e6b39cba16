"""Newcomer: how things go here, explained without hurry, with time for questions."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from openchair.library.scripts import shared
from openchair.library.sheet import Script, Step

NEWCOMER = Script(
    key="newcomer",
    name=_("First meeting"),
    about=_("For people who are new. A few words are explained, and there is time for questions."),
    steps=(
        Step(
            key="opening",
            kind="opening",
            title=_("Opening"),
            line=_("Welcome. It takes courage to come the first time. You do not have to do anything here."),
            note=_(
                "Speak slowly. Name the greeter. What is written to the greeter, hosts and greeters can see."
            ),
            minutes=3,
        ),
        shared.reading_step("newcomers"),
        shared.reading_step("what-stays-here"),
        Step(
            key="our-words",
            kind="opening",
            title=_("A few words we use"),
            line=_(
                "A turn is your time to speak. Raising a hand means that you would like one. "
                "Passing means “not now”. A share is what someone tells about their own life."
            ),
            note=_("Show where the buttons are. Tell people about Help now and Leave this site."),
            minutes=3,
        ),
        shared.reading_step("passing-is-fine"),
        Step(
            key="a-first-story",
            kind="speaker",
            title=_("How it was for one of us"),
            line=_("One of us will tell about their own first meeting. It is short."),
            note=_("About five minutes, by someone who is at ease with it. No advice, no rules."),
            minutes=5,
        ),
        Step(
            key="questions",
            kind="questions",
            title=_("Your questions"),
            line=_("Now you can ask. Every question is a good one. You can also write it to the greeter."),
            note=_("Answer briefly, from your own life. It is fine to say that you do not know."),
            minutes=12,
        ),
        replace(shared.SHARES, minutes=12),
        shared.BURNING,
        Step(
            key="next-steps",
            kind="closing",
            title=_("What next"),
            line=_("You can come again, to this group or to another. Try a few before you decide."),
            note=_("Name the next meeting and its time. Thank the greeter."),
            minutes=2,
        ),
        shared.reading_step("closing"),
        shared.CLOSING,
    ),
)
