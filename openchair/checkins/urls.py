"""Addresses of what people note for themselves: the kind, and a day or a random id."""

from django.urls import path, register_converter

from openchair.checkins.finding import DayConverter
from openchair.checkins.me_part import on_me
from openchair.checkins.views import check_in, habits, history, plan, pledge, worksheets
from openchair.people import me_parts

register_converter(DayConverter, "day")
me_parts.register(on_me)

urlpatterns = [
    path("check-ins/", history.history, name="check-ins"),
    path("check-ins/notes/", history.show, name="check-ins-notes"),
    path("check-ins/notes/hidden/", history.hide, name="check-ins-notes-hidden"),
    path("check-ins/notes.csv", history.as_table, name="check-ins-table"),
    path("check-ins/notes.json", history.as_json, name="check-ins-json"),
    path("check-ins/new/", check_in.check_in, name="check-in"),
    path("check-ins/<day:day>/", check_in.day, name="check-in-day"),
    path("check-ins/<day:day>/removal/", check_in.take_back, name="check-in-removal"),
    path("check-ins/<day:day>/undo/", check_in.bring_back, name="check-in-undo"),
    path("habits/", habits.week, name="habits"),
    path("habits/new/", habits.new, name="habit-new"),
    path("habits/<str:habit_id>/ending/", habits.let_go, name="habit-ending"),
    path("habits/<str:habit_id>/ending/undo/", habits.take_up_again, name="habit-return"),
    path("plan/", plan.plan, name="plan"),
    path("plan/edit/", plan.edit, name="plan-edit"),
    path("plan/removal/", plan.put_away, name="plan-removal"),
    path("plan/removal/undo/", plan.bring_back, name="plan-return"),
    path("pledge/", pledge.make, name="pledge"),
    path("pledge/undo/", pledge.take_back, name="pledge-undo"),
    path("worksheets/", worksheets.every, name="worksheets"),
    path("worksheets/new/<slug:sheet>/", worksheets.new, name="worksheet-new"),
    path("worksheets/<str:worksheet_id>/", worksheets.worksheet, name="worksheet"),
    path("worksheets/<str:worksheet_id>/edit/", worksheets.edit, name="worksheet-edit"),
    path("worksheets/<str:worksheet_id>/removal/", worksheets.take_back, name="worksheet-removal"),
    path("worksheets/<str:worksheet_id>/removal/undo/", worksheets.bring_back, name="worksheet-return"),
]
