"""Pages of plans, a file each."""
