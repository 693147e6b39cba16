"""Shares, and what answers them or keeps them back."""

from openchair.shares.models.hold import Hold
from openchair.shares.models.reply import Reply, Response
from openchair.shares.models.share import Share
from openchair.shares.models.turning import Hiding, KeptFrom

__all__ = ["Hiding", "Hold", "KeptFrom", "Reply", "Response", "Share"]
