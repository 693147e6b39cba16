"""The benches of `bench/`, run in brief."""
