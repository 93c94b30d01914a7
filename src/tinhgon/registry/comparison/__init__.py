"""The page that compares two days."""
