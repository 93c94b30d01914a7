"""The register on the command line."""

from tinhgon.registry.cli.group import registry

__all__ = ["registry"]
