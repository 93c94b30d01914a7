"""Files of tables that somebody brings in: read, and what is wrong with them by cell."""
