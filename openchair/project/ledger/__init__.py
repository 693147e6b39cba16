"""What is kept about a person: given to them, taken along, told, and ended."""
