"""Library: the scripts, readings and rules of every place, in our own words, given away under CC0."""
