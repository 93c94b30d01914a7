"""Packages beside one another: the variants of one idea, and a package compared with another."""
