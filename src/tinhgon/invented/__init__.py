"""Invented apparatus: plausible divisions, posts, people and books for a place, marked as such.

For demonstrations, tests and benchmarks. It never stands beside people who exist.
"""
