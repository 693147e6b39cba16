"""Addresses of groups: things, not doings."""

from django.urls import path

from openchair.groups.views import (
    agreement,
    alias,
    asking,
    closing,
    departure,
    editing,
    founding,
    group,
    hosts,
    invitation,
    invitations,
    joining,
    mine,
    people,
    removal,
    requests,
)

_ONE = "groups/<slug:group_id>/"

urlpatterns = [
    path("groups/", mine.groups, name="groups"),
    path("groups/new/", founding.new, name="group-new"),
    path(_ONE, group.show, name="group"),
    path(f"{_ONE}edit/", editing.edit, name="group-edit"),
    path(f"{_ONE}agreement/", agreement.agreement, name="group-agreement"),
    path(f"{_ONE}alias/", alias.alias, name="group-alias"),
    path(f"{_ONE}join/", joining.join, name="group-join"),
    path(f"{_ONE}join/withdrawal/", asking.withdraw, name="group-join-withdrawal"),
    path(f"{_ONE}departure/", departure.leave, name="group-departure"),
    path(f"{_ONE}return/", departure.come_back, name="group-return"),
    path(f"{_ONE}people/", people.people, name="group-people"),
    path(f"{_ONE}people/<slug:member_id>/removal/", removal.remove, name="group-removal"),
    path(f"{_ONE}people/<slug:member_id>/return/", removal.readmit, name="group-readmission"),
    path(f"{_ONE}hosts/", hosts.hosts, name="group-hosts"),
    path(f"{_ONE}hosts/resignation/", hosts.resign, name="group-hosts-resignation"),
    path(f"{_ONE}hosts/yes/", hosts.say_yes, name="group-succession"),
    path(f"{_ONE}requests/", requests.waiting, name="group-requests"),
    path(f"{_ONE}requests/<slug:asked_id>/acceptance/", requests.accept, name="group-request-acceptance"),
    path(f"{_ONE}requests/<slug:asked_id>/refusal/", requests.decline, name="group-request-refusal"),
    path(f"{_ONE}invitations/", invitations.invitations, name="group-invitations"),
    path(f"{_ONE}invitations/<slug:made_id>/revocation/", invitations.revoke, name="group-revocation"),
    path(f"{_ONE}closing/", closing.close, name="group-closing"),
    path(f"{_ONE}reopening/", closing.reopen, name="group-reopening"),
    path("invitation/", invitation.typed, name="invitation"),
    path("invitation/group/", invitation.opened, name="invitation-group"),
]
