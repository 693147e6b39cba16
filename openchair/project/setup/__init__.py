"""What happens while there is only Python: the environment, the keys, the checks. Standard library only."""
