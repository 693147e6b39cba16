"""What people fill in about companions."""

from openchair.companions.forms.asking import AskForm, OfferForm
from openchair.companions.forms.choosing import CareForm, ShowForm

__all__ = ["AskForm", "CareForm", "OfferForm", "ShowForm"]
