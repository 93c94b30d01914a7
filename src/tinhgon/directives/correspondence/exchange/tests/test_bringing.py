"""Books that were kept elsewhere: entered whole, known rows passed over, all faults by cell."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.conftest import JUNE, at
from tinhgon.directives.correspondence.exchange.columns import EXPLAINED, book_table
from tinhgon.directives.correspondence.exchange.tests.world import (
    OUTGOING,
    came,
    csv,
    went,
    workbook,
)
from tinhgon.directives.correspondence.listing import Wish, entries
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.correspondence.table import header, lines
from tinhgon.directives.models import BookEntry, Direction, Forwarding
from tinhgon.registry.models import Unit
from tinhgon.ui.spreadsheets import download


def queries(act, *given, **more):
    """How many queries read; rows are written in batches, which SQLite wants small."""
    with CaptureQueriesContext(connection) as found:
        act(*given, **more)
    return len([one for one in found if not one["sql"].startswith("INSERT")])


def columns(book):
    """What stands in a book, but for when and by whom it was entered."""
    names = ["serial", "number", "key", "issued", "kind", "abstract", "received", "sender_unit"]
    names += ["sender", "due", "signer", "recipients", "plain", "plain_party", "cancel_reason"]
    return [*book.entries.order_by("serial").values_list(*names)]


def taken_along(book, language, kind):
    """A book as its page gives it, in one language."""
    with override(language):
        answer = download("so", header(book), lines(book, entries(book, Wish())), kind)
    content = b"".join(answer) if kind == "csv" else answer.content
    return [(f"so.{kind}", content)]


# --- Brought in -----------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [csv, workbook])
def test_documents_that_came_in_stand_as_if_each_had_been_registered(
    incoming, keeping, bring, file
):
    singly = keeping.receive(
        keeping.open(name="Một mình"), at(31, 12), number="1/BC-SNV", received=date(2025, 1, 2),
        issued=date(2025, 1, 1), sender="Sở Nội vụ", abstract="Báo cáo biên chế số 1",
    )  # fmt: skip

    brought = bring(incoming, file([came(1), came(2)]))

    assert columns(incoming)[0] == columns(singly.book)[0]
    assert (len(brought.entries), brought.known, brought.following) == (2, 0, 3)


def test_what_went_out_stands_as_if_each_had_been_registered(outgoing, keeping, bring):
    book = keeping.open_outgoing(name="Khác", unit=Unit.objects.get(key="TM"))
    keeping.send(book, at(31, 12), issued=date(2025, 1, 3), abstract="Thành lập tổ công tác số 1")

    bring(outgoing, csv([went(1)], OUTGOING))

    assert columns(outgoing) == columns(book)
    assert outgoing.entries.get().instrument is None


def test_numbering_goes_on_after_the_greatest_number(outgoing, keeping, bring):
    bring(outgoing, csv([went(2), went(1), went(3)], OUTGOING))

    assert keeping.send(outgoing, at(31, 12)).number == "04/QĐ-UBND"


def test_what_came_in_without_a_number_of_the_usual_form_is_kept_as_written(incoming, bring):
    rows = [
        came(1, Số_và_ký_hiệu="PKD 17.02", Loại="công văn"),
        came(2, Số_và_ký_hiệu="", Loại="thư"),
    ]

    bring(incoming, csv(rows))

    assert [*incoming.entries.order_by("serial").values_list("number", flat=True)] == [
        *("PKD 17.02", "")
    ]


def test_a_cancelled_number_is_a_row_of_its_own_and_stays_cancelled(incoming, bring):
    brought = bring(incoming, csv([came(1), came(2, Lý_do_hủy="Ghi nhầm sổ"), came(3)]))
    entry = incoming.entries.get(serial=2)

    assert (entry.cancel_reason, entry.cancelled_by) == ("Ghi nhầm sổ", entry.entered_by)
    assert (brought.cancelled, brought.following) == (1, 4)


def test_units_are_understood_and_who_in_them_stays_a_remark(incoming, bring, world):
    passed = "Phường Tây Mỗ; Đinh Thị Mai, Phường Đại Mỗ (DM); TM"

    bring(incoming, csv([came(1, Nơi_gửi="", Nơi_gửi_là_đơn_vị="D019", Chuyển_đến=passed)]))

    entry = incoming.entries.get()
    assert (entry.sender_unit.key, "Nam Từ Liêm" in entry.sender) == ("D019", True)
    assert [*entry.forwardings.order_by("pk").values_list("unit__key", "words")] == [
        *(("TM", ""), ("DM", "Đinh Thị Mai"), ("TM", ""))
    ]


def test_what_stands_in_the_book_and_is_the_same_is_known(incoming, bring):
    bring(incoming, csv([came(1), came(2)]))

    brought = bring(incoming, csv([came(1), came(2, Số_và_ký_hiệu="02/BC-SNV"), came(3)]))
    again = bring(incoming, csv([came(3)]))

    assert (len(brought.entries), brought.known, brought.following) == (1, 2, 4)
    assert (len(again.entries), again.known) == (0, 1)
    assert Entry.objects.filter(act="correspondence.brought").count() == 2


def test_the_record_has_the_numbers_and_seals_every_row(incoming, keeping, bring):
    bring(incoming, csv([came(serial) for serial in (1, 2, 3)]))

    told = Entry.objects.get(act="correspondence.brought")
    facts = {"first": 1, "last": 3, "documents": 3, "known": 0, "any_order": False}
    assert (told.target, told.rows, told.actor) == (f"book:{incoming.pk}", 3, keeping.by.audit_name)
    assert told.facts == facts
    assert [*verify()] == []


def test_a_rehearsal_enters_nothing(incoming, bring):
    brought = bring(incoming, csv([came(1)]), dry_run=True)

    assert (len(brought.entries), brought.dry_run) == (1, True)
    assert not incoming.entries.exists()
    assert not Entry.objects.filter(act="correspondence.brought").exists()


def test_five_thousand_documents_take_as_many_queries_as_fifty(incoming, keeping, bring):
    other = keeping.open(name="Khác")
    few = csv([came(serial, Chuyển_đến="TM") for serial in range(1, 51)])
    many = csv([came(serial, Chuyển_đến="TM; DM") for serial in range(1, 5001)])
    bring(other, few, dry_run=True)

    asked = queries(bring, other, few), queries(bring, incoming, many)

    assert asked[0] == asked[1] < 30
    assert (incoming.entries.count(), Forwarding.objects.count()) == (5000, 10_050)


# --- Taken along and brought in elsewhere ---------------------------------------------------------


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_came_in_is_brought_in_elsewhere_as_it_was(
    incoming, keeping, bring, world, language, kind
):
    unit = {"sender": "", "sender_unit": world.unit("D019"), "due": JUNE[20]}
    first = keeping.receive(incoming, abstract="'+84 là đầu số", **unit)
    second = keeping.receive(
        incoming, abstract="- Về việc họp", number="", kind="thư", follows_form=False
    )
    actions.forward(first, by=keeping.by, at=at(11), unit=world.unit("TM"))
    actions.cancel(second, by=keeping.by, at=at(11), reason="=Nhầm")
    elsewhere = keeping.open(unit=world.unit("TM"))

    brought = bring(elsewhere, taken_along(incoming, language, kind))

    assert columns(elsewhere) == columns(incoming)
    assert [*Forwarding.objects.values_list("unit__key", "words")] == [("TM", "")] * 2
    assert brought.unread == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_went_out_is_brought_in_elsewhere_as_it_was(
    outgoing, keeping, bring, world, language, kind
):
    keeping.send(outgoing)
    keeping.send(outgoing, type="", issuer="UBND-NC")
    elsewhere = keeping.open_outgoing(unit=world.unit("TM"))

    brought = bring(elsewhere, taken_along(outgoing, language, kind))

    assert columns(elsewhere) == columns(outgoing)
    assert brought.unread == []


# --- Refused --------------------------------------------------------------------------------------


def test_all_that_is_wrong_with_what_came_in_is_told_at_once_by_cell(incoming, bring, faults):
    bring(incoming, csv([came(1), came(2)]))

    found = faults(
        incoming,
        csv(
            [
                came(2, Trích_yếu="Việc khác"),
                came(3, Ngày_đến=""),
                came(4, Ngày_đến="31/02/2025"),
                came(5, STT="năm"),
                came(7),
                came(7, Số_và_ký_hiệu="7/KH-UBND"),
                came(8, Ngày_đến="2024-12-31", Ngày_văn_bản="2024-12-30"),
                came(9, Ngày_đến="2026-01-05"),
                came(10, Ngày_văn_bản="2025-02-01"),
                came(11, Hạn_trả_lời="2025-01-01"),
                came(12, Nơi_gửi=""),
                came(13, Số_và_ký_hiệu="17.02"),
                came(14, Chuyển_đến="Phường Không Có"),
                came(15, Nơi_gửi_là_đơn_vị="Sở Không Có"),
                came(16, Trích_yếu="x" * 1001),
                came(17, Trích_yếu="=HYPERLINK(1)"),
                came(18, Lý_do_hủy="Nhầm\0"),
                came(19, Trích_yếu=""),
                came(22),
                came(23, Ngày_đến="2025-01-02"),
            ]
        ),
    )

    assert found == [
        ("G2", "otherwise"),
        ("B3", "empty-cell"),
        ("B4", "bad-day"),
        ("A5", "bad-serial"),
        ("A6", "gap"),
        ("A7", "named-twice"),
        ("B8", "other-year"),
        ("B9", "not-yet"),
        ("B10", "before-issue"),
        ("I11", "due-before"),
        ("C12", "no-sender"),
        ("F13", "no-kind"),
        ("H14", "unit-unknown"),
        ("K15", "unit-unknown"),
        ("G16", "too-long"),
        ("G17", "formula"),
        ("J18", "bad-character"),
        ("G19", "empty-cell"),
        ("A20", "gap"),
        ("B21", "goes-back"),
    ]
    assert incoming.entries.count() == 2


def test_all_that_is_wrong_with_what_went_out_is_told_at_once_by_cell(
    outgoing, keeping, bring, faults
):
    keeping.send(keeping.open_outgoing(name="Quyết định"))

    found = faults(
        outgoing,
        csv(
            [
                went(1),
                went(2, Số_và_ký_hiệu="3/QĐ-UBND"),
                went(3, Số_và_ký_hiệu="03-QĐ/TU"),
                went(4, Số_và_ký_hiệu="04"),
                went(5, Số_và_ký_hiệu="05/2024/QĐ-UBND"),
                went(6, Số_và_ký_hiệu="06a/QĐ-UBND"),
                went(7, Loại="kế hoạch"),
                went(8, Người_ký="", Nơi_nhận=""),
                went(10, Ngày_văn_bản="2025-01-03"),
            ],
            OUTGOING,
        ),
    )

    assert found == [
        ("B2", "number-given"),
        ("B3", "not-its-serial"),
        ("B4", "other-system"),
        ("B5", "misnumbered"),
        ("B6", "year-of-number"),
        ("B7", "not-its-serial"),
        ("D8", "unknown-kind"),
        ("G9", "empty-cell"),
        ("F9", "empty-cell"),
        ("C10", "goes-back"),
        ("A10", "gap-of-one"),
    ]
    assert not outgoing.entries.exists()


def test_numbers_begin_at_one_and_follow_those_of_the_book(incoming, bring, faults):
    first = faults(incoming, csv([came(2)]))
    bring(incoming, csv([came(1)]))
    later = faults(incoming, csv([came(4)]))

    assert (first, later) == ([("A2", "gap-of-one")], [("A2", "gap")])


def test_days_go_back_only_where_that_is_chosen(incoming, bring, faults):
    late = csv([came(1), came(2, Ngày_đến="2025-01-20"), came(3)])

    refused = faults(incoming, late)
    bring(incoming, late, any_order=True)

    assert refused == [("B4", "goes-back")]
    assert incoming.entries.count() == 3


def test_a_book_of_the_other_direction_is_not_read_as_this_one(incoming, outgoing, faults):
    assert ("", "missing-column") in faults(outgoing, csv([came(1)]))
    assert {code for _cell, code in faults(incoming, csv([]))} == {"no-rows"}


def test_into_a_book_of_a_unit_that_has_ended_nothing_is_brought(incoming, bring, monkeypatch):
    monkeypatch.setattr(
        "tinhgon.directives.correspondence.exchange.actions.unit_on", lambda key, on: None
    )

    with pytest.raises(Refused, match="not-standing"):
        bring(incoming, csv([came(1)]))

    assert not BookEntry.objects.exists()


@pytest.mark.parametrize("direction", Direction)
def test_every_column_is_explained_and_is_one_of_the_export(keeping, direction):
    book = keeping.open(direction)

    names = [one.name for one in book_table(book).columns]

    assert {*names} <= {*EXPLAINED}
    assert [book_table(book).column(one).name for one in header(book)] == names
