"""Enact, put into effect, withdraw: who decides, on which form, with what consequences."""
