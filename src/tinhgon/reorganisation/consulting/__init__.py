"""Consulting on a draft (góp ý): comments, and those who were invited to read it."""
