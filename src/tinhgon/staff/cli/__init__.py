"""Staff on the command line."""

from tinhgon.staff.cli.group import staff

__all__ = ["staff"]
