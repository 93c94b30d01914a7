"""The ledger of posts: acts upon it, what is held on any day, its sentences and doors."""
