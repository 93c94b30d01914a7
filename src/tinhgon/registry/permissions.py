"""Who may change the register. Reading it is public."""

from enum import StrEnum


class RegistryPermission(StrEnum):
    LOAD = "registry.load"
    CORRECT = "registry.correct"
    CONTACT = "registry.contact"
    MANDATE = "registry.mandate"
    INSTRUMENT = "registry.instrument"
