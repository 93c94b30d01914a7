"""A directive is drafted out of its text, made clear task by task, and issued."""
