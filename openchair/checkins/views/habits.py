"""Habits, by the week."""

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openchair.checkins import habits
from openchair.checkins.forms.habit import HabitForm
from openchair.checkins.models import Habit, Week
from openchair.checkins.own_day import own_day
from openchair.checkins.week import week_of
from openchair.kit.pages import UNPROCESSABLE, go, page, say, sent
from openchair.people.once import once
from openchair.people.requests import Request, signed_in
from openchair.ui.plots import monday_of


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def week(request: Request) -> HttpResponse:
    """What was done on which day. Sending it keeps the marks of the days that have begun."""
    today = own_day(request)
    monday = _monday(request, today)
    kept = list(Habit.objects.filter(person=request.person).kept())
    if request.method == "POST":
        begun = range(min((today - monday).days, 6) + 1)
        marks = {
            one.public_id: [at for at in begun if str(at) in request.POST.getlist(one.public_id)]
            for one in kept
        }
        habits.mark(person=request.person, monday=monday, done=marks)
        say(request, _("Kept."))
        return _to(monday, today)
    shown = week_of(kept, Week.of(request.person, monday), monday, today)
    return page(request, "checkins/habits.html", week=shown)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@once
def new(request: Request) -> HttpResponse:
    """Take one up."""
    form = HabitForm(sent(request))
    if form.is_valid():
        try:
            habits.take_up(person=request.person, day=own_day(request), **form.cleaned_data)
        except habits.TooMany:
            form.add_error("kind", _("Twelve are many already. Let one go first."))
        else:
            return go("habits")
    return page(request, "checkins/habit.html", UNPROCESSABLE if form.errors else 200, form=form)


@require_POST
@signed_in
@once
def let_go(request: Request, habit_id: str) -> HttpResponse:
    """No more of it. Nothing is said about how often it was done."""
    habit = Habit.objects.kept().get_or_404(person=request.person, public_id=habit_id)
    habits.let_go(habit=habit, day=own_day(request))
    say(request, _("Let go."), undo=reverse("habit-return", args=[habit_id]))
    return go("habits")


@require_POST
@signed_in
@once
def take_up_again(request: Request, habit_id: str) -> HttpResponse:
    """For thirty days."""
    habits.take_up_again(habit=Habit.objects.get_or_404(person=request.person, public_id=habit_id))
    return go("habits")


def _monday(request: Request, today: date) -> date:
    """The week that is meant; this one for anything that is none, or has not begun."""
    try:
        asked = date.fromisoformat((request.POST or request.GET).get("week", ""))
    except ValueError:
        return monday_of(today)
    return monday_of(min(asked, today)) if asked.year > 1 else monday_of(today)


def _to(monday: date, today: date) -> HttpResponse:
    answer = go("habits")
    if monday < monday_of(today):
        answer["Location"] += f"?week={monday}"
    return answer
