"""Addresses of shares: a group's, or the share's own random id."""

from django.urls import path

from openchair.groups import page_parts
from openchair.live.doors import doors
from openchair.people import me_parts
from openchair.shares.group_part import shares_in
from openchair.shares.me_part import on_me
from openchair.shares.stream_door import SharesDoor
from openchair.shares.views import changing, held, listing, reading, share, turning, writing

page_parts.register(shares_in)
me_parts.register(on_me)
doors.register("shares", SharesDoor())
_GROUP = "groups/<str:group_id>/shares/"
_ONE = "shares/<str:share_id>/"
_WORDS = "shares/words/<str:words_id>/"
_REPLY = "shares/replies/<str:reply_id>/"

urlpatterns = [
    path(_GROUP, listing.shares, name="group-shares"),
    path(f"{_GROUP}new/", writing.new, name="share-new"),
    path(f"{_GROUP}draft/", writing.draft, name="share-draft"),
    path(f"{_GROUP}draft/posting/", writing.post, name="share-posting"),
    path(f"{_GROUP}draft/removal/", writing.throw_away, name="share-draft-removal"),
    path(f"{_GROUP}taken-back/", changing.taken_back, name="shares-taken-back"),
    path(f"{_GROUP}held/", held.mine, name="shares-held"),
    path(f"{_GROUP}to-look-at/", held.to_look_at, name="shares-to-look-at"),
    path(f"{_GROUP}norms/", listing.norms, name="share-norms"),
    path("me/shares/", reading.wishes, name="share-wishes"),
    path("shares/new/", reading.new, name="shares-new"),
    path("shares/read/", reading.read, name="shares-read"),
    path("me/shares/muted/<uuid:mute_id>/end/", reading.unmute, name="unmute"),
    path(f"{_WORDS}hiding/", turning.hide, name="words-hiding"),
    path(f"{_WORDS}return/", turning.show, name="words-return"),
    path(f"{_WORDS}mute/", turning.mute, name="words-mute"),
    path(f"{_WORDS}block/", turning.block, name="words-block"),
    path(f"{_WORDS}held/", held.answer, name="held-answer"),
    path(f"{_WORDS}out/", held.take_out, name="words-out"),
    path(f"{_WORDS}release/", held.let_out, name="held-release"),
    path(f"{_REPLY}edit/", held.change_reply, name="reply-edit"),
    path(f"{_REPLY}withdrawal/", changing.withdraw_reply, name="reply-withdrawal"),
    path(f"{_REPLY}return/", changing.return_reply, name="reply-return"),
    path(_ONE, share.share, name="share"),
    path(f"{_ONE}replies/", share.reply, name="share-replies"),
    path(f"{_ONE}responses/", share.respond, name="share-responses"),
    path(f"{_ONE}edit/", changing.edit, name="share-edit"),
    path(f"{_ONE}withdrawal/", changing.withdraw_share, name="share-withdrawal"),
    path(f"{_ONE}return/", changing.return_share, name="share-return"),
]
