"""What the law says, as data: read by whoever loads a register, never imported as code."""

from importlib.resources import files

JURISDICTIONS = files(__name__) / "jurisdictions"
PAPERS = files(__name__) / "papers"
