"""The small named world is there for these tests too."""

from tinhgon.conftest import operator, package, register, vietnam, world

__all__ = ["operator", "package", "register", "vietnam", "world"]
