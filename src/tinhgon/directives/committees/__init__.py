"""Steering committees: set up, kept, dissolved; their plans of the year and their sessions."""
