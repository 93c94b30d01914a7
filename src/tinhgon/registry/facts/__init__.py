"""What is recorded of units: facts with their periods, their words, their grounds."""
