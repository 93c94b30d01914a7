"""Working regulations follow one another; a body without any is found, on both sides of the day."""

from datetime import date

import pytest

from tinhgon.norms.conftest import DAY
from tinhgon.norms.models import Finding, Regulations
from tinhgon.norms.refusals import Refused
from tinhgon.norms.regulations.actions import adopt, end

LATER = date(2025, 8, 1)


def missing():
    rows = Finding.objects.filter(rule="no-working-regulations", closed=None)
    return set(rows.values_list("unit__key", flat=True))


def test_a_body_with_regulations_is_not_found_from_their_day_on(city):
    adopt(city["ubnd"], by=city.by, number="1/QĐ-UBND", on=DAY)
    adopt(city["snv"], by=city.by, number="2/QĐ-SNV", on=LATER)

    city.run(date(2025, 7, 31))
    before = missing()
    city.run(LATER)

    assert {"snv", "syt"} <= before
    assert "snv" not in missing()


def test_a_version_ends_the_one_before_it(city):
    first = adopt(city["snv"], by=city.by, number="2/QĐ-SNV", on=DAY)

    adopt(city["snv"], by=city.by, number="3/QĐ-SNV", on=LATER)

    first.refresh_from_db()
    assert first.valid_to == LATER
    assert Regulations.objects.on(LATER).get().number == "3/QĐ-SNV"


def test_they_may_end_without_others(city):
    adopt(city["snv"], by=city.by, number="2/QĐ-SNV", on=DAY)

    end(city["snv"], by=city.by, on=LATER, reason="bãi bỏ")

    assert not Regulations.objects.on(LATER).exists()


@pytest.mark.parametrize(
    ("key", "number", "on", "code"),
    [
        ("snv", " ", DAY, "no-number"),
        ("P01", "2/QĐ", DAY, "not-a-body"),
        ("snv", "2/QĐ", date(2019, 12, 31), "not-standing"),
    ],
)
def test_what_cannot_be_is_refused(city, key, number, on, code):
    with pytest.raises(Refused) as refused:
        adopt(city[key], by=city.by, number=number, on=on)

    assert refused.value.code == code


def test_none_begins_before_one_that_is_recorded(city):
    adopt(city["snv"], by=city.by, number="2/QĐ-SNV", on=LATER)

    with pytest.raises(Refused) as refused:
        adopt(city["snv"], by=city.by, number="1/QĐ-SNV", on=DAY)

    assert refused.value.code == "before-latest"


def test_what_is_not_in_force_does_not_end(city):
    with pytest.raises(Refused) as refused:
        end(city["snv"], by=city.by, on=DAY, reason="bãi bỏ")

    assert refused.value.code == "none-in-force"
