"""Targets of reduction: who owes how much, what is done, when retirements pay the rest."""
