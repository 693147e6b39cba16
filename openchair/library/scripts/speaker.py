"""Speaker: one person tells their story, then the others share."""

from django.utils.translation import gettext_lazy as _

from openchair.library.scripts import shared
from openchair.library.sheet import Script, Step

SPEAKER = Script(
    key="speaker",
    name=_("Speaker"),
    about=_("One person tells how it was and how it is now. Then there is time for others."),
    steps=(
        Step(
            key="opening",
            kind="opening",
            title=_("Opening"),
            line=_(
                "Welcome, everyone. Today one of us will speak for longer. Then there is time for others."
            ),
            note=_("Ask the speaker before the meeting whether all is well. Agree on a sign for the time."),
            minutes=2,
        ),
        shared.QUIET_MINUTE,
        shared.reading_step("welcome"),
        shared.reading_step("what-stays-here"),
        shared.reading_step("passing-is-fine"),
        shared.WHO_IS_NEW,
        Step(
            key="speaker",
            kind="speaker",
            title=_("Our speaker"),
            line=_("Now we listen to our speaker. We do not ask and we do not interrupt. Take your time."),
            note=_(
                "The speaker has about 25 minutes. Give a quiet sign five minutes before. Thank them warmly."
            ),
            minutes=25,
        ),
        Step(
            key="pause",
            kind="opening",
            title=_("A short pause"),
            line=_("Let us take a minute to let this sink in. What do you want to keep from it?"),
            note=_("A pause helps people find their own words. Do not sum up what was said."),
            minutes=1,
        ),
        shared.reading_step("timer"),
        shared.SHARES,
        shared.BURNING,
        shared.reading_step("closing"),
        shared.CLOSING,
    ),
)
