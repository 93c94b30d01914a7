"""Doors for programs and for the command line: evidence, allotments, plans that compensate."""
