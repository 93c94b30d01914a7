"""What is refused, where, in which words: the small world, changed once for each fault."""

import os
from dataclasses import dataclass
from typing import Any

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.registry import actions
from tinhgon.registry.generic_form.words import problem_document, problem_words
from tinhgon.registry.models import Contact, Register, Unit, Version

UNITS, CHANGES, INSTRUMENTS = "units.csv", "changes.csv", "instruments.csv"
TIES, CONTACTS, COVERAGE = "ties.csv", "contacts.csv", "coverage.csv"
CONTACT_HEADER = "entity_id,valid_from,valid_to,telephone,email,website,hours"


@dataclass(frozen=True)
class Fault:
    """Another text in place of one in a file, and the fault that is to be found and where."""

    file: str
    old: str
    new: str
    line: int | None
    column: str | None
    code: str

    def __str__(self) -> str:
        return f"{self.code}-{self.new[:20]!r}"


TIE_HEADER = "entity_id,hierarchy,parent_id,valid_from,valid_to"

FAULTS = [
    # cells
    Fault(UNITS, "DN,DN,09886", "DN,,09886", 10, "entity_id", "empty-cell"),
    Fault(UNITS, "phường,Mễ Trì", "phường,\u00a0 ", 7, "name", "empty-cell"),
    Fault(UNITS, "Mễ Trì", "M\0 Trì", 7, "name", "bad-character"),
    Fault(UNITS, "Mễ Trì", "=A1&B1", 7, "name", "formula"),
    Fault(UNITS, "Mễ Trì", "@SUM(A1)", 7, "name", "formula"),
    Fault(UNITS, "Mễ Trì", "-2+3", 7, "name", "formula"),
    Fault(UNITS, "2025-07-01,,21.03430", "=TODAY(),,21.03430", 9, "valid_from", "formula"),
    Fault(UNITS, "Mễ Trì", "Mễ" * 150, 7, "name", "too-long"),
    Fault(UNITS, "2025-07-01,,21.03430", "01/07/2025,,21.03430", 9, "valid_from", "bad-date"),
    Fault(UNITS, "2025-07-01,,21.03430", "2025-7-1,,21.03430", 9, "valid_from", "bad-date"),
    Fault(UNITS, "2025-07-01,,21.03430", "2025-02-30,,21.03430", 9, "valid_from", "no-such-day"),
    Fault(UNITS, "2025-07-01,,21.03430", "0001-01-01,,21.03430", 9, "valid_from", "no-such-day"),
    Fault(UNITS, "21.00870", "21°00'", 7, "lat", "bad-number"),
    Fault(UNITS, "21.00870", "NaN", 7, "lat", "bad-number"),
    Fault(UNITS, "21.00870", "90.00001", 7, "lat", "not-between"),
    Fault(UNITS, ",4.67,", ",-4.67,", 7, "area_km2", "not-between"),
    Fault(CHANGES, "part,,0,", "part,,perhaps,", 2, "default", "bad-flag"),
    Fault(UNITS, "MT,MT", "MT,M/T", 7, "entity_id", "bad-key"),
    Fault(UNITS, "MT,MT", "MT," + "M" * 65, 7, "entity_id", "bad-key"),
    Fault(CHANGES, ",keep,", ",kept,", 8, "operation", "unknown-word"),
    Fault(CHANGES, ",part,land,", ",half,land,", 6, "part", "unknown-word"),
    Fault(CHANGES, ",part,land,", ",part,land;air,", 6, "carries", "unknown-word"),
    Fault(CHANGES, ",part,land,", ",part,;,", 6, "carries", "unknown-word"),
    # rows and headers
    Fault(UNITS, "valid_to", "valid_til", 1, "valid_to", "missing-column"),
    Fault(UNITS, "kind,name", "kind,kind", 1, "name", "missing-column"),
    Fault(UNITS, "lat,lon", "lat,lat", 1, "lat", "column-twice"),
    Fault(UNITS, "Mễ Trì", "Mễ, Trì", 7, None, "wrong-cells"),
    Fault(UNITS, ",4.67,test", "", 7, None, "wrong-cells"),
    Fault(UNITS, "Mễ Trì", '"Mễ Trì', 7, None, "not-csv"),
    Fault(UNITS, "Mễ Trì", '"Mễ" Trì', 7, None, "not-csv"),
    # periods
    Fault(UNITS, ",2025-07-01,,21.0042", ",2025-07-01,2025-07-01,21.0042", 11, "valid_to",
          "ends-before-it-starts"),
    Fault(UNITS, "XP2,XP,", "XP,XP,", 9, "unit_id", "named-twice"),
    Fault(UNITS, "P01,2025-07-01,,21.0343", "P01,2025-06-30,,21.0343", 9, "valid_from", "overlap"),
    # meaning
    Fault(UNITS, "632,commune,", "632,comune,", 7, "level", "unknown-level"),
    Fault(UNITS, "phường,Mễ Trì", "quận,Mễ Trì", 7, "kind", "unknown-kind"),
    Fault(UNITS, "00632", "632", 7, "code", "code-shape"),
    Fault(UNITS, "00632", "00622", 8, "code", "code-taken"),
    Fault(UNITS, "Mễ Trì,D019", "Mễ Trì,D999", 7, "parent_id", "unknown-parent"),
    Fault(UNITS, "Tây Mỗ,P01", "Tây Mỗ,D019", 11, "parent_id", "parent-gone"),
    Fault(UNITS, "Mễ Trì,D019", "Mễ Trì,DM", 7, "parent_id", "level-order"),
    Fault(UNITS, "Nam Từ Liêm,P01", "Nam Từ Liêm,DM", 3, "parent_id", "cycle"),
    Fault(CHANGES, "203/2025/QH15", "204/2025/QH15", 9, "instrument", "unknown-instrument"),
    Fault(INSTRUMENTS, "203/2025/QH15", "1656/NQ-UBTVQH15", 3, "instrument", "named-twice"),
    Fault(CHANGES, "keep,commune,XP,", "keep,commune,XX,", 8, "predecessor", "unknown-predecessor"),
    Fault(CHANGES, "commune,MT,DM-new", "commune,MT,DM-old", 5, "successor", "unknown-successor"),
    Fault(CHANGES, "commune,MT,DM-new", "commune,TM-new,DM-new", 5, "predecessor",
          "predecessor-not-standing"),
    Fault(CHANGES, "commune,MT,DM-new", "commune,MT,TM", 5, "successor", "successor-not-standing"),
    Fault(CHANGES, "keep,commune,XP,", "keep,commune,,", 8, "predecessor", "empty-cell"),
    Fault(CHANGES, "abolish,district,D268,", "establish,district,,", 10, "predecessor",
          "empty-cell"),
]  # fmt: skip

FURTHER_FAULTS = [
    # files that may be there
    Fault(CONTACTS, CONTACT_HEADER, "DM,,,call us,,,", 2, "telephone", "bad-telephone"),
    Fault(CONTACTS, CONTACT_HEADER, "DM,,,,dai-mo,,", 2, "email", "bad-email"),
    Fault(CONTACTS, CONTACT_HEADER, "DM,,,,,daimo.vn,", 2, "website", "bad-website"),
    Fault(CONTACTS, CONTACT_HEADER, "DM,,,,,,8h-17h", 2, "hours", "bad-hours"),
    Fault(CONTACTS, CONTACT_HEADER, "XX,,2025-07-01,,,,", 2, "entity_id", "unknown-unit"),
    Fault(CONTACTS, CONTACT_HEADER, "DM,,,,,,", 2, "entity_id", "not-standing"),
    Fault(CONTACTS, CONTACT_HEADER, "P01,,,,,,\nP01,2025-01-01,,,,,", 3, "valid_from", "overlap"),
    Fault(TIES, TIE_HEADER, "XP,parti,P01,,", 2, "hierarchy", "unknown-hierarchy"),
    Fault(TIES, TIE_HEADER, "XP,administrative,P01,,", 2, "hierarchy", "unknown-hierarchy"),
    Fault(TIES, TIE_HEADER, "XP,party,XX,,", 2, "parent_id", "unknown-unit"),
    Fault(TIES, TIE_HEADER, "XP,party,D019,,", 2, "parent_id", "not-standing"),
    Fault(TIES, TIE_HEADER, "XP,party,XP,,", 2, "parent_id", "cycle"),
    Fault(TIES, TIE_HEADER, "XP,party,P01,,\nXP,party,P01,2025-01-01,", 3, "valid_from", "overlap"),
    Fault(COVERAGE, "entity_id,from", "XX,2025-01-01", 2, "entity_id", "unknown-unit"),
    Fault(COVERAGE, "entity_id,from", "VN,2025-01-01\nVN,2025-01-01", 3, "entity_id",
          "named-twice"),
]  # fmt: skip

WHOLE_FILE = {"missing-file", "no-rows", "too-large", "wrong-encoding"}
SECOND_LOAD = {"already-registered", "which-instrument"}
PRODUCED = {fault.code for fault in [*FAULTS, *FURTHER_FAULTS]} | WHOLE_FILE | SECOND_LOAD
"""Every code that a test of this file sees."""


@pytest.fixture
def refusal(db, folder, vietnam, operator):
    """Load the folder, which must be refused; its problems."""

    def refused() -> list[Any]:
        with pytest.raises(actions.Refused) as refusal:
            actions.load(folder.path, by=operator, file=vietnam)
        return refusal.value.problems

    return refused


def places(problems: list[Any]) -> list[tuple[Any, ...]]:
    return [(problem.file, problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_found_at_its_place_and_nothing_is_written(folder, refusal, fault):
    folder.edit(fault.file, fault.old, fault.new)

    found = places(refusal())

    assert (fault.file, fault.line, fault.column, fault.code) in found
    assert not Unit.objects.exists()
    assert not Instrument.objects.exists()
    assert not Register.objects.exists()


@pytest.mark.parametrize("fault", FURTHER_FAULTS, ids=str)
def test_a_fault_of_a_further_file_is_found_at_its_place(folder, refusal, fault):
    folder.put(fault.file, fault.old, fault.new)

    found = places(refusal())

    assert found == [(fault.file, fault.line, fault.column, fault.code)]
    assert not Unit.objects.exists()


def test_a_fault_is_told_with_its_place_in_both_languages(folder, refusal):
    folder.edit(UNITS, "00632", "632")

    (problem,) = refusal()

    assert problem_document(problem) == {
        "file": "units.csv",
        "line": 7,
        "column": "code",
        "code": "code-shape",
        "message": {
            "vi": "“632” không phải là mã của cấp này (5 chữ số). Phải giữ số 0 ở đầu.",
            "en": "“632” is not a code of this level (5 digits). Leading zeros must stay.",
        },
    }
    assert problem_words(problem).startswith("units.csv, dòng 7, cột code: “632”")


def test_all_faults_are_told_at_once_in_order(folder, refusal):
    folder.edit(UNITS, "00632", "632")
    folder.edit(CHANGES, "203/2025/QH15", "204/2025/QH15")

    assert places(refusal()) == [
        ("changes.csv", 9, "instrument", "unknown-instrument"),
        ("changes.csv", 10, "instrument", "unknown-instrument"),
        ("units.csv", 7, "code", "code-shape"),
    ]


def test_after_two_hundred_faults_no_more_are_looked_for(folder, refusal):
    folder.add(UNITS, *(f"U{n},U{n},,commune,phường,,D019,,,,,," for n in range(500)))

    assert len(refusal()) == 200


# --- Whole files ----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [UNITS, CHANGES])
def test_a_file_that_must_be_there_is_missed(folder, refusal, file):
    (folder.path / file).unlink()

    assert (file, None, None, "missing-file") in places(refusal())


def test_a_register_without_rows_is_no_register(folder, refusal):
    (folder.path / UNITS).write_text(header(folder, UNITS))
    (folder.path / CHANGES).write_text(header(folder, CHANGES))

    assert places(refusal()) == [(UNITS, None, None, "no-rows")]


def test_an_empty_file_lacks_its_columns(folder, refusal):
    (folder.path / INSTRUMENTS).write_bytes(b"")

    assert places(refusal()) == [(INSTRUMENTS, 1, "instrument", "missing-column")]


def test_a_file_of_a_hundred_megabytes_is_refused_unread(folder, refusal):
    os.truncate(folder.path / UNITS, 100_000_000)

    (problem,) = refusal()

    assert places([problem]) == [(UNITS, None, None, "too-large")]
    assert problem.facts == {"size": 100, "limit": 64}


@pytest.mark.parametrize(
    ("encoding", "line", "byte"), [("utf-16", 1, "0xff"), ("cp1258", 2, "0xe0")]
)
def test_another_encoding_is_told_with_the_first_byte_that_is_wrong(
    folder, refusal, encoding, line, byte
):
    text = "entity_id,address,valid_from,valid_to\nP01,Hà Đông,,\n"
    (folder.path / CONTACTS).write_bytes(text.encode(encoding))

    (problem,) = refusal()

    assert places([problem]) == [(CONTACTS, line, None, "wrong-encoding")]
    assert problem.facts == {"byte": byte}


def test_a_wrong_byte_far_into_a_file_is_told_with_its_line(folder, refusal):
    folder.add(UNITS, *(f"U{n},U{n},,commune,phường,U{n},P01,,,,,,test" for n in range(5_000)))
    with (folder.path / UNITS).open("ab") as out:
        out.write(b"U,U,,commune,ph\xb5\xfeng,U,P01,,,,,,test\n")

    assert (UNITS, 5_014, None, "wrong-encoding") in places(refusal())


# --- A second folder ------------------------------------------------------------------------------


def test_what_is_registered_is_not_loaded_again(world, folder, vietnam, operator):
    with pytest.raises(actions.Refused) as refusal:
        actions.load(folder.path, by=operator, file=vietnam, until=world.day)

    assert {problem.code for problem in refusal.value.problems} == {"already-registered"}
    assert Version.objects.count() == 8


@pytest.fixture
def second(register, folder, vietnam, operator):
    """A second folder that adds nothing yet, and what it takes to load it."""
    for file in (UNITS, CHANGES, INSTRUMENTS):
        (folder.path / file).write_text(header(folder, file))
    return lambda: actions.load(folder.path, by=operator, file=vietnam)


def test_a_second_folder_adds_to_the_register(folder, second):
    folder.add(UNITS, "YN,YN,00004,commune,phường,Yên Nghĩa,D268,,,,,,test")
    folder.put(CONTACTS, CONTACT_HEADER, "DM,,,024 3838,,,")

    loaded = second()

    assert loaded.counts["units"] == 1
    assert Version.objects.count() == 9
    assert Contact.objects.get().telephone == "024 3838"


def test_a_code_that_is_registered_is_taken(folder, second):
    folder.add(UNITS, "YN,YN,00634,commune,phường,Yên Nghĩa,D268,,,,,,test")

    with pytest.raises(actions.Refused) as refusal:
        second()

    (problem,) = refusal.value.problems
    assert (problem.line, problem.code, problem.facts["other"]) == (2, "code-taken", "DM")


def test_a_contact_that_is_registered_is_not_written_twice(folder, second):
    folder.put(CONTACTS, CONTACT_HEADER, "DM,,,024 3838,,,")
    second()

    with pytest.raises(actions.Refused) as refusal:
        second()

    assert places(refusal.value.problems) == [(CONTACTS, 2, "entity_id", "already-registered")]


def test_an_instrument_is_named_by_its_number_alone_where_only_one_bears_it(folder, second):
    folder.add(CHANGES, "E,203/2025/QH15,2025-01-01,transfer_part,commune,DM,TM,part,,,,")

    assert second().counts["successions"] == 1


def test_an_instrument_of_which_there_are_two_must_be_listed(folder, second):
    Instrument.objects.create(number="203/2025/QH15", issued="2024-01-02")
    folder.add(CHANGES, "E,203/2025/QH15,2025-01-01,transfer_part,commune,DM,TM,part,,,,")

    with pytest.raises(actions.Refused) as refusal:
        second()

    assert places(refusal.value.problems) == [(CHANGES, 2, "instrument", "which-instrument")]


def test_of_two_instruments_with_one_number_the_listed_one_is_meant(folder, second):
    listed = Instrument.objects.create(number="203/2025/QH15", issued="2024-01-02")
    folder.add(INSTRUMENTS, "203/2025/QH15,2024-01-02,,,,")
    folder.add(CHANGES, "E,203/2025/QH15,2025-01-01,transfer_part,commune,DM,TM,part,,,,")

    second()

    assert listed.succession_set.count() == 1
    assert Instrument.objects.filter(number="203/2025/QH15").count() == 2


def header(folder, file: str) -> str:
    return (folder.path / file).read_text().splitlines(keepends=True)[0]
