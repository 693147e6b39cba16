"""Ben with a rich life here: one row at least of everything that can be kept about anybody."""

from dataclasses import dataclass
from datetime import time, timedelta

from openchair.checkins import habits, planning, pledging, worksheets
from openchair.checkins.checking_in import check_in
from openchair.checkins.models import HiddenReading
from openchair.checkins.models.plan import Line
from openchair.checkins.told import Told
from openchair.companions import caring, letting_know, offering
from openchair.companions.tests.scene import companions, membership, show_everything
from openchair.days import confiding, waiting
from openchair.days.recipients import recipients_of
from openchair.gatherings.models import Gathering
from openchair.gatherings.tests.scene import a_meeting_for_days, worded
from openchair.greeting import offering as greeting
from openchair.greeting import serving, taking
from openchair.greeting.models import Small
from openchair.groups import leaving, resting
from openchair.groups.models import Group, Membership, Succession
from openchair.kit import ids
from openchair.kit.clock import now
from openchair.meetings.cancelling import cancel
from openchair.meetings.choosing import choose
from openchair.meetings.claiming import claim
from openchair.meetings.recurrence import spans_from
from openchair.meetings.tests.recipes import series_at
from openchair.notices import feeds
from openchair.notices.models import MailAddress, Notice, PushDevice, Reminder, Sending, Wishes
from openchair.paths import sharing
from openchair.paths.models import Entry
from openchair.paths.noting import When, edit, set_back, take_back
from openchair.paths.tests.scene import a_path_with_a_setback, shown
from openchair.people import codes, muting, notices
from openchair.people.blocking import block
from openchair.people.house_rules import VERSION
from openchair.people.models import Consent, Passkey, Person, Place, Session, Stewardship
from openchair.people.settling import settle
from openchair.rooms.models import Room
from openchair.rooms.speaking import say
from openchair.rooms.tests.scene import Scene, the_scene
from openchair.roster import debriefing, standing
from openchair.safety.answering import answer
from openchair.safety.models import Report
from openchair.safety.tests.scene import tell_of
from openchair.shares import holding, turning, writing
from openchair.shares.marking import leave_out
from openchair.shares.tests.scene import replied, responded, shared
from openchair.shares.told import Told as ToldInAShare
from openchair.stories import holding as out_of_sight
from openchair.stories import turning as from_stories
from openchair.stories.tests import scene as tales
from openchair.together import birthdays, choosing
from openchair.together.choosing import Chosen
from openchair.together.stages import Stage
from openchair.ui.plots import monday_of
from tests import recipes
from tests.recipes import member_of

# Words of Ben that nobody finds once he is erased; none of them stands anywhere else.
SECRETS = {
    "alias": "Heron-Umbra",
    "guest": "Osprey-Umbra",
    "note": "my brother told me where the kingfisher nests",
    "met_as": "Magpie-Umbra",
    "phone": "umber phone",
    "topic": "when the godwits leave the flats",
    "rest": "the smew wrote of somebody here",
    "out": "the whimbrel is somebody who is here",
    "debrief": "it was curlews all night long",
    "path": "Bittern-Umbra",
    "line": "the avocets came back to the estuary",
    "told": "he said the plover money thing again",
    "act": "feed the redshanks",
    "plan": "call the dotterel warden",
    "wave": "by the turnstone pier at dusk",
    "day": "the sandpiper woke me at four",
    "called": "the gannet who walks with me",
    "today": "one walk to the tern colony",
    "share": "the dabchick dives below the weir",
    "reply": "ask the spoonbill people in May",
    "care": "smews and their ice",
    "muted": "Garganey-Umbra",
    "title": "The year of the phalaropes",
    "story": "a whimbrel walked beside me to the clinic",
    "heading": "Where the knots winter",
    "held": "the wigeon line",
    "said": "I counted forty curlews on the flats",
    "endpoint": "https://push.example/the-umber-endpoint",
    "push": "umber-public-key",
    "mail": "umber@mail.example",
}
EVENING, READING = "Evening under the Alder", "welcome"


@dataclass(frozen=True, slots=True)
class Life:
    """Ben, and the scene he is in: Harbour, its open room, and a group that he runs alone."""

    ben: Person
    scene: Scene
    evening: Group


def a_rich_life() -> Life:
    """Everybody in Harbour's room, and about Ben at least one row of each kind, but for his going."""
    scene = the_scene()
    Room.objects.update(chat="all")
    ben, cast = scene.cast.ben, scene.cast
    ben.brings, ben.zone = Person.Brings.OWN, "Europe/Rome"
    ben.save()
    evening = recipes.group(ben, alias=SECRETS["alias"], name=EVENING)
    recipes.member(evening, cast.dana, "Dunlin")
    _in_groups(ben, scene, evening)
    _in_meetings(evening)
    _at_the_door(ben, scene)
    _in_reports(ben, scene)
    _on_a_path(ben)
    _of_days(ben)
    _beside_chidi(ben, scene)
    _shares(ben, scene)
    _stories(ben, scene)
    made = a_meeting_for_days(scene.cast.harbour, scene.cast.amara, ben, scene.cast.chidi)
    nights = Gathering.objects.get(public_id=made["gathering_id"])
    worded(nights, ben, "We begin with a breath.", "opening")
    _to_be_told(ben)
    say(room=scene.room, seat=scene.seat(ben), text=SECRETS["said"], utterance_id=ids.public_id())
    return Life(ben, scene, evening)


def _in_groups(ben: Person, scene: Scene, evening: Group) -> None:
    recipes.invitation(evening)
    morning = recipes.group(scene.cast.amara, alias="Amara", name="Morning")
    recipes.ask(morning, ben, SECRETS["guest"], SECRETS["note"])
    gone = recipes.group(ben, alias="Ouzel", name="Gone")
    leaving.close(group=gone, by=gone.memberships.get())
    left = recipes.group(scene.cast.amara, alias="Amara", name="Left")
    recipes.remove(recipes.member(left, ben, "Wigeon"))
    Succession.objects.create(membership=evening.memberships.get(person=ben))


def _in_meetings(evening: Group) -> None:
    start = (now() + timedelta(days=2)).replace(second=0, microsecond=0)
    meeting = series_at(evening, start, name="By the Alder")
    mine = recipes.host_of(evening)
    claim(series=meeting, start=start, membership=mine, reading=READING)
    choose(series=meeting, start=start, membership=mine, words=SECRETS["topic"])
    cancel(series=meeting, start=start + timedelta(days=7), by=mine, why="I am away")


def _at_the_door(ben: Person, scene: Scene) -> None:
    Consent.objects.create(person=ben, version=VERSION)
    codes.give(ben, codes.make())
    Passkey.objects.create(
        person=ben, holder=b"h" * 64, credential=b"c" * 16, public_key=b"k" * 77, nickname=SECRETS["phone"]
    )
    block(person=ben, other=scene.cast.dana, met_as=SECRETS["met_as"])
    block(person=scene.cast.eli, other=ben, met_as="Ben")
    Session.begin(ben, Session.Mode.OWN)
    notices.announce(person=ben, kind=notices.Kind.CODES)
    Stewardship.objects.create(person=ben)


def _on_a_path(ben: Person) -> None:
    settle(person=ben, place=Place.here(), zone="Europe/Rome", rollover=3)
    path, happened = a_path_with_a_setback(ben, label=SECRETS["path"])
    edit(path=path, of=happened.event, changes={"lines": (SECRETS["line"], "", "")})
    take_back(entry=set_back(path=path, when=When(now().date()), again=None), on=now().date())


def _in_reports(ben: Person, scene: Scene) -> None:
    tell_of(scene, scene.ben, scene.amara, note=SECRETS["told"])
    tell_of(scene, scene.chidi, scene.ben)
    answer(report=tell_of(scene, scene.chidi, scene.amara), by=ben, done="helped")


def _of_days(ben: Person) -> None:
    for mood in (2, 4):
        told = Told(mood, note=SECRETS["day"], intention=SECRETS["today"])
        check_in(person=ben, day=now().date(), told=told)
    HiddenReading.objects.create(person=ben)
    day = now().date()
    habit = habits.take_up(person=ben, kind="own", words=SECRETS["act"], day=day)
    habits.mark(person=ben, monday=monday_of(day), done={habit.public_id: [0, 3]})
    planning.make(person=ben, day=day, lines=[Line(SECRETS["plan"], "soon", "a friend")])
    worksheets.keep(person=ben, sheet="waves", answers={"where": SECRETS["wave"]}, day=day)
    pledging.pledge(person=ben, ends_at=now() + timedelta(hours=9))


def _beside_chidi(ben: Person, scene: Scene) -> None:
    pair = companions(scene.cast.harbour, ben, scene.cast.chidi, SECRETS["called"])
    show_everything(pair, ben)
    caring.name(person=ben, companionship=pair, days=5, today=now().date())
    offering.offer(by=membership(scene.cast.harbour, ben), capacity=2)
    entry = Entry.objects.of(ben).standing().last()
    assert entry is not None
    letting_know.let_know(companionship=pair, person=ben, entry=entry)
    _known_to_amara(ben, scene, entry)


def _known_to_amara(ben: Person, scene: Scene, entry: Entry) -> None:
    amara = scene.cast.harbour.memberships.select_related("person").get(person=scene.cast.amara)
    confiding.confide(member=amara, entry=entry)
    hosts = [one for one in recipients_of(ben) if one.key.startswith("hosts")]
    waiting.tell_on(entry=entry, recipients=hosts[:1], on=now().date() + timedelta(days=3))
    it = shown(entry.path)
    mine = membership(scene.cast.harbour, ben)
    sharing.share(picture=it, come=it.reached[-1], member=mine)
    choosing.choose(member=mine, chosen=Chosen(entry.path, entry.path, Stage.YEAR))
    birthdays.give(member=mine)


def _shares(ben: Person, scene: Scene) -> None:
    cast = scene.cast
    told = ToldInAShare(SECRETS["share"], need="experience", other=SECRETS["care"])
    mine = member_of(cast.harbour, ben)
    draft = writing.keep_draft(by=mine, told=told, audience="group", named="alias")
    writing.post(draft=draft)
    theirs = shared(cast.harbour, cast.chidi, "a bicycle", need="experience")
    replied(theirs, ben, SECRETS["reply"])
    responded(theirs, ben)
    turning.hide(person=ben, what=theirs)
    muting.mute(person=ben, other=cast.amara, met_as=SECRETS["muted"])
    shared(cast.harbour, cast.eli, "a sledge", named="hosts")
    kept = holding.hold(what=replied(theirs, ben, "a kite"))
    holding.leave_held(hold=kept, by=member_of(cast.harbour, cast.amara), line=SECRETS["held"])
    leave_out(person=ben, topics=["loss"])
    _welcomes(ben, scene)


def _welcomes(ben: Person, scene: Scene) -> None:
    mine = member_of(scene.cast.harbour, ben)
    serving.agree(greeter=serving.offer(membership=mine))
    greeting.be_willing(membership=mine, most=3, small=[Small.HELLO])
    waits = shared(scene.cast.harbour, scene.cast.chidi, "a lantern", need="someone", hours_ago=20)
    greeting.ask_round(now())
    taking.take_on(share=waits, by=mine)
    _serves(mine, scene)


def _serves(mine: Membership, scene: Scene) -> None:
    standing.be_here(membership=mine, weekday=2, wall=time(20), minutes=60, zone="UTC")
    amara = member_of(scene.cast.harbour, scene.cast.amara)
    hers = standing.be_here(membership=amara, weekday=3, wall=time(20), minutes=60, zone="UTC")
    moment = now()
    start = next(one.start for one in spans_from(hers.rule, moment) if one.start > moment)
    standing.ask(by=amara, shift_id=hers.public_id, start=start)
    standing.carry(membership=mine, most=3, away=None)
    standing.step_in(by=mine, shift_id=hers.public_id, start=start)
    debriefing.add(by=mine, words=SECRETS["debrief"])


def _stories(ben: Person, scene: Scene) -> None:
    harbour = scene.cast.harbour
    tales.written(harbour, ben, SECRETS["title"], words=((SECRETS["heading"], SECRETS["story"]),))
    resting.ask(group=harbour, person=ben.pk, reason=SECRETS["rest"])
    out = tales.written(harbour, ben, "a rudder")
    out_of_sight.take_out(story=out, by=member_of(harbour, scene.cast.amara), line=SECRETS["out"])
    theirs = tales.written(harbour, scene.cast.chidi, "a barrow")
    tales.responded(theirs, ben)
    from_stories.hide(person=ben, story=theirs)
    tales.written(harbour, scene.cast.eli, "a skiff", named="hosts")


def _to_be_told(ben: Person) -> None:
    session, _token = Session.begin(ben, Session.Mode.OWN)
    keys = {"public_key": SECRETS["push"], "auth": "a"}
    PushDevice.objects.create(person=ben, session=session, endpoint=SECRETS["endpoint"], **keys)
    mail = MailAddress.objects.create(person=ben, address=SECRETS["mail"], confirmed_at=now())
    Sending.objects.create(person=ben, mail=mail, due_at=now() + timedelta(days=1))
    Reminder.objects.create(person=ben, kind="meeting", minutes_before=10)
    Notice.objects.create(person=ben, kind="meeting", expires_at=now() + timedelta(days=1))
    Wishes.objects.create(person=ben)
    feeds.make(person=ben, tells_names=False)


def told_of_ben(ben: Person) -> Report:
    """The report about what Ben said."""
    return Report.objects.get(about=ben)
