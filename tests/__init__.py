"""Tests of what belongs to no module: journeys, law, docs, architecture, standards, load."""
