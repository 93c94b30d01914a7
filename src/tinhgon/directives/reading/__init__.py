"""Reading a conclusion: what was pasted, what was found in it, the text with its marks."""
