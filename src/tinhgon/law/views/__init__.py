"""Pages of the law: the list, one figure or rule, what changed between two days."""
