"""The latest reform of a place in one picture, for the first page."""
