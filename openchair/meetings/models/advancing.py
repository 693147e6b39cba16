"""Next occurrences of many series at once: one read, our own arithmetic, one write for each few thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING
