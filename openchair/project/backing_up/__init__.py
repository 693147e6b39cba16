"""Two sets, kept apart: the data, and the ring that opens it."""
