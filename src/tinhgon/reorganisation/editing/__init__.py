"""A draft is written (soạn thảo), each change kept so that it can be undone."""
