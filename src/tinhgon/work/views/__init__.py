"""Pages of work: whose desk, one work, and the forms of its acts."""
