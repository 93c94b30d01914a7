"""Officers: entered, amended, read; what is personal is read by few, and that is recorded."""
