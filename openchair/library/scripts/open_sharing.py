"""Open sharing: hands are raised, and each who wants to has a turn."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from openchair.library.scripts import shared
from openchair.library.sheet import Script, Step

OPEN_SHARING = Script(
    key="open-sharing",
    name=_("Open sharing"),
    about=_("Whoever wants to speaks about their own life. The others listen."),
    steps=(
        Step(
            key="opening",
            kind="opening",
            title=_("Opening"),
            line=_("Welcome, everyone. You can listen the whole time. You can come as you are today."),
            note=_("Say the name you use in this group. Then say how the evening will go, in one sentence."),
            minutes=2,
        ),
        shared.QUIET_MINUTE,
        shared.reading_step("welcome"),
        shared.reading_step("how-we-talk"),
        shared.reading_step("what-stays-here"),
        shared.reading_step("passing-is-fine"),
        shared.WHO_IS_NEW,
        shared.reading_step("timer"),
        replace(shared.SHARES, minutes=40),
        shared.BURNING,
        shared.reading_step("closing"),
        shared.CLOSING,
    ),
)
