"""The pages of instruments: the list, and what was done under each."""
