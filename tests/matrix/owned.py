"""What one member of the world owns: a path, days, companions; and how addresses name them."""

from datetime import date, time, timedelta
from itertools import islice

from openchair.checkins import habits, planning, pledging, worksheets
from openchair.checkins.checking_in import check_in
from openchair.checkins.models import HiddenReading, Plan, Worksheet
from openchair.checkins.models.plan import Line
from openchair.checkins.told import Told
from openchair.companions import asking, caring, letting_know, offering
from openchair.companions.tests.scene import an_ask, companions, membership, show_everything
from openchair.days import confiding, waiting
from openchair.days.models import Confided, Later
from openchair.days.recipients import recipients_of
from openchair.greeting import offering as willing
from openchair.greeting import serving, taking
from openchair.groups import resting
from openchair.groups.models import Group, Norms
from openchair.kit.clock import now
from openchair.meetings.recurrence import spans_from
from openchair.paths import marking, sharing
from openchair.paths.about import About
from openchair.paths.chips import chips_of
from openchair.paths.milestones import marks_of
from openchair.paths.models import Entry, Path
from openchair.paths.noting import When, begin, set_back, take_back
from openchair.paths.tests.scene import shown
from openchair.people.models import Person
from openchair.roster import debriefing, standing
from openchair.safety.subjects import of_share
from openchair.safety.telling import tell_of
from openchair.shares import holding
from openchair.shares.tests.scene import shared
from openchair.together import birthdays, choosing
from openchair.together.choosing import Chosen
from openchair.ui.plots import monday_of
from tests.matrix.people import People

Values = dict[str, object]


def on_a_path(owner: Person) -> Values:
    """A path on which something happened, and something that was taken back."""
    today = now().date()
    path = begin(person=owner, about=About("Wine"), when=When(today - timedelta(days=30)))
    happened = set_back(path=path, when=When(today), again=None)
    back = set_back(path=path, when=When(today - timedelta(days=3)), again=None)
    take_back(entry=back, on=today)
    return {
        "path_id": path.public_id,
        "entry_id": happened.public_id,
        "path-entry-return.entry_id": back.public_id,
        "chip_id": chips_of(shown(path))[0].chip_id,
    }


def of_days(owner: Person) -> Values:
    """Somebody's days: a check-in that was changed once, small acts, a plan, a sheet, a pledge."""
    today = now().date()
    for mood in (2, 4):
        check_in(person=owner, day=today, told=Told(mood))
    HiddenReading.objects.get_or_create(person=owner)
    acts = [habits.take_up(person=owner, kind=kind, words="", day=today) for kind in ("walk", "call")]
    habits.mark(person=owner, monday=monday_of(today), done={acts[0].public_id: [0]})
    habits.let_go(habit=acts[1], day=today)
    for ago in (1, 0):
        planning.make(person=owner, day=today - timedelta(days=7 * ago), lines=[Line("Call")])
    Plan.objects.filter(begins__lt=today).update(put_away_on=today)
    sheets = [_sheet(owner, today) for _one in range(2)]
    worksheets.take_back(worksheet=sheets[1], day=today)
    pledging.pledge(person=owner, ends_at=now() + timedelta(hours=12))
    return {
        "day": today.isoformat(),
        "habit_id": acts[0].public_id,
        "habit-return.habit_id": acts[1].public_id,
        "sheet": "waves",
        "worksheet_id": sheets[0].public_id,
        "worksheet-return.worksheet_id": sheets[1].public_id,
    }


def beside(owner: Person, group: Group, people: People) -> Values:
    """A companion who was told something, one no more, somebody who asks and somebody who was asked."""
    pair = companions(group, owner, people["seated"])
    show_everything(pair, owner)
    caring.name(person=owner, companionship=pair, days=5, today=now().date())
    entry = Entry.objects.of(owner).standing().last()
    assert entry is not None
    letting_know.let_know(companionship=pair, person=owner, entry=entry)
    over = companions(group, people["chair"], owner)
    asking.end(companionship=over, by=owner)
    asked, asks = an_ask(group, owner, people["reader"]), an_ask(group, people["cohost"], owner)
    offering.offer(by=membership(group, owner), capacity=5)
    answered = ("companion-acceptance.companion_id", "companion-aside.companion_id")
    return {
        "companion_id": pair.public_id,
        "companion-return.companion_id": over.public_id,
        "companion-withdrawal.companion_id": asked.public_id,
        **dict.fromkeys(answered, asks.public_id),
    }


def known(owner: Person, group: Group, told: Person) -> Values:
    """A member who was told that something happened, and is to be told again; a milestone that is shared."""
    entry = Entry.objects.of(owner).standing().select_related("path__person").last()
    assert entry is not None
    member = membership(group, told)
    confiding.confide(member=member, entry=entry)
    later = [one for one in recipients_of(owner) if one.key == f"member-{member.public_id}"]
    waiting.tell_on(entry=entry, recipients=later, on=now().date() + timedelta(days=3))
    it = shown(entry.path)
    celebration = sharing.share(picture=it, come=it.reached[-1], member=membership(group, owner))
    sets = [marking.name_set(group=group, name=name, marks=marks_of(it.about)) for name in ("Ours", "Gone")]
    marking.put_away(group_set=sets[1])
    return {
        "word_id": Confided.objects.get(entry=entry, member=member).public_id,
        "later_id": Later.objects.filter(entry=entry)[0].public_id,
        "moment-word-withdrawal.entry_id": entry.public_id,
        "moment-later-withdrawal.entry_id": entry.public_id,
        "celebration_id": celebration.public_id,
        "set_id": sets[0].public_id,
        "group-milestones-return.set_id": sets[1].public_id,
    }


def welcomed(owner: Person, group: Group, people: People) -> Values:
    """Seated welcomes people and is answering something, Chair offered to, and Reader was asked."""
    seated = membership(group, people["seated"])
    serving.agree(greeter=serving.offer(membership=seated))
    offered = serving.offer(membership=membership(group, people["chair"])).membership
    serving.ask(membership=membership(group, people["reader"]))
    willing.be_willing(membership=membership(group, owner), most=2)
    held = shared(group, people["speaker"], need="someone")
    taking.take_on(share=held, by=seated)
    return {
        "group-greeter-agreement.member_id": offered.public_id,
        "group-greeter-ending.member_id": seated.public_id,
        "share-taking-ending.share_id": held.public_id,
    }


def reported(owner: Person, group: Group, teller: Person) -> Values:
    """Something of owner that was told of, and something that a host put out of sight for it."""
    share, out = (shared(group, owner, words) for words in ("told of", "told of, and out of sight"))
    first, second = (tell_of(teller=teller, what=of_share(one), reason="unkind") for one in (share, out))
    holding.take_out(what=out, by=membership(group, teller), line="It names somebody.")
    Norms.objects.create(group=group, unnamed="nobody")
    unnamed = shared(group, owner, "told of without a name", named="nobody")
    third = tell_of(teller=teller, what=of_share(unnamed), reason="unkind").public_id
    resting.ask(group=group, person=owner.pk, reason="It names somebody.")
    return {
        "report-out.report_id": first.public_id,
        "report-out-end.report_id": second.public_id,
        **dict.fromkeys(("report-rest.report_id", "report-rest-end.report_id"), third),
    }


def rostered(group: Group, somebody: Person) -> Values:
    """This one is here each week, and cannot in two weeks; and said something to the others."""
    seated = membership(group, somebody)
    shift = standing.be_here(membership=seated, weekday=2, wall=time(20), minutes=60, zone="UTC")
    moment = now()
    first, second = islice((one.start for one in spans_from(shift.rule, moment) if one.start > moment), 2)
    standing.ask(by=seated, shift_id=shift.public_id, start=second)
    line = debriefing.add(by=seated, words="A long night, and a good one.")
    return {
        "shift_id": shift.public_id,
        "group-roster-asking.start": first,
        "group-roster-stepping-in.start": second,
        "line_id": line.public_id,
    }


def together(owner: Person, group: Group, people: People) -> Values:
    """Owner said yes to everything, and Seated was given the sheet of the birthday night."""
    path = Path.objects.of(owner)[0]
    choosing.choose(member=membership(group, owner), chosen=Chosen(path, path, path))
    seated = membership(group, people["seated"])
    birthdays.give(member=seated)
    return {"group-sheet-holder-ending.member_id": seated.public_id}


def _sheet(owner: Person, today: date) -> Worksheet:
    return worksheets.keep(person=owner, sheet="waves", answers={"where": "here"}, day=today)
