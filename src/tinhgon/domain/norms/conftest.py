"""What the tests of norms share: the named city."""

from typing import Any

import pytest

from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.norms.sorts import read_norms
from tinhgon.domain.norms.tests.city import City


@pytest.fixture
def city(vietnam: Any) -> City:
    return City(read_jurisdiction(vietnam), read_norms(vietnam))
