"""What a place does with its ring: made once, looked at before each start and each night, given new keys."""
