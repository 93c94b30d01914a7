"""Tables of works: all faults at once by cell, nothing half given, in a fixed number of queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.ui.exchange.faults import Faulty
from tinhgon.work import refusals
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.exchange import actions
from tinhgon.work.exchange.checks import COLUMNS
from tinhgon.work.exchange.exporting import STANDS, blank, header, lines
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.tests.world import DUE, HEADER, csv, row, rows, workbook
from tinhgon.work.exchange.words import OWN, SENTENCES, fault_words
from tinhgon.work.listing.inbox import Desk, Question
from tinhgon.work.models import Custody, Event, Work


@pytest.fixture
def bring(works):
    """Bring a file in for Nam Từ Liêm."""

    def brought(files, **more):
        said = read(files, localdate())
        given = {"by": works.by, "at": timezone.now(), "giver": works.district}
        return actions.bring(said, **given, **more)

    return brought


@pytest.fixture
def faults(bring):
    """What is found wrong with a file: (row, column, code)."""

    def found(files):
        with pytest.raises(Faulty) as wrong:
            bring(files)
        assert all(fault_words(localdate()).sentence(one) for one in wrong.value.faults)
        return {(one.row, one.column, one.code) for one in wrong.value.faults}

    return found


def queries(act, *given, **more):
    """How many queries read; rows are written in batches, which SQLite wants small."""
    with CaptureQueriesContext(connection) as found:
        act(*given, **more)
    return len([one for one in found if not one["sql"].startswith("INSERT")])


# --- Brought in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [csv, workbook])
def test_a_table_is_given_as_if_each_work_were_given_singly(works, bring, standing, file):
    singly = works.issue(when=timezone.now(), due=DUE, title="Một mình")

    bring(file([row(2, Đơn_vị_phối_hợp="TM", Số_thời_hạn="", Đơn_vị_chủ_trì="DM")]))
    found, alone = standing(Work.objects.get(key="NV00002")), standing(singly)

    assert (found.held.unit, found.state, found.due) == (works.dai_mo, alone.state, alone.due)
    assert [one.unit for one in found.contributors] == [works.tay_mo]
    assert found.work.clarities == alone.work.clarities
    assert found.work.template == alone.work.template
    assert found.term.promised == DUE
    told = Entry.objects.filter(chain="work:NV00002").get()
    assert told.facts == {
        **Entry.objects.get(chain=f"work:{singly.key}").facts,
        "contributors": ["TM"],
    }
    assert [*verify()] == []


def test_two_thousand_works_are_given_at_once(works, bring):
    brought = bring(workbook(rows(2000)))

    assert len(brought.works) == Work.objects.count() == Custody.objects.count() == 2000
    assert Event.objects.filter(what="issued", unit=works.district).count() == 2000
    assert Entry.objects.filter(act="work.issued").count() == 2000
    assert Entry.objects.get(act="work.brought").rows == 2000


def test_two_hundred_rows_take_as_many_queries_as_ten(works, bring):
    few, many = csv(rows(10)), csv([row(100 + place) for place in range(200)])
    bring(few, dry_run=True)

    checking = queries(bring, few, dry_run=True), queries(bring, many, dry_run=True)
    giving = queries(bring, few), queries(bring, many)

    assert checking[0] == checking[1] < 25
    assert giving[0] == giving[1] < 30


def test_a_rehearsal_gives_nothing(works, bring):
    brought = bring(csv(rows(3)), dry_run=True)

    assert [work.key for work in brought.works] == ["NV00000", "NV00001", "NV00002"]
    assert brought.dry_run
    assert not Work.objects.exists()
    assert not Entry.objects.filter(act__startswith="work.").exists()


def test_a_term_is_counted_from_the_day_it_is_given(works, bring, standing):
    bring(csv([row(Hạn_hoàn_thành="", Số_thời_hạn="2", Tính_theo="tháng")]))

    term = Work.objects.get().term

    assert (term.number, term.measure, term.since) == (2, "months", localdate())
    assert term.promised == standing(Work.objects.get()).due


def test_units_are_understood_by_key_code_and_name(works, bring, standing):
    names = ["DM", "00634", "Phường Đại Mỗ", "Phường Đại Mỗ (DM)"]

    bring(csv([row(place, Đơn_vị_chủ_trì=name) for place, name in enumerate(names)]))

    assert {standing(work).held.unit.key for work in Work.objects.all()} == {"DM"}


def test_headings_of_departments_and_english_ones_are_understood(works, bring):
    vietnamese = ["Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm đầu ra", "Thời gian hoàn thành"]
    english = ["what is to be done", "leading unit", "product", "due day"]
    clear = ["responsibility", "authority", "origin"]
    cells = ["Rà soát", "DM", "Báo cáo", DUE.isoformat(), "Chính", "Chủ tịch", "Họp"]

    bring(csv([cells], [*vietnamese, *clear]))
    bring(csv([cells], [*english, *clear]))

    assert [*Work.objects.values_list("title", flat=True)] == ["Rà soát", "Rà soát"]


# --- Refused --------------------------------------------------------------------------------------


def test_all_that_is_wrong_is_told_at_once_by_cell_and_nothing_is_given(works, faults):
    works.issue(key="NV90000")
    past, before = (localdate() - timedelta(days=1)).isoformat(), Work.objects.count()

    found = faults(
        csv(
            [
                row(1, Nội_dung_nhiệm_vụ="", Đơn_vị_chủ_trì="Sở Không Có"),
                row(2, Đơn_vị_chủ_trì="TM"),
                row(3, Hạn_hoàn_thành=past, rõ_trách_nhiệm="", Sản_phẩm=""),
                row(4, Số_thời_hạn="5"),
                row(5, Hạn_hoàn_thành="31/02/2027", Nguồn_giao=""),
                row(6, Hạn_hoàn_thành="", Số_thời_hạn="1,5"),
                row(7, Hạn_hoàn_thành="", Số_thời_hạn="5", Tính_theo="thế kỷ"),
                row(8, Đơn_vị_phối_hợp="DM"),
                row(9, Đơn_vị_chủ_trì="P01"),
                row(9, Nội_dung_nhiệm_vụ="x" * 501),
                row(90000, Hạn_hoàn_thành=""),
                row(12, Hạn_hoàn_thành="01/01/2999"),
                row(13, Đơn_vị_chủ_trì="DM; TM"),
            ]
        )
    )

    assert found == {
        (2, "title", "empty-cell"),
        (2, "lead", "unit-unknown"),
        (3, "officer", "nobody-leads"),
        (4, "due_on", "due-before"),
        (4, "clear_responsibility", "not-clear"),
        (4, "product", "not-clear"),
        (5, "term", "due-twice"),
        (6, "due_on", "bad-day"),
        (6, "instrument", "no-origin"),
        (7, "term", "bad-term"),
        (8, "measure", "unknown-word"),
        (9, "contributors", "leads-it"),
        (10, "lead", "not-answering"),
        (10, "officer", "nobody-leads"),
        (11, "key", "named-twice"),
        (11, "title", "too-long"),
        (12, "key", "known-already"),
        (12, "due_on", "not-clear"),
        (13, "due_on", "outside-calendar"),
        (14, "lead", "one-leads"),
    }
    assert Work.objects.count() == before


def test_whoever_is_named_works_in_the_unit_that_leads(works, faults):
    header = [*HEADER, "Người thực hiện"]

    found = faults(
        csv([[*row(1), "CB02"], [*row(2), "CB99"], [*row(3, Đơn_vị_chủ_trì="TM"), "CB02"]], header)
    )

    assert found == {(3, "officer", "unknown-officer"), (4, "officer", "not-of-unit")}


@pytest.mark.parametrize("typed", ["31/12/2026", "2026-12-31"])
def test_a_day_in_the_column_of_terms_is_sent_to_the_column_of_days(works, faults, typed):
    given = [name if name != "Số thời hạn" else "Thời hạn" for name in HEADER]

    found = faults(csv([row(1, Hạn_hoàn_thành="", Số_thời_hạn=typed)], given))

    assert found == {(2, "term", "day-as-term")}


def test_the_same_file_is_refused_the_second_time(works, bring, faults):
    bring(csv(rows(2)))

    assert faults(csv(rows(2))) == {(2, "key", "known-already"), (3, "key", "known-already")}


def test_a_file_without_a_row_and_one_without_a_column_are_refused(works, faults):
    assert {code for *_place, code in faults(csv([]))} == {"no-rows"}
    assert faults(csv([["a", "b"]], ["Sản phẩm", "Nhiệm vụ"])) == {(1, "lead", "missing-column")}


def test_all_that_has_a_column_is_said_in_words():
    assert {*COLUMNS} <= {*SENTENCES, *OWN, *refusals.WORDS}


# --- Taken along ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_taken_along_is_read_back_as_it_was(works, bring, standing, language):
    bring(csv([row(1, Đơn_vị_phối_hợp="TM", Nội_dung_nhiệm_vụ="'+84 là đầu số")]))
    first = Work.objects.get()
    with override(language):
        taken = [*header()], [*lines(Question(desk=Desk.HELD, unit=works.dai_mo, on=localdate()))]
    taken[1][0][0] = "NV2"

    brought = bring(workbook(taken[1], taken[0]))
    again = Work.objects.get(key="NV2")

    assert (again.title, again.product, again.clarities) == (
        first.title, first.product, first.clarities,
    )  # fmt: skip
    assert standing(again).due == standing(first).due
    assert [one.unit for one in standing(again).contributors] == [works.tay_mo]
    assert len(brought.unread) == len(STANDS)


def test_it_came_on_the_day_that_it_was_here(works):
    works.issue(at(2, hour=5))

    [line] = lines(Question(desk=Desk.HELD, unit=works.dai_mo, on=JUNE[3]))

    assert dict(zip(header(), line, strict=True))["nhận từ ngày"] == "2025-06-02"


def test_many_works_are_taken_along_with_the_same_queries(works, bring):
    asked = Question(desk=Desk.HELD, unit=works.dai_mo, on=localdate())
    bring(csv(rows(5)))
    few = queries(lambda: [*lines(asked)])
    bring(csv([row(100 + place) for place in range(60)]))

    assert queries(lambda: [*lines(asked)]) == few


def test_the_blank_workbook_is_read_and_explains_its_columns(works, faults):
    assert {code for *_place, code in faults([("mau.xlsx", blank(localdate()))])} == {"no-rows"}
