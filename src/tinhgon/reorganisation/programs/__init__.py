"""Doors for programs and for the command line, by subject; those of packages stand one up."""
