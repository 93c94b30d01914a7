"""Norms on the command line."""

from tinhgon.norms.cli.group import norms

__all__ = ["norms"]
