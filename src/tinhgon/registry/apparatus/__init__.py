"""The page of the apparatus on a day, by itself or beside another day."""
