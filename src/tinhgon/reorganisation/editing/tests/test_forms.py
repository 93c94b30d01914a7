"""Forms of operations: made of what stands, sent, read by the core, refused at the right box."""

import pytest
from django.utils.translation import override

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.documents import operation_document
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.convert import Convert
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.split_off import SplitOff
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.editing.making import (
    form_of,
    new_form,
    sent_form,
    typed_form,
    with_row,
    without_row,
)
from tinhgon.reorganisation.editing.tests.conftest import sent_by
from tinhgon.reorganisation.editing.verbs import VERBS

pytestmark = pytest.mark.django_db

PLAN = "1656-nq-ubtvqh15"
NEW = Unit("new", "commune", "phường", "Miêu Nha", "00999", "P01")
OTHER = Unit("other", "commune", "xã", "Đại Linh", None, "P01")
LAND = frozenset({Aspect.LAND})

OPERATIONS = (
    Form(
        successor=NEW,
        sources=(
            Source(unit="TM", extent=Extent.WHOLE, main=True),
            Source(unit="DM", extent=Extent.PART, carries=LAND),
            Source(unit="MT", extent=Extent.REST, carries=frozenset(Aspect)),
        ),
        clause="Điều 1 khoản 2",
    ),
    Form(successor="XP", sources=(Source(unit="DM", extent=Extent.PART),)),
    Establish(unit=NEW),
    Consolidate(successor=NEW, sources=("TM", "MT")),
    Absorb(into="TM", absorbed=("MT", "DM")),
    Divide(unit="DM", into=(NEW, OTHER), main="other"),
    Divide(unit="DM", into=(NEW, OTHER)),
    SplitOff(unit="DM", new=NEW, carries=LAND),
    SplitOff(unit="DM", new=NEW),
    TransferPart(source="DM", to="TM", carries=LAND),
    Rename(unit="MT", name="Mễ Trì Hạ"),
    Reclassify(unit="MT", kind="xã"),
    Convert(unit="MT", kind="xã"),
    Recode(unit="MT", code="00001"),
    Recode(unit="MT", code=None),
    ChangeLevel(unit="D019", successor=NEW),
    Move(unit="MT", parent="D268"),
    Move(unit="MT", parent="TM-new", hierarchy="party"),
    Move(unit="P01", parent=None),
    Dissolve(unit="MT"),
    Conclude(unit="DM"),
    AbolishLevel(level="district"),
)


def test_every_verb_is_among_them():
    assert {operation.verb for operation in OPERATIONS} == VERBS.keys()


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.verb)
def test_what_is_shown_says_the_same_when_it_is_sent(draft, operation):
    shown = form_of(draft, operation)

    sent = sent_form(draft, operation.verb, sent_by(shown))

    assert sent.operation() == operation


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_an_empty_form_says_nothing_and_what_is_missing(draft, verb):
    empty = new_form(draft, verb, PLAN)

    sent = sent_form(draft, verb, {"verb": verb})

    assert sent.operation() is None
    assert list(sent.all_errors())
    assert not list(empty.all_errors())


def test_what_is_not_asked_of_a_unit_stays(draft):
    kept = next(one.operation for one in draft.said if one.operation.verb == "form")
    data = sent_by(form_of(draft, kept)) | {"successor-name": "Tây Mỗ Mới"}

    said = sent_form(draft, "form", data).operation()

    assert said.successor.location == kept.successor.location
    assert said.successor.key == kept.successor.key
    assert said.successor.name == "Tây Mỗ Mới"


def test_a_new_unit_gets_a_key_of_its_own(draft):
    data = {"unit-name": "Miêu Nha", "unit-kind": "commune:phường", "unit-parent": "P01"}

    said = sent_form(draft, "establish", data).operation()

    assert said.unit.key == "N-reform-1"
    assert (said.unit.level, said.unit.kind, said.unit.parent) == ("commune", "phường", "P01")


def test_new_units_begin_like_the_last_of_their_plan(draft):
    form = new_form(draft, "establish", PLAN)

    new = form.sections[0].forms[0]

    assert new["kind"].value() == "commune:phường"
    assert new["parent"].value().text == "Thành phố Hà Nội"


def test_a_name_that_several_bear_offers_all_of_them(draft):
    form = sent_form(draft, "dissolve", {"unit": "Đại Mỗ"})

    assert form.operation() is None
    box = form.sections[0].forms[0].fields["unit"].widget
    assert [key for key, _name in box.candidates] == ["DM-new", "DM"]


def test_the_one_that_was_chosen_is_meant(draft):
    said = sent_form(draft, "dissolve", {"unit": "Đại Mỗ", "unit_key": "DM"}).operation()

    assert said == Dissolve(unit="DM")


def test_a_key_that_was_picked_for_another_name_does_not_count(draft):
    said = sent_form(draft, "dissolve", {"unit": "Mễ Trì", "unit_key": "DM"}).operation()

    assert said == Dissolve(unit="MT")


def test_what_the_core_refuses_stands_at_its_rows(draft):
    data = {"into": "TM", "absorbed-rows": "2", "absorbed-0-unit": "MT", "absorbed-1-unit": "MT"}

    form = sent_form(draft, "absorb", data)

    assert form.operation() is None
    assert len(form.sections[1].errors) == 1


def test_blank_rows_are_left_out(draft):
    data = {"into": "TM", "absorbed-rows": "3", "absorbed-1-unit": "MT"}

    assert sent_form(draft, "absorb", data).operation() == Absorb(into="TM", absorbed=("MT",))


def test_while_somebody_types_rows_that_mean_nothing_yet_are_left_out(draft):
    data = {"into": "TM", "absorbed-rows": "2", "absorbed-0-unit": "MT", "absorbed-1-unit": "Kh"}

    said, still_open = sent_form(draft, "absorb", data).so_far()

    assert said == Absorb(into="TM", absorbed=("MT",))
    assert len(still_open) == 1


def test_a_row_more_keeps_what_was_typed(draft):
    data = {"into": "chưa rõ", "absorbed-rows": "1", "absorbed-0-unit": "Mễ"}

    form = with_row(typed_form(draft, "absorb", data), "absorbed")

    into, absorbed = form.sections
    assert into.forms[0]["into"].value().text == "chưa rõ"
    assert [row["unit"].value().text for row in absorbed.forms] == ["Mễ", ""]
    assert not list(form.all_errors())


def test_a_row_less_lets_the_others_move_up(draft):
    form = form_of(draft, OPERATIONS[0])

    data = without_row(_sent(form), "sources", 0)

    said = sent_form(draft, "form", data).operation()
    assert said.sources == OPERATIONS[0].sources[1:]


def test_another_verb_keeps_what_it_asks_too(draft):
    data = sent_by(form_of(draft, Consolidate(successor=NEW, sources=("TM", "MT"))))

    form = typed_form(draft, "form", data)

    assert [row["unit"].value().key for row in form.sections[1].forms] == ["TM", "MT"]


def test_a_kind_that_the_law_no_longer_knows_is_not_offered(draft):
    kinds = str(new_form(draft, "establish", PLAN).sections[0].forms[0]["kind"])

    assert "commune:phường" in kinds
    assert "thị trấn" not in kinds


def test_a_document_is_as_documented(draft):
    data = {"unit": "MT", "name": "Mới", "clause": "Điều 2"}

    said = sent_form(draft, "rename", data).operation()

    assert operation_document(said) == {
        "verb": "rename",
        "unit": "MT",
        "name": "Mới",
        "clause": "Điều 2",
    }


def _sent(form):
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update(sent_by(form))
    return data


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("phường Miêu Nha", "Miêu Nha"), ("Phường Hội", "Phường Hội"), ("phường", "phường")],
)
def test_the_kind_before_a_name_is_not_part_of_it(draft, typed, kept):
    data = {"unit-name": typed, "unit-kind": "commune:phường", "unit-parent": "P01"}

    assert sent_form(draft, "establish", data).operation().unit.name == kept


def test_what_is_taken_is_told_in_vietnamese(draft):
    source = Source(unit="TM", extent=Extent.WHOLE, main=True)
    _successor, sources = form_of(draft, Form(successor=NEW, sources=(source,))).sections

    with override("vi"):
        assert sources.forms[0].taken == "Không nêu phần lấy; phần chính"
