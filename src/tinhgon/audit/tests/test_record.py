"""The record of acts: chains that nobody can rewrite without being noticed."""

from threading import Thread

import pytest
from django.db import connection, transaction

from tinhgon.audit import record as recording
from tinhgon.audit.hashing import FIRST, merkle_root
from tinhgon.audit.models import Entry
from tinhgon.audit.record import Told, heads, record, record_each, seals_rows, verify
from tinhgon.registry.models import Unit
from tinhgon.temporal.bulk import run
from tinhgon.temporal.constraints import guards_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(operator):
    """Records an act; three of them on one unit and one on another are a small history."""

    def recorded(act="unit.named", target="unit:DM", **options):
        return record(act, by=operator, target=target, **options)

    return recorded


@pytest.fixture
def history(done):
    return [done(name="Đại Mỗ"), done(name="Đại Mễ"), done(name="Đại Mỗ"), done(target="unit:TM")]


@pytest.fixture
def tamper(db):
    """Somebody with a shell who first removes what would stop them."""

    def tampered(statement, **values):
        (guard,) = guards_of(Entry)
        with connection.cursor() as cursor:
            for each in guard.drop("audit_entry", connection.vendor):
                cursor.execute(each)
        run(statement, **values)

    return tampered


def faults(**options):
    return [(broken.entry.chain, broken.entry.place, broken.why) for broken in verify(**options)]


def test_the_first_act_on_a_unit_begins_its_chain(done):
    entry = done()

    assert (entry.chain, entry.place, entry.previous) == ("unit:DM", 1, FIRST)


def test_each_further_act_is_numbered_and_tied_to_the_one_before(done):
    first, second = done(), done()

    assert (second.place, second.previous) == (2, first.digest)
    assert second.digest != first.digest


def test_every_unit_has_a_chain_of_its_own(history):
    assert [(entry.chain, entry.place) for entry in history] == [
        ("unit:DM", 1),
        ("unit:DM", 2),
        ("unit:DM", 3),
        ("unit:TM", 1),
    ]
    assert history[3].previous == FIRST


def test_a_chain_may_be_named(done):
    entry = done(target="plan:reform", chain="register")

    assert (entry.chain, entry.target) == ("register", "plan:reform")


def test_an_entry_says_who_did_what_with_which_facts(done):
    done(name="Đại Mỗ", reason="Nghị quyết 1656")

    entry = Entry.objects.get()
    assert (entry.actor, entry.act) == ("operator:test", "unit.named")
    assert entry.facts == {"name": "Đại Mỗ", "reason": "Nghị quyết 1656"}


def test_a_bulk_act_is_one_entry_with_the_root_of_its_rows(done):
    entry = done(rows=iter(["1|DM", "2|TM", "3|DN"]))

    assert (entry.rows, entry.root) == merkle_root(["1|DM", "2|TM", "3|DN"])


def test_an_act_that_wrote_no_rows_in_bulk_has_no_root(done):
    assert (done().rows, done().root) == (None, None)


def test_the_record_holds(history):
    assert faults() == []


def test_an_empty_record_holds(db):
    assert faults() == []


def test_a_changed_entry_is_found(history, tamper):
    tamper("UPDATE audit_entry SET actor = 'user:7' WHERE chain = 'unit:DM' AND place = 2")

    assert faults() == [("unit:DM", 2, "digest")]


@pytest.mark.parametrize(
    "change",
    [
        "at = (SELECT max(at) FROM audit_entry WHERE place = 3)",
        "act = 'unit.renamed'",
        "target = 'unit:XP'",
        'facts = \'{"name": "Đại Mễ"}\'',
        "rows = 5",
    ],
)
def test_no_fact_of_an_entry_can_be_changed(history, tamper, change):
    tamper(f"UPDATE audit_entry SET {change} WHERE chain = 'unit:DM' AND place = 1")

    assert faults() == [("unit:DM", 1, "digest")]


def test_whoever_makes_a_new_digest_breaks_the_link_to_the_next(history, tamper):
    forged = history[1]
    forged.actor = "user:7"

    tamper(
        "UPDATE audit_entry SET actor = 'user:7', digest = %(digest)s WHERE id = %(id)s",
        digest=recording._digest(forged),
        id=forged.id,
    )

    assert faults() == [("unit:DM", 3, "link")]


def test_a_removed_entry_leaves_a_gap(history, tamper):
    tamper("DELETE FROM audit_entry WHERE chain = 'unit:DM' AND place = 2")

    assert faults() == [("unit:DM", 3, "gap")]


def test_a_removed_beginning_leaves_a_gap(history, tamper):
    tamper("DELETE FROM audit_entry WHERE chain = 'unit:DM' AND place = 1")

    assert faults() == [("unit:DM", 2, "gap")]


def test_closing_the_gap_breaks_what_follows(history, tamper):
    tamper("DELETE FROM audit_entry WHERE chain = 'unit:DM' AND place = 2")
    tamper("UPDATE audit_entry SET place = 2 WHERE chain = 'unit:DM' AND place = 3")

    assert faults() == [("unit:DM", 2, "link"), ("unit:DM", 2, "digest")]


def test_an_entry_cannot_move_to_another_chain(history, tamper):
    tamper("UPDATE audit_entry SET chain = 'unit:XP' WHERE chain = 'unit:TM'")

    assert faults() == [("unit:XP", 1, "digest")]


def test_every_fault_is_named_not_only_the_first(history, tamper):
    tamper("UPDATE audit_entry SET actor = 'user:7' WHERE place = 1")

    assert faults() == [("unit:DM", 1, "digest"), ("unit:TM", 1, "digest")]


def test_heads_are_the_last_entries_of_all_chains(history):
    assert [entry.pk for entry in heads()] == [history[2].pk, history[3].pk]


def test_a_removed_end_shows_against_heads_that_were_published(history, tamper):
    published = {entry.chain: entry.digest for entry in heads()}

    tamper("DELETE FROM audit_entry WHERE chain = 'unit:DM' AND place = 3")

    assert faults() == []
    assert {entry.chain: entry.digest for entry in heads()} != published


@pytest.fixture
def units_written(done, monkeypatch):
    """A bulk act that wrote two units, which can be read back."""
    monkeypatch.setattr(recording, "_leaves", {})
    seals_rows("units.written")(
        lambda entry: (f"{unit.id}|{unit.key}" for unit in Unit.objects.order_by("id"))
    )
    Unit.objects.bulk_create([Unit(id=1, key="DM"), Unit(id=2, key="TM")])
    return done("units.written", "register", rows=["1|DM", "2|TM"])


def test_rows_that_stand_as_they_were_written_hold(units_written):
    assert faults() == []


def test_a_row_changed_by_hand_is_found(units_written):
    Unit.objects.filter(key="TM").update(key="XP")

    assert faults() == [("register", 1, "rows")]


def test_a_row_removed_by_hand_is_found(units_written):
    Unit.objects.filter(key="TM").delete()

    assert faults() == [("register", 1, "rows")]


def test_a_row_slipped_in_by_hand_is_found(units_written):
    Unit.objects.create(id=3, key="XP")

    assert faults() == [("register", 1, "rows")]


def test_entries_alone_can_be_proved(units_written):
    Unit.objects.filter(key="TM").delete()

    assert faults(rows=False) == []


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer anyway")
def test_two_writers_of_one_chain_take_turns(committed, done):
    def elsewhere():
        with transaction.atomic():
            done(name="second")
        connection.close()

    other = Thread(target=elsewhere)
    with transaction.atomic():
        done(name="first")
        other.start()
        other.join(0.3)
        was_waiting = other.is_alive()
    other.join()

    assert was_waiting
    assert [(e.place, e.facts["name"]) for e in Entry.objects.order_by("id")] == [
        (1, "first"),
        (2, "second"),
    ]
    assert faults() == []


def test_several_acts_are_recorded_at_once_each_in_the_chain_of_its_target(operator):
    record("a.begun", by=operator, target="work:1")

    record_each([Told("a.done", f"work:{n}", {"n": n}) for n in (1, 2)], by=operator)

    places = Entry.objects.order_by("chain", "place").values_list("chain", "place", "act")
    assert [*places] == [
        ("work:1", 1, "a.begun"),
        ("work:1", 2, "a.done"),
        ("work:2", 1, "a.done"),
    ]
    assert [*verify()] == []
