"""Books that were kept elsewhere: a table of documents brought in whole or not at all."""
