"""What the tests of work read."""

from typing import Any

import pytest
import yaml

from tinhgon.statutes import JURISDICTIONS


@pytest.fixture(scope="session")
def vietnam() -> Any:
    """The jurisdiction file of Vietnam, as it is read."""
    return yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))
