"""Numbers are given one after another and once; what is registered follows the grammar."""

import pytest
from django.db import IntegrityError, transaction

from tinhgon.audit.models import Entry
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.conftest import JUNE, at
from tinhgon.directives.correspondence.papers import Among
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.models import Book, BookEntry, Direction, Forwarding
from tinhgon.documents.models import Instrument
from tinhgon.domain.documents.kinds import System
from tinhgon.domain.documents.numbers import Misnumbered


def refused(function, *given, **more):
    with pytest.raises(Refused) as wrong:
        function(*given, **more)
    assert refusal_words(wrong.value)
    return wrong.value.code


# --- Books ---------------------------------------------------------------------------------------


def test_numbers_begin_at_one_in_each_book_and_year(keeping):
    letters, decisions = keeping.open(name="Công văn"), keeping.open(name="Quyết định")
    next_year = keeping.open(name="Công văn", year=2026)

    given = [keeping.receive(book).serial for book in (letters, letters, decisions)]
    paper = {"received": at(2, 1, 2026).date(), "when": at(2, 1, 2026)}

    assert given == [1, 2, 1]
    assert keeping.receive(next_year, **paper).serial == 1


def test_a_unit_has_one_book_of_a_name_for_each_direction_and_year(keeping):
    keeping.open()

    assert refused(keeping.open) == "taken"
    assert keeping.open_outgoing().direction == Direction.OUTGOING


def test_a_book_is_opened_around_this_year_with_a_name(keeping):
    assert refused(keeping.open, year=2023) == "no-such-year"
    assert refused(keeping.open, name=" ") == "no-name"
    assert keeping.open(year=2024).year == 2024


def test_the_symbol_of_an_issuer_can_stand_in_a_number(keeping):
    with pytest.raises(Misnumbered):
        keeping.open_outgoing(issuer="-UBND")

    assert keeping.open_outgoing(issuer="ubnd - vp".upper()).issuer == "UBND-VP"


def test_what_lies_in_another_year_belongs_to_another_book(keeping):
    incoming, outgoing = keeping.open(), keeping.open_outgoing()
    new_year = at(1, 1, 2026)

    assert refused(keeping.receive, incoming, new_year, received=new_year.date()) == "other-year"
    assert keeping.receive(incoming, new_year, received=JUNE[9]).serial == 1
    assert refused(keeping.send, outgoing, new_year, issued=new_year.date()) == "other-year"
    assert refused(keeping.send, incoming) == "other-direction"


# --- Numbers -------------------------------------------------------------------------------------


def test_the_number_of_what_goes_out_is_made_of_kind_issuer_and_running_number(keeping):
    book = keeping.open_outgoing()

    made = [
        keeping.send(book),
        keeping.send(book, type="", issuer="UBND-VP"),
        keeping.send(book, with_year=True),
        keeping.send(book, type="KH"),
    ]

    assert [one.number for one in made] == [
        *("01/QĐ-UBND", "02/UBND-VP", "03/2025/QĐ-UBND", "04/KH-UBND")
    ]
    assert [one.kind for one in made] == ["quyết định", "công văn", "quyết định", "kế hoạch"]


def test_the_party_writes_its_numbers_in_its_own_way(keeping):
    book = keeping.open_outgoing(system=System.PARTY, issuer="ĐU")

    one = keeping.send(book, kind="quy định")

    assert (one.number, one.kind) == ("01-QĐ/ĐU", "quy định")
    assert refused(keeping.send, book) == "no-kind"
    assert refused(keeping.send, book, kind="quy định", with_year=True) == "year-of-the-state"


def test_kind_and_issuer_that_make_no_number_take_none(keeping):
    book = keeping.open_outgoing(issuer="")

    with pytest.raises(Misnumbered) as wrong:
        keeping.send(book, type="", issuer="UBND")
    with pytest.raises(Misnumbered):
        keeping.send(book, type="XX", issuer="UBND")

    assert wrong.value.code == "no-type"
    assert refused(keeping.send, book) == "no-issuer"
    assert keeping.send(book, issuer="UBND").serial == 1


def test_a_mistake_is_cancelled_and_its_number_stays_used(keeping):
    book = keeping.open_outgoing()
    first = keeping.send(book)

    actions.cancel(first, by=keeping.by, at=at(), reason="Nhầm sổ")

    assert keeping.send(book).number == "02/QĐ-UBND"
    assert refused(actions.cancel, first, by=keeping.by, at=at(), reason="Lại") == "cancelled"
    assert Entry.objects.filter(act="correspondence.cancelled", target=f"book:{book.pk}").exists()


def test_a_cancellation_needs_a_reason(keeping):
    one = keeping.receive(keeping.open())

    assert refused(actions.cancel, one, by=keeping.by, at=at(), reason=" ") == "no-reason"


def test_two_books_of_a_unit_never_give_one_number(keeping):
    keeping.send(keeping.open_outgoing(name="Quyết định"))
    general = keeping.open_outgoing(name="Chung")

    assert refused(keeping.send, general) == "number-given"
    assert keeping.send(general, type="KH").number == "01/KH-UBND"


def test_the_database_lets_no_number_be_taken_back_or_given_twice(keeping):
    book = keeping.open()
    one, other = keeping.receive(book), keeping.receive(book)

    with pytest.raises(IntegrityError), transaction.atomic():
        BookEntry.objects.filter(pk=other.pk).update(serial=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookEntry.objects.filter(pk=one.pk).update(serial=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookEntry.objects.filter(pk=one.pk)._raw_delete("default")
    with pytest.raises(IntegrityError), transaction.atomic():
        Book.objects.filter(pk=book.pk).update(year=2026)

    assert [*book.entries.order_by("pk").values_list("serial", flat=True)] == [1, 2]


# --- What comes in -------------------------------------------------------------------------------


def test_a_senders_number_is_kept_as_the_law_writes_it_and_says_the_kind(keeping):
    one = keeping.receive(keeping.open(), number=" 86/kh-UBND ")

    assert (one.number, one.kind) == ("86/KH-UBND", "kế hoạch")


def test_a_number_that_is_none_is_refused_unless_said_to_be_free(keeping):
    book = keeping.open()

    with pytest.raises(Misnumbered):
        keeping.receive(book, number="REF 2025-77")

    free = {"number": "REF 2025-77", "follows_form": False}
    assert refused(keeping.receive, book, **free) == "no-kind"
    assert keeping.receive(book, **free, kind="thư").number == "REF 2025-77"
    assert keeping.receive(book, number="", follows_form=False, kind="thư").serial == 2


def test_a_sender_is_a_unit_or_named_in_words(keeping, world):
    book, tay_mo = keeping.open(), world.unit("TM")

    assert refused(keeping.receive, book, sender="") == "no-sender"
    assert "Tây Mỗ" in keeping.receive(book, sender="", sender_unit=tay_mo).sender


def test_days_come_in_their_order(keeping):
    book = keeping.open()

    assert refused(keeping.receive, book, received=JUNE[11]) == "not-yet"
    assert keeping.receive(book, received=JUNE[10]).serial == 1
    assert refused(keeping.receive, book, issued=JUNE[10]) == "before-issue"
    assert keeping.receive(book, issued=JUNE[9]).serial == 2
    assert refused(keeping.receive, book, due=JUNE[8]) == "due-before"
    assert keeping.receive(book, due=JUNE[9]).due == JUNE[9]


def test_what_came_in_is_passed_on_to_a_unit_and_to_somebody_in_ones_own(keeping, staffed, world):
    one = keeping.receive(keeping.open())
    to = {"by": keeping.by, "at": at()}

    actions.forward(one, **to, unit=world.unit("TM"))
    actions.forward(one, **to, officer=staffed.mai, words="Xin ý kiến")

    told = Forwarding.objects.order_by("pk").values_list("unit__key", "officer__key")
    assert [*told] == [("TM", None), ("DM", "CB01")]
    stray = {"officer": staffed.mai, "unit": world.unit("TM")}
    assert refused(actions.forward, one, **to, **stray) == "not-of-unit"
    assert refused(actions.forward, one, **to) == "no-addressee"


def test_what_goes_out_is_not_passed_on(keeping, world):
    one = keeping.send(keeping.open_outgoing())

    told = refused(actions.forward, one, by=keeping.by, at=at(), unit=world.unit("TM"))

    assert told == "only-incoming"


# --- Amending ------------------------------------------------------------------------------------


def test_what_was_registered_wrongly_is_amended_and_the_record_knows_how_it_stood(keeping):
    one = keeping.receive(keeping.open())

    now = actions.amend(
        one, by=keeping.by, at=at(), changed={"number": "87/KH-UBND", "abstract": "Rà soát chợ"}
    )

    entry = Entry.objects.get(act="correspondence.amended")
    assert (now.number, now.key, now.serial) == ("87/KH-UBND", "87/KH-UBND", 1)
    assert "ra soat cho" in now.plain
    assert entry.facts["was"]["abstract"] == "Rà soát nhà văn hóa"


def test_the_number_of_what_went_out_stays(keeping):
    one = keeping.send(keeping.open_outgoing())
    given = {"by": keeping.by, "at": at()}

    assert refused(actions.amend, one, **given, changed={"number": "9/QĐ-UBND"}) == "number-stays"
    assert refused(actions.amend, one, **given, changed={"kind": "kế hoạch"}) == "unknown-kind"
    assert refused(actions.amend, one, **given, changed={}) == "nothing-changed"
    assert actions.amend(one, **given, changed={"signer": "Mai"}).number == "01/QĐ-UBND"


# --- Instruments ---------------------------------------------------------------------------------


def test_a_document_is_entered_among_the_instruments_where_that_is_said(keeping):
    book = keeping.open_outgoing()

    quiet, entered = keeping.send(book), keeping.send(book, among=Among.ENTER)

    made = Instrument.objects.get(number="02/QĐ-UBND")
    assert quiet.instrument is None
    assert (entered.instrument, made.issued, made.titles["vi"]) == (
        *(made, JUNE[9]),
        "Thành lập tổ công tác",
    )


def test_one_that_stands_there_already_is_linked_only_when_said_to_be_the_same(keeping):
    book = keeping.open_outgoing()
    there = Instrument.objects.create(number="1/QĐ-UBND", issued=JUNE[9], titles={"vi": "Khác"})

    assert refused(keeping.send, book, among=Among.ENTER) == "already-instrument"
    assert keeping.send(book, among=Among.SAME).instrument == there
    assert refused(keeping.send, book, among=Among.SAME) == "no-instrument"


def test_the_instrument_of_another_unit_is_not_taken_for_ones_own(keeping, world):
    other = keeping.open_outgoing(unit=world.unit("TM"))
    keeping.send(other, among=Among.ENTER)

    told = refused(keeping.send, keeping.open_outgoing(), among=Among.SAME)

    assert told == "of-another"
