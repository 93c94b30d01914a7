"""Mandates (chức năng, nhiệm vụ): which body leads which function over which area, and when."""
