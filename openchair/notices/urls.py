"""Addresses of reminders, and of the ways by which people are told."""

from django.urls import path

from openchair.notices.views import calendar, devices, mail, reminders, told, wishes

urlpatterns = [
    path("me/reminders/", reminders.show, name="reminders"),
    path("me/reminders/quiet/", wishes.wishes, name="reminders-quiet"),
    path("me/reminders/devices/", devices.devices, name="reminders-devices"),
    path("me/reminders/devices/<uuid:device_id>/end/", devices.end, name="reminders-device-end"),
    path("me/reminders/mail/", mail.mail, name="reminders-mail"),
    path("me/reminders/mail/end/", mail.end, name="reminders-mail-end"),
    path("me/reminders/calendar/", calendar.calendar, name="reminders-calendar"),
    path("me/reminders/calendar/end/", calendar.end, name="reminders-calendar-end"),
    path("me/reminders/of/<slug:kind>/<slug:subject>/", reminders.reminder, name="reminder"),
    path("me/reminders/<slug:reminder_id>/end/", reminders.end, name="reminder-end"),
    path("me/told/<slug:notice_id>/read/", told.read, name="told-read"),
    path("mail/confirm/<str:letter>/", mail.confirm, name="mail-confirm"),
    path("mail/stop/<str:letter>/", mail.stop, name="mail-stop"),
    path("calendar/<str:feed>.ics", calendar.feed, name="calendar-feed"),
    path("sw.js", devices.worker, name="worker"),
]
