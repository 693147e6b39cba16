"""Who plays in the demo: fixed sign-in names, and words that are public on purpose."""

from dataclasses import dataclass

from openchair.kit.clock import now
from openchair.people import codes, passphrase
from openchair.people.models import Person, Session

UNUSABLE = "!"  # no hash begins like this: nobody can sign in by words
WORDS = "copper lantern river twelve garden moss"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A way into the demo, shown to everyone on this machine."""

    who: str
    handle: str
    words: str


SIGN_INS = (
    SignIn("Amara, who hosts", "amber-heron-1001", WORDS),
    SignIn("Ben, a member", "brook-willow-1002", WORDS),
    SignIn("Chidi, who is new", "cedar-robin-1003", WORDS),
)
# Can sign in too: an outsider to Harbour, and somebody whom Amara blocked.
_OTHERS = (SignIn("Dana", "dune-plover-1004", WORDS), SignIn("Eli", "elder-finch-1005", WORDS))

NAMES = (
    *(
        "Amara",
        "Ben",
        "Chidi",
        "Dana",
        "Eli",
        "Willow",
        "River",
        "Maple",
        "Oak",
        "Fern",
        "Ash",
        "Juniper",
        "Sol",
    ),
    *("Robin", "Wren", "Sage", "Basil", "Linden", "Rowan", "Hazel", "Marlow", "Ines", "Tomás", "Noor", "Kit"),
    "Lark",
)


def load_people() -> dict[str, Person]:
    """Everybody by the name they go by. Only those who can sign in have words; a slow hash each."""
    known = {one.who.split(",")[0]: one for one in (*SIGN_INS, *_OTHERS)}
    people = {}
    for number, name in enumerate(NAMES):
        one = known.get(name)
        person = Person(handle=one.handle if one else f"demo-{number:02}", codes_kept_at=now())
        if one:
            person.set_words(passphrase.as_kept(one.words))
        else:
            person.passphrase = UNUSABLE
        person.save()
        if one:
            codes.give(person, codes.make())
        people[name] = person
    Session.begin(people["Ben"], Session.Mode.OWN)  # so that there is another device on his list
    return people
