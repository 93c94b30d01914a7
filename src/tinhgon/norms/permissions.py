"""Who sees what was found, lets it be, has the rules run, keeps what they ask of units."""

from enum import StrEnum


class NormsPermission(StrEnum):
    SEE = "norms.see"
    RUN = "norms.run"
    WAIVE = "norms.waive"
    KEEP = "norms.keep"
