"""Files of officers, posts and assignments: all faults at once, nothing half taken."""

import copy
from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import MAY
from tinhgon.staff.exchange import actions
from tinhgon.staff.exchange.exporting import rows_of, workbook
from tinhgon.staff.exchange.reading import read
from tinhgon.staff.exchange.tests import world
from tinhgon.staff.exchange.words import SENTENCES, fault_place, fault_sentence
from tinhgon.staff.models import Assignment, Officer, Particulars, Placement, Post
from tinhgon.ui.exchange.faults import Faulty


def everywhere(unit):
    return True


def bring(files, by, may_keep=everywhere, **more):
    return actions.bring(read(files), by=by, may_keep=may_keep, **more)


def faults(files, by, may_keep=everywhere):
    """What is found wrong: (sheet, row, column, code)."""
    with pytest.raises(Faulty) as wrong:
        bring(files, by, may_keep)
    return {(f.sheet, f.row, f.column, f.code) for f in wrong.value.faults}


def csv_file(name, *lines):
    return [(f"{name}.csv", "\n".join(lines).encode())]


# --- Ten thousand ---------------------------------------------------------------------------------


def test_fifty_faults_of_ten_kinds_among_ten_thousand_officers_are_shown_at_once(
    empty_books, operator
):
    rows = world.tables(10_000)
    expected = world.spoil(rows)

    found = faults([("staff.xlsx", world.workbook(rows))], operator)

    assert len(expected) == 50
    assert len({code for *_place, code in expected}) == 10
    assert found == expected
    assert Officer.objects.count() == Post.objects.count() == 0


def test_ten_thousand_officers_are_brought_in_and_taken_along_as_they_were(empty_books, operator):
    rows = world.tables(10_000)

    brought = bring(world.csv_files(rows), operator)
    taken, officers = rows_of(["DM", "TM"], MAY)

    assert brought.new == {"officers": 10_000, "posts": 10_000, "assignments": 10_000}
    assert len(officers) == 10_000
    assert taken["officers"] == rows["officers"]
    assert sorted(taken["posts"]) == rows["posts"]
    assert taken["assignments"] == rows["assignments"]


def test_a_workbook_is_taken_once_it_is_mended(empty_books, operator):
    right = world.tables(200)
    spoiled = copy.deepcopy(right)
    expected = world.spoil(spoiled)

    found = faults([("staff.xlsx", world.workbook(spoiled))], operator)
    nothing = Officer.objects.count() + Post.objects.count() + Assignment.objects.count()
    bring([("staff.xlsx", world.workbook(right))], operator)

    assert found == expected
    assert nothing == 0
    assert Assignment.objects.count() == Placement.objects.count() == 200
    assert Particulars.objects.get(officer__key="CB00001").name == world.name(1)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_was_taken_along_is_the_same_wherever_it_is_brought_in(staffed, operator, kind):
    rows, _officers = rows_of(["DM", "TM"], MAY)
    files = {"xlsx": [("a.xlsx", workbook(rows))], "csv": world.csv_files(rows)}[kind]
    world.forget_everybody()

    bring(files, operator)

    assert rows_of(["DM", "TM"], MAY)[0] == rows


# --- Taken whole ----------------------------------------------------------------------------------


@pytest.fixture
def few():
    """Three officers in three posts."""
    return world.tables(3)


def test_what_is_brought_twice_is_known_the_second_time(empty_books, operator, few):
    bring([("a.xlsx", world.workbook(few))], operator)

    again = bring([("a.xlsx", world.workbook(few))], operator)

    assert again.new == {"officers": 0, "posts": 0, "assignments": 0}
    assert again.known == {"officers": 3, "posts": 3, "assignments": 3}


def test_a_rehearsal_writes_nothing(empty_books, operator, few):
    brought = bring([("a.xlsx", world.workbook(few))], operator, dry_run=True)

    assert brought.new["officers"] == 3
    assert not Officer.objects.exists()
    assert not Entry.objects.filter(act="staff.brought").exists()


def test_what_was_brought_is_recorded_without_names(empty_books, operator, few):
    bring([("a.xlsx", world.workbook(few))], operator)

    entry = Entry.objects.get(act="staff.brought")
    assert entry.rows == 9
    assert world.name(0) not in str(entry.facts)


def test_what_is_taken_along_is_known_when_it_comes_back(staffed, operator):
    rows, officers = rows_of(["DM", "TM"], MAY)

    brought = bring([("a.xlsx", workbook(rows))], operator)

    assert len(officers) == 3
    assert sum(brought.new.values()) == 0
    assert brought.known == {"officers": 3, "posts": 4, "assignments": 3}


def test_three_csv_files_do_as_well_in_vietnamese(empty_books, operator):
    files = [
        *csv_file("cán bộ", "số hiệu,họ tên,ngày sinh,giới tính", "CB1,Lê An,31/03/1971,nữ"),
        *csv_file("vị trí", "số hiệu vị trí,đơn vị,tên vị trí,nhóm nhân sự,thứ bậc,từ ngày",
                  "VT1,00634,Chủ tịch,công chức,cấp trưởng,01/01/2025"),
        *csv_file("phân công", "số hiệu cán bộ,ở vị trí,hình thức,từ ngày",
                  "CB1,VT1,chính,01/03/2025"),
    ]  # fmt: skip

    assert bring(files, operator).new == {"officers": 1, "posts": 1, "assignments": 1}
    assert Placement.objects.get().unit.key == "DM"
    assert Placement.objects.get().rank == "head"
    assert Particulars.objects.get().born == date(1971, 3, 31)


def test_a_csv_file_is_known_by_its_columns(empty_books, operator):
    files = csv_file("export", "number;name", "CB1;Lê An")

    assert bring(files, operator).new["officers"] == 1


def test_columns_that_are_not_read_are_told(empty_books, operator):
    files = csv_file("officers", "number,name,shoe size", "CB1,Lê An,42")

    assert bring(files, operator).unread == ["shoe size"]


# --- What is wrong --------------------------------------------------------------------------------

OFFICER, POST = "number,name,born,retires_as", "post,unit,title,kind,rank,from,until,instrument"
AT = "officer,post,basis,from,until"

FAULTS = [
    ("officers", OFFICER, "CB9,Lê An,2030-01-01,men", ("officers", 2, "born", "not-born")),
    ("officers", OFFICER, "CB9,Lê An,,knights", ("officers", 2, "retires_as", "unknown-word")),
    ("officers", OFFICER, "CB/9,Lê An,,", ("officers", 2, "number", "bad-key")),
    ("officers", OFFICER, "CB01,Lê An,,", ("officers", 2, "number", "known-otherwise")),
    ("officers", OFFICER, f"CB9,{'x' * 151},,", ("officers", 2, "name", "too-long")),
    ("officers", OFFICER, "CB9,=A1,,", ("officers", 2, "name", "formula")),
    ("officers", OFFICER, "CB9,a\0b,,", ("officers", 2, "name", "bad-character")),
    ("officers", "number,born", "CB9,", ("officers", 1, "name", "missing-column")),
    ("officers", f"{OFFICER},name", "CB9,A,,,B", ("officers", 1, "name", "column-twice")),
    ("posts", POST, "p,XX,x,civil-servant,none,2025-01-01,,", ("posts", 2, "unit", "unknown-unit")),
    ("posts", POST, "p,DM,x,contract-235,none,2025-01-01,,", ("posts", 2, "kind", "kind-not-yet")),
    ("posts", POST, "p,DM,x,civil-servant,head,2025-01-01,,", ("posts", 2, "rank", "second-head")),
    ("posts", POST, "p,DM,x,civil-servant,none,2025-01-01,,9/QĐ",
     ("posts", 2, "instrument", "unknown-instrument")),
    ("posts", POST, "p,DM,x,civil-servant,boss,2025-01-01,,", ("posts", 2, "rank", "unknown-word")),
    ("assignments", AT, "CB01,tm-chair,main,2025-05-01,",
     ("assignments", 2, "officer", "second-main-post")),
    ("assignments", AT, "CB01,dm-deputy,loan,2025-05-01,",
     ("assignments", 2, "post", "second-holder")),
    ("assignments", AT, "CB01,tm-chair,acting,2024-12-31,",
     ("assignments", 2, "from", "post-not-standing")),
]  # fmt: skip


@pytest.mark.parametrize(("table", "header", "line", "expected"), FAULTS)
def test_what_is_wrong_is_told_by_sheet_row_and_column(staffed, table, header, line, expected):
    files = csv_file(table, header, line)

    assert faults(files, staffed.by) == {expected}


def test_a_post_begins_while_its_unit_stands(in_effect, staffed):
    late = "p,DM,x,civil-servant,none,2025-07-01,,"
    last = "p,DM,x,civil-servant,none,2025-06-30,,"

    assert faults(csv_file("posts", POST, late), staffed.by) == {
        ("posts", 2, "unit", "not-standing")
    }
    assert bring(csv_file("posts", POST, last), staffed.by).new["posts"] == 1


def test_two_who_act_in_one_post_are_found_within_a_file(staffed):
    lines = ("CB01,tm-chair,acting,2025-05-01,", "CB02,tm-chair,acting,2025-06-01,")

    found = faults(csv_file("assignments", AT, *lines), staffed.by)

    assert found == {("assignments", 3, "post", "second-acting")}


def test_a_long_assignment_overlaps_one_that_is_not_its_neighbour(staffed):
    lines = (
        "CB01,tm-chair,acting,2025-01-01,2025-12-01",
        "CB02,tm-chair,acting,2025-02-01,2025-03-01",
        "CB03,tm-chair,acting,2025-06-01,",
    )

    found = faults(csv_file("assignments", AT, *lines), staffed.by)

    assert {row for _sheet, row, _column, _code in found} == {3, 4}


def test_units_of_others_are_refused_and_ones_own_are_not(staffed):
    post = "p,{},x,civil-servant,none,2025-01-01,,"

    found = faults(
        csv_file("posts", POST, post.format("TM")), staffed.by, lambda unit: unit == "DM"
    )

    assert found == {("posts", 2, "unit", "not-yours")}
    own = csv_file("posts", POST, post.format("DM"))
    assert bring(own, staffed.by, lambda unit: unit == "DM").new["posts"] == 1


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("staff.xlsx", b"no workbook", "not-xlsx"),
        ("staff.pdf", b"", "wrong-kind"),
        ("officers.csv", b"number,name\nCB1,\xff", "wrong-encoding"),
        ("officers.csv", b'number,name\nCB1,"x', "not-csv"),
        ("x.csv", b"a,b\n1,2", "which-table"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_so(empty_books, operator, name, content, code):
    (found,) = faults([(name, content)], operator)

    assert found[3] == code


def test_a_workbook_without_its_sheets_is_told_what_they_are_called(empty_books, operator):
    content = world.workbook_bytes({"Tabelle1": (["a"], [["b"]])})

    assert faults([("a.xlsx", content)], operator) == {(None, None, None, "nothing")}


@pytest.mark.parametrize("code", SENTENCES)
def test_every_fault_has_its_sentence_in_both_languages(code):
    with override("vi"):
        vietnamese = str(SENTENCES[code])
    with override("en"):
        assert vietnamese != str(SENTENCES[code])


def test_words_that_are_known_are_offered_in_both_languages(staffed):
    files = csv_file("posts", POST, "p,DM,x,hiệp sĩ,none,2025-01-01,,")

    with pytest.raises(Faulty) as wrong:
        bring(files, staffed.by)

    (fault,) = wrong.value.faults
    assert "civil servant (công chức)" in fault_sentence(fault)
    assert (fault.code, fault.cell) == ("unknown-word", "D2")


def test_a_place_is_told_as_a_spreadsheet_counts(staffed):
    with override("en"), pytest.raises(Faulty) as wrong:
        bring(csv_file("officers", OFFICER, "CB9,Lê An,soon,men"), staffed.by)

    with override("en"):
        (fault,) = wrong.value.faults
        assert fault_place(fault) == "sheet officers, row 2, column born (ngày sinh)"
        assert fault_sentence(fault).startswith("“soon” is not a day.")
