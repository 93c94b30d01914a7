"""Works as files: a table of tasks brought in whole or not at all, and taken along again."""
