"""What the tests of norms share: the named city."""

import pytest
import yaml

from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.norms.sorts import read_norms
from tinhgon.domain.norms.tests.city import City
from tinhgon.statutes import JURISDICTIONS


@pytest.fixture(scope="session")
def city() -> City:
    document = yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))
    return City(read_jurisdiction(document), read_norms(document))
