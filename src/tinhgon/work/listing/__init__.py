"""Lists of works: whose desk, which of them, late or at risk; in a fixed number of queries."""
