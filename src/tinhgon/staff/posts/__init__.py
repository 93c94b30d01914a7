"""Posts and who is in them: acts, the leaders of a unit on a day, the roles that posts give."""
