"""What may be done to the register, and what stays in the record of it."""

from copy import deepcopy
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tinhgon.audit.models import Entry
from tinhgon.conftest import BEFORE, DAY, SMALL_WORLD
from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.contact.reached import contacts_of
from tinhgon.registry.correction.correcting import Uncorrectable
from tinhgon.registry.models import Contact, Register, Unit, Version
from tinhgon.registry.queries import counts
from tinhgon.registry.revision import changed
from tinhgon.registry.seen import contacts_seen

SPRING = date(2025, 3, 1)


# --- Load -----------------------------------------------------------------------------------------


def test_until_a_day_the_register_knows_nothing_of_it(register):
    assert counts(BEFORE) == counts(DAY) == {"province": 1, "district": 2, "commune": 5}
    assert not Version.objects.exclude(valid_to=None).exists()


def test_a_rehearsal_counts_and_writes_nothing(db, vietnam, operator):
    rehearsed = actions.load(SMALL_WORLD, by=operator, file=vietnam, dry_run=True)

    assert rehearsed.dry_run
    assert rehearsed.counts["units"] == 11
    assert not Unit.objects.exists()
    assert not Register.objects.exists()
    assert not Entry.objects.exists()


def test_a_load_is_one_act_with_all_its_rows(register):
    entry = Entry.objects.get()

    assert (entry.act, entry.actor, entry.target) == (
        "registry.loaded",
        "operator:test",
        "register",
    )
    assert entry.facts["counts"]["versions"] == 8
    assert entry.facts["until"] == "2025-07-01"
    assert entry.rows == 8 + 8 + 7


def test_columns_that_nobody_reads_are_told(db, folder, vietnam, operator):
    folder.edit("units.csv", "area_km2", "area")

    loaded = actions.load(folder.path, by=operator, file=vietnam)

    assert loaded.unread == (("units.csv", "area"),)


def test_a_register_of_another_country_is_not_mixed_in(register, folder, vietnam, operator):
    with pytest.raises(actions.OtherJurisdiction) as refused:
        actions.load(folder.path, by=operator, file={**vietnam, "jurisdiction": "LA"})

    assert (refused.value.held, refused.value.given) == ("VN", "LA")


def test_kinds_in_use_must_stay_in_the_jurisdiction_file(register, folder, vietnam, operator):
    without = deepcopy(vietnam)
    del without["levels"]["district"]["kinds"]["quận"]

    with pytest.raises(actions.KindsMissing) as refused:
        actions.load(folder.path, by=operator, file=without)

    assert refused.value.missing == [("district", "quận")]


def test_a_newer_jurisdiction_file_takes_the_place_of_the_held(world, folder, vietnam, operator):
    header = (folder.path / "units.csv").read_text().splitlines()[0]
    folder.put("units.csv", header)
    folder.put("changes.csv", (folder.path / "changes.csv").read_text().splitlines()[0])

    actions.load(folder.path, by=operator, file={**vietnam, "whole": "cả nước Việt Nam"})

    assert Register.objects.get().jurisdiction["whole"] == "cả nước Việt Nam"


def test_the_spelling_of_a_jurisdiction_is_read_before_anything_is_written(
    db, folder, vietnam, operator
):
    with pytest.raises(Unreadable) as refused:
        actions.load(folder.path, by=operator, file={**vietnam, "spelling": {"silnt": "'"}})

    assert (refused.value.path, refused.value.code) == ("spelling.silnt", "unknown-member")
    assert not Register.objects.exists()


def test_what_is_covered_since_when_is_kept_and_corrected_by_the_next_folder(
    register, folder, vietnam, operator
):
    for file in ("units.csv", "changes.csv"):
        folder.put(file, (folder.path / file).read_text().splitlines()[0])
    folder.put("coverage.csv", "entity_id,from", "P01,2024-12-31")
    actions.load(folder.path, by=operator, file=vietnam)
    folder.put("coverage.csv", "entity_id,from", "P01,2024-01-01", "VN,2025-06-30")

    actions.load(folder.path, by=operator, file=vietnam)

    assert Register.objects.get().coverage == [
        {"unit": "P01", "from": "2024-01-01"},
        {"unit": "VN", "from": "2025-06-30"},
    ]


# --- Revision and place ---------------------------------------------------------------------------


def test_every_change_gives_a_revision_that_no_register_had_before(world, operator):
    first = Register.objects.get().revision

    actions.serve_place(world.unit("P01"), by=operator)
    second = Register.objects.get().revision
    changed()

    assert first < second < Register.objects.get().revision


def test_a_revision_grows_even_where_the_clock_went_back(world):
    ahead = Register.objects.get().revision + 10**12
    Register.objects.update(revision=ahead)

    changed()

    assert Register.objects.get().revision == ahead + 1


def test_a_place_is_served_until_the_whole_is(world, operator):
    actions.serve_place(world.unit("P01"), by=operator)
    served = Register.objects.get().place
    actions.serve_place(None, by=operator)

    assert (served.key, Register.objects.get().place) == ("P01", None)
    facts = Entry.objects.filter(act="registry.place-set").order_by("place").values_list("facts")
    assert [fact["place"] for (fact,) in facts] == ["P01", None]


# --- Correct --------------------------------------------------------------------------------------


def test_a_correction_names_who_why_and_what(world):
    actions.correct(
        world.unit("MT"),
        by=world.hung,
        reason="Sai chính tả",
        period=Period(SPRING),
        facts={"name": "Mễ Trì Hạ"},
    )

    entry = Entry.objects.get(act="registry.corrected")
    assert (entry.actor, entry.target) == (world.hung.audit_name, "unit:MT")
    assert entry.facts["facts_given"] == {"name": "Mễ Trì Hạ"}
    assert (entry.facts["start"], entry.facts["end"]) == ("2025-03-01", "")
    assert (entry.facts["reason"], entry.rows) == ("Sai chính tả", 2)


def test_a_correction_that_cannot_be_leaves_nothing(world):
    before = Register.objects.get().revision

    with pytest.raises(Uncorrectable):
        actions.correct(
            world.unit("MT"), by=world.hung, reason="x", period=Period(), facts={"code": "00634"}
        )

    assert not Version.objects.exclude(recorded_to=None).exists()
    assert not Entry.objects.filter(act="registry.corrected").exists()
    assert Register.objects.get().revision == before


# --- Contact --------------------------------------------------------------------------------------


def contacts(unit):
    held = Contact.objects.filter(unit__key=unit).in_order()
    return [(c.telephone, c.valid_from, c.valid_to) for c in held]


def set_contact(world, on=SPRING, **contact):
    return actions.set_contact(world.unit("DM"), by=world.lan, on=on, contact=contact)


def test_what_was_said_before_stays_for_the_days_before(world):
    set_contact(world, telephone="024 1")
    set_contact(world, on=DAY, telephone="024 2")

    assert contacts("DM") == [("024 1", SPRING, DAY), ("024 2", DAY, None)]


def test_a_contact_set_back_in_time_ends_where_the_next_begins(world):
    set_contact(world, on=DAY, telephone="024 2")
    set_contact(world, telephone="024 1")

    assert contacts("DM") == [("024 1", SPRING, DAY), ("024 2", DAY, None)]


def test_a_contact_of_the_same_day_is_replaced(world):
    set_contact(world, telephone="024 1")
    set_contact(world, telephone="024 2")

    assert contacts("DM") == [("024 2", SPRING, None)]


def test_an_empty_contact_ends_the_last(world):
    set_contact(world, telephone="024 1")

    assert set_contact(world, on=DAY, telephone=" ", email="") is None
    assert contacts("DM") == [("024 1", SPRING, DAY)]


def test_a_contact_that_was_ended_stays_ended_when_it_is_repaired(world):
    set_contact(world, on=date(2025, 1, 1), telephone="024 1")
    set_contact(world, telephone="")

    set_contact(world, on=date(2025, 1, 1), telephone="024 2")
    set_contact(world, on=date(2025, 2, 1), telephone="024 3")

    assert contacts("DM") == [
        ("024 2", date(2025, 1, 1), date(2025, 2, 1)),
        ("024 3", date(2025, 2, 1), SPRING),
    ]


def test_what_somebody_else_wrote_of_a_contact_is_not_overwritten(world):
    seen = contacts_seen(contacts_of("DM"))
    set_contact(world, telephone="024 1")

    with pytest.raises(ValidationError) as refused:
        actions.set_contact(
            world.unit("DM"), by=world.lan, on=SPRING, contact={"telephone": "024 2"}, seen=seen
        )

    assert refused.value.error_dict["__all__"][0].code == "changed-since"
    assert contacts("DM") == [("024 1", SPRING, None)]


def test_a_rehearsed_correction_says_what_would_differ_and_leaves_nothing(world):
    before = Register.objects.get().revision

    (changes,) = actions.rehearse(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"name": "Mễ Trì Hạ"}
    )

    assert (changes.about, changes.before, changes.after) == ("name", "Mễ Trì", "Mễ Trì Hạ")
    assert Register.objects.get().revision == before
    assert not Version.objects.exclude(recorded_to=None).exists()
    assert not Entry.objects.filter(act="registry.corrected").exists()


def test_a_contact_is_kept_composed_and_in_the_record(world):
    set_contact(world, address="  1 pho\u0302\u0301 Dai ")

    assert Contact.objects.get().address == "1 phố Dai"
    assert Entry.objects.get(act="registry.contact-set").facts == {
        "on": "2025-03-01",
        "address": "1 phố Dai",
    }


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("hours", "8h-17h"), ("email", "dai-mo"), ("website", "daimo"), ("telephone", "0" * 61)],
)
def test_a_contact_that_cannot_be_used_is_refused_by_its_name(world, name, wrong):
    set_contact(world, telephone="024 1")

    with pytest.raises(ValidationError) as refused:
        set_contact(world, on=DAY, **{name: wrong})

    assert [*refused.value.message_dict] == [name]
    assert contacts("DM") == [("024 1", SPRING, None)]


def test_a_unit_is_reached_while_it_stands(world, in_effect):
    set_contact(world, on=BEFORE, telephone="024 1")

    assert contacts("DM") == [("024 1", BEFORE, DAY)]
    with pytest.raises(ValidationError):
        set_contact(world, on=DAY, telephone="024 1")
