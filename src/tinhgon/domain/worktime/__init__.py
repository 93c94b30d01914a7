"""Working time (thời gian làm việc): which days and hours count, when a term ends, and why then.

What is off and what is worked in its stead stands in `statutes/calendars`, with who says so and
since when it was known. Nothing here asks the clock.
"""
