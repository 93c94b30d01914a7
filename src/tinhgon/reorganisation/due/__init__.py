"""The day of effect: rehearsed beforehand on a copy, and carried out by a job when it comes."""
