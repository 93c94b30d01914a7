"""Correcting what is registered of a unit, and the page for it."""
