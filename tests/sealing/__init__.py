"""What is sealed stays sealed: every column of every app, in a world where each of them holds something."""
