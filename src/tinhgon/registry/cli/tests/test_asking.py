"""Questions on the command line: for people and, with --json, for programs."""

import csv

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.models import Register
from tinhgon.registry.revision import changed

EVE, DAY = "2025-06-30", "2025-07-01"
DAI_MO = "Phường Đại Mỗ, Nam Từ Liêm"


def correct_name(world, key, name):
    actions.correct(
        world.unit(key), by=world.hung, reason="sót", period=Period(), facts={"name": name}
    )


# --- Count ----------------------------------------------------------------------------------------


def test_units_are_counted_for_programs(in_effect, run):
    before, after = run("count", "--on", EVE, "--json"), run("count", "--on", DAY, "--json")

    assert (before.code, before.err) == (0, "")
    assert before.document == {"levels": {"province": 1, "district": 2, "commune": 5}}
    assert after.document == {"levels": {"province": 1, "district": 0, "commune": 4}}


def test_units_are_counted_for_people(in_effect, run):
    assert run("count", "--on", EVE).out.split() == [
        *("1", "province"),
        *("2", "district"),
        *("5", "commune"),
    ]


@pytest.mark.parametrize("under", ["D019", "019"])
def test_units_below_one_are_counted_by_its_key_or_code(in_effect, run, under):
    counted = run("count", "--on", EVE, "--under", under, "--json")

    assert counted.document["levels"] == {"province": 0, "district": 0, "commune": 4}


def test_units_are_counted_as_they_were_known(world, run):
    before = timezone.now().isoformat()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"parent": "D268"}
    )

    now = run("count", "--on", EVE, "--under", "D019", "--json")
    then = run("count", "--on", EVE, "--under", "D019", "--known-at", before, "--json")

    assert (now.document["levels"]["commune"], then.document["levels"]["commune"]) == (3, 4)


def test_whoever_counts_what_no_source_covers_is_told(world, run):
    Register.objects.update(coverage=[{"unit": "D019", "from": "2024-12-31"}])

    whole = run("count", "--on", EVE, "--json")
    told = run("count", "--on", EVE)
    part = run("count", "--on", EVE, "--under", "D019", "--json")
    too_early = run("count", "--on", "2024-12-30", "--under", "D019", "--json")

    assert whole.document["covered"] is False
    assert "No source says what stood on 30 June 2025" in told.err
    assert "covered" not in part.document
    assert too_early.document["covered"] is False


# --- Look up --------------------------------------------------------------------------------------


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(f'case_id,query\n7,"{DAI_MO}"\n8,không có\n', encoding="utf-8")
    return path


def test_a_table_is_answered(in_effect, run, table, tmp_path):
    out = tmp_path / "out.csv"

    said = run("lookup", table, "--asked-on", EVE, "--on", DAY, "--output", out)

    assert (said.code, said.out, said.err) == (0, "", "")
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    assert rows[0] == {
        "case_id": "7",
        "answer": "00634;00637;09886",
        "answer_people": "00634;00637",
        "matched": "Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (00634)",
        "how": "exact",
    }
    assert (rows[1]["answer"], rows[1]["how"]) == ("", "not_found")


def test_a_table_is_answered_as_a_spreadsheet(in_effect, run, table, tmp_path):
    out = tmp_path / "out.xlsx"

    run("lookup", table, "--asked-on", EVE, "--on", DAY, "--output", out)

    assert load_workbook(out).active["B2"].value == "00634;00637;09886"


def test_columns_may_have_other_names(in_effect, run, tmp_path):
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text(f'số;địa chỉ\n7;"{DAI_MO}"\n', encoding="utf-8")

    said = run("lookup", table, "--id-column", "số", "--query-column", "địa chỉ", "--output", out)

    assert said.code == 0
    assert out.read_text(encoding="utf-8").startswith("số,answer,answer_people,matched,how\n7,")


def test_unnamed_columns_are_recognised_and_rows_counted(in_effect, run, tmp_path):
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text(f'Địa chỉ,tên\n"{DAI_MO}",An\n', encoding="utf-8")

    run("lookup", table, "--asked-on", EVE, "--on", DAY, "--output", out)

    header, row = out.read_text(encoding="utf-8").splitlines()
    assert header == "row,answer,answer_people,matched,how"
    assert row.startswith("1,00634;00637;09886,")


def test_a_table_that_cannot_be_answered_is_refused_with_its_name(in_effect, run, table, tmp_path):
    said = run("lookup", table, "--query-column", "address", "--output", tmp_path / "out.csv")

    assert said.code == 2
    assert said.err == f"{table}: There is no column “address”. Found: case_id, query.\n"


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_a_place_where_nothing_can_be_written_is_told(in_effect, run, table, tmp_path, name):
    out = tmp_path / "nowhere" / name

    said = run("lookup", table, "--output", out)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{out} can be neither read nor written (")


# --- Compare --------------------------------------------------------------------------------------


def test_two_days_are_compared_for_programs(in_effect, run):
    found = run("compare", EVE, DAY, "--json").document

    assert (found["ended"], found["begun"], found["changed"]) == (6, 3, 1)
    assert {one["key"] for one in found["differences"] if one["attributes"]} == {"XP"}


def test_two_days_are_compared_for_people(in_effect, run):
    lines = run("compare", EVE, DAY).out.splitlines()

    assert "- Quận Nam Từ Liêm (019, D019)" in lines
    assert "+ Phường Tây Mỗ (00634, TM-new)" in lines
    assert "~ Phường Xuân Phương (00622, XP); parent: D019 → P01" in lines
    assert lines[-1] == "6 ended, 3 begun, 1 changed."


def test_a_part_is_compared_with_what_it_became(in_effect, run):
    found = run("compare", EVE, DAY, "--under", "019", "--json").document

    assert (found["ended"], found["begun"], found["changed"]) == (4, 3, 1)
    assert run("compare", DAY, EVE, "--under", "019", "--json").document == found


def test_whoever_compares_what_no_source_covers_is_told(in_effect, run):
    Register.objects.update(coverage=[{"unit": "XP", "from": "2024-12-31"}])
    changed()

    part = run("compare", EVE, DAY, "--under", "XP", "--json").document
    whole = run("compare", EVE, DAY)

    assert (part["changed"], "covered" in part) == (1, False)
    assert whole.out.splitlines()[-1] == "0 ended, 0 begun, 1 changed."
    assert whole.err == "Compared is only what there are sources for on both days.\n"


def test_one_day_is_compared_as_known_at_two_instants(world, run):
    before = timezone.now().isoformat()
    correct_name(world, "MT", "Mễ Trì Hạ")

    changed = run("compare", EVE, EVE, "--vs-known-at", before).out.splitlines()
    same = run("compare", EVE, EVE, "--vs-known-at", before, "--known-at", before, "--json")

    assert changed[0] == "~ Phường Mễ Trì Hạ (00632, MT); name: Mễ Trì → Mễ Trì Hạ"
    assert same.document["changed"] == 0


# --- Instruments ----------------------------------------------------------------------------------


def test_instruments_are_listed(world, run):
    listed = run("instruments", "--json").document["instruments"]
    lines = run("instruments", language="vi").out.splitlines()

    assert [one["number"] for one in listed] == ["1656/NQ-UBTVQH15", "203/2025/QH15"]
    assert listed[1]["operative"] == "2025-07-01"
    assert lines[1].startswith("2025-06-16  R  203/2025/QH15")
    assert lines[1].endswith("Sửa đổi một số điều của Hiến pháp")


# --- What goes wrong ------------------------------------------------------------------------------

ASKING = [
    ["count", "--under", "99999"],
    ["compare", EVE, DAY, "--under", "99999"],
    ["show", "99999"],
    ["place", "99999"],
    ["correct", "99999", "--reason", "sót", "--name", "X"],
    ["contact", "99999", "--telephone", "024 1"],
]


@pytest.mark.parametrize("words", ASKING, ids=lambda words: words[0])
def test_a_unit_that_is_not_there_is_told_with_what_to_do(world, run, words):
    said = run(*words)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("There is no unit 99999 on ")
    assert said.err.endswith(": give its key, or its code on that day.\n")


@pytest.mark.parametrize(
    "words",
    [["count"], ["compare", EVE, DAY], ["show", "X"], ["place", "X"], ["export", "out"]],
    ids=lambda words: words[0],
)
def test_without_a_register_everybody_is_told_what_to_do(db, run, words):
    said = run(*words)

    assert (said.code, said.out) == (2, "")
    assert said.err == "Nothing is registered yet: load a register first (`tinhgon demo`).\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["count", "--on", "2025-02-31"], "2025-02-31 is not in the calendar."),
        (["count", "--on", "June"], "“June” cannot be read as a day. Write the day as 2025-07-01"),
        (["count", "--known-at", "then"], "“then” cannot be read as a day. Write the day as 2025"),
        (["count", "--known-at", "08:00"], "“08:00” cannot be read as an instant. Write it as"),
        (["compare", EVE], "Missing argument 'AFTER'"),
    ],
)
def test_a_day_that_is_none_is_told(world, run, words, told):
    said = run(*words)

    assert said.code == 2
    assert told in said.err


def test_a_day_may_be_typed_as_people_write_it(in_effect, run):
    assert run("count", "--on", "30/06/2025", "--json").document["levels"]["district"] == 2
    assert run("count", "--on", "01/07/2025", "--json").document["levels"]["district"] == 0


def test_sentences_are_in_the_language_of_the_reader(world, run):
    assert run("show", "99999", language="vi").err.startswith("Không có đơn vị 99999 vào ngày ")
