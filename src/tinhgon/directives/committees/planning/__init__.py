"""Plans of the year: items, what becomes of them, carrying over into the next year."""
