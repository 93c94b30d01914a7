"""What the law says, as data: read by whoever loads a register, never imported as code."""

from importlib.resources import files

CALENDARS = files(__name__) / "calendars"
JURISDICTIONS = files(__name__) / "jurisdictions"
PAPERS = files(__name__) / "papers"
PARAMETERS = files(__name__) / "parameters"
SITUATIONS = files(__name__) / "situations"
INSTRUMENTS = files(__name__) / "instruments.yaml"
READINGS = files(__name__) / "readings.yaml"
