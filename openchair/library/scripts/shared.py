"""Steps that more than one script uses, so that a member knows them again in every meeting."""

from django.utils.translation import gettext_lazy as _

from openchair.library.readings import reading
from openchair.library.sheet import Step

QUIET_MINUTE = Step(
    key="quiet-minute",
    kind="opening",
    title=_("A quiet minute"),
    line=_(
        "Let us begin with one quiet minute. Breathe in your own time. You can close your eyes or look away."
    ),
    note=_("Say nothing for a minute. Then thank people and go on."),
    minutes=1,
)
WHO_IS_NEW = Step(
    key="who-is-new",
    kind="opening",
    title=_("Who is new"),
    line=_(
        "Is anyone here for the first time, or back after a while? You may say hello. You do not have to."
    ),
    note=_("Wait ten seconds. Welcome whoever says hello, and name the greeter. Never call on anyone."),
    minutes=2,
)
SHARES = Step(
    key="shares",
    kind="shares",
    title=_("Sharing"),
    line=_(
        "Now it is your time. Raise your hand when you want to speak. "
        "Each turn is about three minutes. Passing is fine."
    ),
    note=_(
        "People who have not spoken yet go first. A silence is not a problem. "
        "Thank each person by the name they use here."
    ),
    minutes=30,
)
BURNING = Step(
    key="burning",
    kind="burning",
    title=_("Before we close"),
    line=_(
        "We close in a few minutes. Is there someone who needs to speak before the day ends? "
        "The time is yours."
    ),
    note=_(
        "Only hosts see these hands. If someone is in danger, open Help now with them and call a second host."
    ),
    minutes=5,
)
CLOSING = Step(
    key="closing",
    kind="closing",
    title=_("Closing"),
    line=_(
        "Thank you for speaking, and thank you for listening. "
        "What was said in this room stays in this room. Go gently."
    ),
    note=_("Say when the next meeting is. When you close the room, every word in it is let go."),
    minutes=2,
)


def reading_step(key: str) -> Step:
    """The step that gives a reading to whoever claimed it. Raises KeyError for a reading we do not have."""
    text = reading(key)
    return Step(
        key=f"read-{text.key}",
        kind="reading",
        title=text.title,
        line=_("Who would like to read this one to us?"),
        note=_("Give it to whoever claimed it. If nobody did, read it yourself."),
        minutes=1,
        reading=text.key,
    )
