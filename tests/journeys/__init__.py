"""Journeys: the program as people meet it, in a real browser, on the demonstration's data."""
