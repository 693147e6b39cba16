"""Who is here: a person, how they sign in, and whom they do not want to meet."""

from openchair.people.models.block import Block
from openchair.people.models.consent import Consent
from openchair.people.models.farewell import Closure, Erasure
from openchair.people.models.mute import Mute
from openchair.people.models.notice import AccountNotice
from openchair.people.models.passkey import Passkey
from openchair.people.models.person import Person
from openchair.people.models.place import Place
from openchair.people.models.reading import Reading, Wishes
from openchair.people.models.recovery import RecoveryCode
from openchair.people.models.session import Session
from openchair.people.models.stewardship import StewardLink, Stewardship
from openchair.people.models.submission import Submission

__all__ = [
    "AccountNotice",
    "Block",
    "Closure",
    "Consent",
    "Erasure",
    "Mute",
    "Passkey",
    "Person",
    "Place",
    "Reading",
    "RecoveryCode",
    "Session",
    "StewardLink",
    "Stewardship",
    "Submission",
    "Wishes",
]
