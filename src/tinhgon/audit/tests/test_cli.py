"""`tinhgon audit`: the record proved, listed, and its heads to be published."""

import json

import pytest
from django.db import connection

from tinhgon.accounts import actions
from tinhgon.audit.models import Entry
from tinhgon.audit.record import record
from tinhgon.conftest import BEFORE
from tinhgon.temporal.constraints import guards_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(operator):
    """Two acts on one unit and one on another."""
    record("unit.named", by=operator, target="unit:DM")
    record("unit.coded", by=operator, target="unit:DM", code="00634")
    record("unit.named", by=operator, target="unit:TM")
    return list(Entry.objects.order_by("id"))


@pytest.fixture
def forged(acts):
    """The same, with another name under the second."""
    (guard,) = guards_of(Entry)
    with connection.cursor() as cursor:
        for statement in guard.drop("audit_entry", connection.vendor):
            cursor.execute(statement)
    Entry.objects.filter(act="unit.coded").update(actor="user:7")


def test_a_record_that_holds_is_said_to(tinhgon, acts):
    done = tinhgon("audit", "verify")

    assert done.exit_code == 0
    assert done.output == "The record holds: 3 entries.\n"


def test_faults_are_told_in_vietnamese_too(tinhgon, forged):
    done = tinhgon("audit", "verify", language="vi")

    assert done.stderr.splitlines() == [
        "unit:DM #2: unit.coded: nội dung không còn đúng như khi được niêm phong",
        "Nhật ký không toàn vẹn: 1 chỗ sai lệch.",
    ]


def test_a_forged_record_is_named_where_it_fails_and_leaves_with_1(tinhgon, forged):
    done = tinhgon("audit", "verify")

    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "unit:DM #2: unit.coded: it does not say what was sealed",
        "The record does not hold: 1 fault.",
    ]


def test_programs_read_what_is_broken(tinhgon, forged):
    done = tinhgon("audit", "verify", "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "entries": 3,
        "broken": [{"chain": "unit:DM", "place": 2, "why": "digest"}],
    }


def test_heads_are_listed_a_chain_a_line(tinhgon, acts):
    assert tinhgon("audit", "heads").stdout.splitlines() == [
        f"{acts[1].digest}  unit:DM #2",
        f"{acts[2].digest}  unit:TM #1",
    ]


def test_programs_read_heads_by_chain(tinhgon, acts):
    assert json.loads(tinhgon("audit", "heads", "--json").stdout) == {
        "heads": {"unit:DM": acts[1].digest, "unit:TM": acts[2].digest}
    }


def test_the_latest_acts_come_first(tinhgon, acts):
    lines = tinhgon("audit", "list", "--last", 2).stdout.splitlines()

    assert [line.split()[2:] for line in lines] == [
        ["operator:test", "unit.named", "unit:TM"],
        ["operator:test", "unit.coded", "unit:DM"],
    ]


def test_programs_read_acts_with_their_facts(tinhgon, acts):
    (latest, *_) = json.loads(tinhgon("audit", "list", "--json").stdout)["entries"]

    assert (latest["act"], latest["target"]) == ("unit.named", "unit:TM")
    assert latest["digest"] == acts[2].digest


@pytest.mark.parametrize("last", ["0", "1001", "many"])
def test_a_number_of_acts_that_cannot_be_listed_is_refused(tinhgon, acts, last):
    done = tinhgon("audit", "list", "--last", last)

    assert done.exit_code == 2
    assert "--last" in done.stderr


@pytest.mark.parametrize("command", ["verify", "heads", "list"])
def test_an_auditor_may_and_a_stranger_may_not(tinhgon, world, operator, command):
    actions.grant(world.lan, by=operator, role="auditor", on=BEFORE)

    allowed = tinhgon("audit", command, by=world.lan)
    refused = tinhgon("audit", command, by=world.an)

    assert allowed.exit_code == 0
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "it needs the permission audit.read" in refused.stderr


@pytest.mark.parametrize("command", ["verify", "heads", "list"])
def test_an_auditor_of_one_ward_does_not_read_the_acts_of_all(tinhgon, world, operator, command):
    actions.grant(world.lan, by=operator, role="auditor", on=BEFORE, unit=world.unit("DM"))

    refused = tinhgon("audit", command, by=world.lan)

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "audit.read for everything" in refused.stderr
