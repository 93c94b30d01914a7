"""Custody: who has a work at every instant, how it changes hands, and how it outlives units."""
