"""A writer that is killed without warning, again and again."""
