"""How a unit is reached, and the page for it."""
