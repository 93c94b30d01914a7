"""The page of a unit: how it stands, its past and future, what came in and what went out."""
