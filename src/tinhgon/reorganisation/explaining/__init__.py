"""Findings that ask for an explanation (giải trình), and what the drafter says."""
