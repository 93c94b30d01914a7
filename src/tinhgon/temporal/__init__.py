"""Periods in the database: who is true when, recorded when, and never two at once."""
