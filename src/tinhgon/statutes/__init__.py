"""What the law says, as data: read by `law` and `registry`, never imported as code."""

from importlib.resources import files

JURISDICTIONS = files(__name__) / "jurisdictions"
