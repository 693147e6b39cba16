"""Support: what helps in the hard hour, for everyone, with or without an account."""
