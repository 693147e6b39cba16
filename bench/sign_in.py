"""What signing in tells and costs: `python bench/sign_in.py`, beside nothing else on the machine.

First the time of each refusal, in turns, so that a busy moment slows all of them alike (S31): medians in
milliseconds, and how far each is from the first of its kind, with a 95 % interval by bootstrap. An interval
that holds 0 means that a stranger learns nothing from the clock at this number of tries. Then people sign in
at one moment over loopback (S33), first a circle and then a hundred: how many were answered, how many were
told to try again in a moment, and the most memory the server held. Ends by itself, after about a minute.
"""

import http.client
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from place import make_ready  # first: it sets Django up

# ruff: isort: split
from django.test import Client

from openchair.people import codes, limits
from openchair.people.models import Passkey, RecoveryCode, Session
from openchair.people.tests.device import Device, come_in, enrol
from tests import recipes
from tests.cast import client_of, ready_place, with_words
from tests.journeys.place import Place

ROUNDS = 60
RESAMPLES = 2000
CIRCLE, AT_ONCE = 12, 100
MOST_MEMORY = 400  # MB
ANSWERED, LATER = 422, (429, 503)
Act = Callable[[], object]


def main() -> None:
    """The times, then the crowds."""
    print(f"{'':32}{'median ms':>10}{'apart ms':>10}   95 % interval, {ROUNDS} rounds")
    for family in families():
        tell(timed(family))
    crowds()


def families() -> list[dict[str, Act]]:
    """Refusals that must not be told apart, by what was tried."""
    make_ready()
    ready_place()
    ben = with_words(recipes.person("ben"))
    recipes.person("ida")  # has no words
    made = codes.make()
    codes.give(ben, made)
    RecoveryCode.objects.filter(code_hash=codes.hashed(made[0])).update(used_at=ben.joined_at)
    waits, forged = Device(), Device()
    for device in (waits, forged):
        enrol(client_of(ben), device)
    Session.objects.filter(person=ben).update(new_until=None)
    Passkey.objects.filter(credential=forged.credential).update(works_from=None)
    forged.key = Device().key
    return [
        {f"sign-in name, {name}": words_of(handle) for name, handle in NAMES.items()},
        {"spare key, never was": code_of(codes.make()[0]), "spare key, was used": code_of(made[0])},
        {
            "passkey, never was": lambda: come_in(Device()),
            "passkey, waits for its day": lambda: come_in(waits),
            "passkey, another key": lambda: come_in(forged),
        },
    ]


NAMES = {"never was": "nobody", "other words": "ben", "has no words": "ida"}


def words_of(handle: str) -> Act:
    """A try with words that are not theirs."""
    form = {"handle": handle, "words": "copper lantern river twelve garden moss", "mode": "own"}
    return lambda: Client().post("/sign-in/", form)


def code_of(code: str) -> Act:
    """A try with a spare key that opens nothing."""
    return lambda: Client().post("/recover/", {"code": code})


def timed(family: dict[str, Act]) -> dict[str, list[float]]:
    """Milliseconds of each, in turns and in a new order each round; the first rounds only warm up."""
    found: dict[str, list[float]] = {name: [] for name in family}
    for turn in range(ROUNDS + 3):
        for name in random.sample(list(family), len(family)):
            limits.forget()
            began = time.perf_counter()
            family[name]()
            took = (time.perf_counter() - began) * 1000
            if turn >= 3:
                found[name].append(took)
    return found


def tell(found: dict[str, list[float]]) -> None:
    """Medians, and how far from the first."""
    first = next(iter(found.values()))
    for name, times in found.items():
        low, high = interval(first, times)
        apart = median(times) - median(first)
        said = f"{low:+.2f} to {high:+.2f}" if times is not first else ""
        print(f"{name:32}{median(times):10.2f}{apart:+10.2f}   {said}")


def interval(first: list[float], other: list[float]) -> tuple[float, float]:
    """95 % of the differences of medians, when both are drawn anew."""
    apart = sorted(
        median(random.choices(other, k=len(other))) - median(random.choices(first, k=len(first)))
        for _again in range(RESAMPLES)
    )
    return apart[RESAMPLES * 25 // 1000], apart[RESAMPLES * 975 // 1000]


def crowds() -> None:
    """So many at once, each under a name of their own, against a server as it is really started."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "place", {"OPENCHAIR_DEMO": ""})
        place.prepare()
        place.start()
        try:
            fine = [crowd(place, people) for people in (CIRCLE, AT_ONCE)]
        finally:
            place.stop()
    if not all(fine):
        raise SystemExit(1)


def crowd(place: Place, people: int) -> bool:
    """Say how they were answered; True when each was, and memory stayed below its limit."""
    idle = memory(place.pid)
    answers, took = storm(place, people)
    most = memory(place.pid)
    later = sum(answers[status] for status in LATER)
    other = people - answers[ANSWERED] - later
    told = f"{answers[ANSWERED]} answered, {later} told to try again in a moment"
    print(f"\n{people} sign-ins at once: {told}, {other} otherwise, in {took:.1f} s;")
    print(f"most memory {most} MB (before: {idle}, limit {MOST_MEMORY})")
    return not other and most < MOST_MEMORY


def storm(place: Place, at_once: int) -> tuple[Counter[int], float]:
    """What each was answered (0: nothing), and the seconds until the last answer."""
    answers: list[int] = []
    gate = threading.Barrier(at_once)

    def one(number: int) -> None:
        gate.wait(30)
        answers.append(sign_in(place.port, f"nobody-{number}"))

    people = [threading.Thread(target=one, args=(number,)) for number in range(at_once)]
    began = time.perf_counter()
    for each in people:
        each.start()
    for each in people:
        each.join(90)
    return Counter(answers), time.perf_counter() - began


def sign_in(port: int, handle: str) -> int:
    """The status of one try, as a browser without script sends it."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    fields = {"handle": handle, "words": "not these words at all", "mode": "own"}
    headers = {
        "Host": f"localhost:{port}",
        "Cookie": f"csrf={'a' * 32}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    try:
        line.request("POST", "/sign-in/", urlencode({"csrfmiddlewaretoken": "a" * 32, **fields}), headers)
        return line.getresponse().status
    except OSError:
        return 0
    finally:
        line.close()


def memory(process: int) -> int:
    """The most megabytes of memory the process ever held (proc(5), VmHWM); Linux alone tells it."""
    status = Path(f"/proc/{process}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
