"""Officers: what is personal stands apart, is little, and whoever reads it is recorded."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.staff.models import Officer
from tinhgon.staff.officers import actions


def test_an_officer_is_a_number_and_the_rest_stands_apart(staffed):
    fields = {field.name for field in Officer._meta.concrete_fields}

    assert fields == {"id", "key", "user", "invented"}
    assert staffed.mai.particulars.name == "Đinh Thị Mai"


def test_the_record_of_acts_holds_nothing_personal(staffed):
    said = str([*Entry.objects.values_list("facts", flat=True)])

    assert "Mai" not in said
    assert "1971" not in said


def test_reading_is_recorded_with_who_was_read(staffed):
    found = actions.read([staffed.mai, staffed.son], by=staffed.by, about="unit:DM")

    entry = Entry.objects.get(act="officers.read")
    assert found[staffed.mai.pk].born == date(1971, 3, 31)
    assert (entry.target, entry.rows, entry.facts) == ("unit:DM", 2, {"what": "names"})
    assert list(verify()) == []


def test_reading_nobody_is_not_recorded(staffed):
    assert actions.read([], by=staffed.by, about="unit:DM") == {}
    assert not Entry.objects.filter(act="officers.read").exists()


def test_what_is_personal_is_put_right_with_a_reason(staffed):
    actions.amend(staffed.mai, by=staffed.by, reason="nhập nhầm", born=date(1972, 3, 31))

    staffed.mai.particulars.refresh_from_db()
    assert staffed.mai.particulars.born == date(1972, 3, 31)
    assert Entry.objects.get(act="officer.amended").facts["what"] == ["born"]


@pytest.mark.parametrize(
    "wrong", [{"key": "CB01"}, {"key": "a/b"}, {"name": ""}, {"retires_as": "knights"}]
)
def test_an_officer_must_be_possible(staffed, wrong):
    before = Officer.objects.count()

    with pytest.raises(ValidationError):
        actions.enter(**{"key": "CB09", "name": "X", "by": staffed.by, **wrong})

    assert Officer.objects.count() == before
