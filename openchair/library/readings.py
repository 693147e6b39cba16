"""Short readings in our own words (CC0), for groups of any kind and any goal.

No text of any fellowship or programme is in here, and none may be added: groups paste what they
may use, or link to it.
"""

from django.utils.translation import gettext_lazy as _

from openchair.library.sheet import Reading

_READINGS = (
    Reading(
        "welcome",
        _("Welcome"),
        _(
            "Welcome. This is a place for people who want something to change. "
            "It may be drink, drugs, food, games, money or something else. "
            "You may be new, or back after a hard time, or here for many years. All of that is fine. "
            "We do not ask who you are. We do not compare days. "
            "There is a chair for you, and we are glad that you came."
        ),
    ),
    Reading(
        "how-we-talk",
        _("How we talk"),
        _(
            "Here one person speaks at a time, and we listen to the end. "
            "We speak about our own life. We say “I”, not “you”. "
            "We do not reply to a share, and we do not give advice in the meeting. "
            "This way each of us can speak without being judged. "
            "Would you like to answer someone? Ask them afterwards whether they want that."
        ),
    ),
    Reading(
        "how-we-talk-together",
        _("How we talk together"),
        _(
            "Here we talk with each other. "
            "Before you answer, ask what the person would like: ideas, or just someone who listens. "
            "Tell what helped you, not what others must do. "
            "Let people finish. Leave room for those who are quiet."
        ),
    ),
    Reading(
        "what-stays-here",
        _("What stays here"),
        _(
            "What you hear in this room belongs to the person who said it. "
            "Please do not pass it on, not even without a name. "
            "Do not copy it, record it or take a picture of it. "
            "When the meeting closes, its words are let go. Only what someone reports to the hosts is kept. "
            "Other people may still remember your words. "
            "So say what feels right to say here today. "
            "There is one limit: when a life or a child is in danger, we look for help."
        ),
    ),
    Reading(
        "passing-is-fine",
        _("Passing is fine"),
        _(
            "You never have to speak. You can say “pass”, or nothing at all. "
            "You can say hello and leave it there. You can stop in the middle. "
            "Listening is taking part. Nobody will ask you why."
        ),
    ),
    Reading(
        "timer",
        _("Our time"),
        _(
            "Each of us has about three minutes. "
            "A quiet sign shows when half a minute is left. "
            "Then finish your thought in peace. Nobody cuts you off. "
            "If you need a little longer, the chair can give it. "
            "Short shares are good shares too."
        ),
    ),
    Reading(
        "newcomers",
        _("For those who are new"),
        _(
            "If you are new, welcome. Each of us had a first time. "
            "You do not need to know our words. You do not need a goal, a date or a name for it. "
            "Today you can just listen. The greeter is here for your questions. "
            "One thing is about your safety. Do you drink a lot every day, or take tranquillisers? "
            "Do not stop all at once. Talk to a doctor first."
        ),
    ),
    Reading(
        "closing",
        _("Before we go"),
        _(
            "Thank you for being here. If something helped today, keep it with you. "
            "Choose one small thing for the next day. "
            "It can be a meal, a walk, some sleep, or a word to a friend. "
            "If the night gets hard, do not stay alone with it. "
            "What was said in this room stays in this room. There will be a chair for you next time."
        ),
    ),
)
_BY_KEY = {reading.key: reading for reading in _READINGS}


def readings() -> tuple[Reading, ...]:
    """All readings, in the order in which meetings use them."""
    return _READINGS


def reading(key: str) -> Reading:
    """The reading of that key. Raises KeyError when there is none."""
    return _BY_KEY[key]
