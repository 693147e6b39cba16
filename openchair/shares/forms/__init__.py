"""What people fill in to share, to answer, and to leave out what they do not want to see."""

from openchair.shares.forms.answers import ReplyForm
from openchair.shares.forms.choices import NormsForm, WishesForm
from openchair.shares.forms.composer import ShareForm

__all__ = ["NormsForm", "ReplyForm", "ShareForm", "WishesForm"]
