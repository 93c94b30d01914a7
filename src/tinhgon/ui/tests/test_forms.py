"""Counts are typed as people write them."""

import pytest
from django.core.exceptions import ValidationError

from tinhgon.ui.forms import CountField


@pytest.mark.parametrize("written", ["9700", "9.700", "9,700", " 9 700 "])
def test_a_count_is_read_as_people_write_it(written):
    assert CountField().clean(written) == 9700


@pytest.mark.parametrize("written", ["9.70", "chín", "9.7000", "1,2"])
def test_what_is_no_count_is_refused(written):
    with pytest.raises(ValidationError):
        CountField().clean(written)
