"""Answers: a page, the way on, and one quiet line about what was just done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

UNPROCESSABLE = 422
WHILE_WRITING = "while-writing"  # what `press` is, where a page keeps what stands in it by itself


def page(request: HttpRequest, template: str, status: int = 200, **context: object) -> HttpResponse:
    """The template as an answer; 422 is for a form that came back with something to mend."""
    return render(request, template, context, status=status)


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, were it nothing at all; None when it was only asked for."""
    return request.POST if request.method == "POST" else None


def go(name: str, *args: str, anchor: str = "") -> HttpResponseRedirect:
    """The way to a named page, by 303 so that a reload never sends a form again (RFC 9110, 15.4.4)."""
    return SeeOther(reverse(name, args=args) + (f"#{anchor}" if anchor else ""))


def kept_meanwhile(*, kept: bool) -> HttpResponse:
    """For a page that is still being written in, and no line of it: 204, or 200 where nothing was to keep."""
    return HttpResponse(status=204 if kept else 200)


def say(request: HttpRequest, line: str, undo: str = "") -> None:
    """Show one line on the next page; `undo` is the address a button beside it posts to."""
    messages.info(request, str(line), extra_tags=undo)


def say_it_changed(request: HttpRequest) -> None:
    """What was to be shared is not what was looked over."""
    say(request, _("You wrote on in another window. Please look it over as it is now."))


class SeeOther(HttpResponseRedirect):
    """303 See Other."""

    status_code = 303
