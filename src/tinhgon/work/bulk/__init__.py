"""One act with many works at once: each checked as if done singly, all written together."""
