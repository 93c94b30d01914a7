"""Continuity: what a reorganisation does to whatever hangs on a unit."""
