"""Every operation is a sentence, in both languages, with its units as links."""

import pytest
from django.utils import translation

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import verbs
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
from tinhgon.registry.directory import directory
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import SENTENCES, operation_html, operation_text
from tinhgon.reorganisation.rearrangement.reading import rearrangement

NEW = Unit("N", "commune", "phường", "Mới", "00700", "D019")
OTHER = Unit("K", "commune", "xã", "Khác", "00701", "D019")
LAND = frozenset({Aspect.LAND})
MIXED = (
    Source(unit="TM"),
    Source(unit="MT", extent="part", carries=LAND),
    Source(unit="DM", extent="rest"),
)
SAID = [
    (
        Form(successor=NEW, sources=MIXED),
        "Form Phường Mới from all of Phường Tây Mỗ, a part of Phường Mễ Trì (only land) and the "
        "rest of Phường Đại Mỗ.",
        "Thành lập Phường Mới từ toàn bộ Phường Tây Mỗ, một phần của Phường Mễ Trì (chỉ đất) và "
        "phần còn lại của Phường Đại Mỗ.",
    ),
    (
        Form(successor="TM", sources=(Source(unit="MT"),)),
        "Phường Tây Mỗ takes in all of Phường Mễ Trì.",
        "Phường Tây Mỗ nhận thêm toàn bộ Phường Mễ Trì.",
    ),
    (
        Form(successor="TM", sources=(Source(unit="TM", extent="part"), Source(unit="MT"))),
        "Form Phường Tây Mỗ anew from a part of Phường Tây Mỗ and all of Phường Mễ Trì.",
        "Sắp xếp lại Phường Tây Mỗ từ một phần của Phường Tây Mỗ và toàn bộ Phường Mễ Trì.",
    ),
    (Establish(unit=NEW), "Establish Phường Mới.", "Thành lập mới Phường Mới."),
    (
        Consolidate(sources=("TM", "MT"), successor=NEW),
        "Consolidate Phường Tây Mỗ and Phường Mễ Trì into Phường Mới.",
        "Hợp nhất Phường Tây Mỗ và Phường Mễ Trì thành Phường Mới.",
    ),
    (
        Absorb(into="TM", absorbed=("MT",)),
        "Phường Tây Mỗ absorbs Phường Mễ Trì.",
        "Sáp nhập Phường Mễ Trì vào Phường Tây Mỗ.",
    ),
    (
        Divide(unit="TM", into=(NEW, OTHER), main="N"),
        "Divide Phường Tây Mỗ into Phường Mới and Xã Khác. What no rule places goes to Phường Mới.",
        "Chia Phường Tây Mỗ thành Phường Mới và Xã Khác. Phần không quy tắc nào định nơi nhận thì "
        "thuộc về Phường Mới.",
    ),
    (
        Divide(unit="TM", into=(NEW, OTHER)),
        "Divide Phường Tây Mỗ into Phường Mới and Xã Khác.",
        "Chia Phường Tây Mỗ thành Phường Mới và Xã Khác.",
    ),
    (
        SplitOff(unit="TM", new=NEW),
        "Split off a part of Phường Tây Mỗ as Phường Mới.",
        "Tách một phần của Phường Tây Mỗ để thành lập Phường Mới.",
    ),
    (
        TransferPart(source="TM", to="MT", carries=LAND),
        "Transfer a part of Phường Tây Mỗ (only land) to Phường Mễ Trì.",
        "Điều chỉnh một phần của Phường Tây Mỗ (chỉ đất) sang Phường Mễ Trì.",
    ),
    (
        Rename(unit="TM", name="Tây Tựu"),
        "Rename Phường Tây Mỗ: Phường Tây Tựu.",
        "Đổi tên Phường Tây Mỗ thành Phường Tây Tựu.",
    ),
    (
        Reclassify(unit="TM", kind="xã"),
        "Phường Tây Mỗ becomes Xã Tây Mỗ.",
        "Phường Tây Mỗ trở thành Xã Tây Mỗ.",
    ),
    (
        Convert(unit="TM", kind="xã"),
        "Convert Phường Tây Mỗ into Xã Tây Mỗ.",
        "Chuyển đổi loại hình Phường Tây Mỗ thành Xã Tây Mỗ.",
    ),
    (
        Recode(unit="TM", code="00702"),
        "Give Phường Tây Mỗ the code 00702.",
        "Cấp mã 00702 cho Phường Tây Mỗ.",
    ),
    (
        Recode(unit="TM", code=None),
        "Take the code of Phường Tây Mỗ away.",
        "Bỏ mã của Phường Tây Mỗ.",
    ),
    (
        ChangeLevel(unit="D268", successor=NEW),
        "Change the level of Quận Hà Đông: Phường Mới (commune).",
        "Chuyển cấp Quận Hà Đông thành Phường Mới (xã, phường, thị trấn, đặc khu).",
    ),
    (
        Move(unit="TM", parent="P01"),
        "Place Phường Tây Mỗ directly under Thành phố Hà Nội.",
        "Chuyển Phường Tây Mỗ về trực thuộc Thành phố Hà Nội.",
    ),
    (
        Move(unit="TM", parent=None),
        "Place Phường Tây Mỗ at the top, under no other.",
        "Đặt Phường Tây Mỗ ở cấp cao nhất, không trực thuộc đơn vị nào.",
    ),
    (
        Move(unit="TM", parent="P01", hierarchy="unheard-of"),
        "Place Phường Tây Mỗ under Thành phố Hà Nội (unheard-of).",
        "Chuyển Phường Tây Mỗ về dưới Thành phố Hà Nội (unheard-of).",
    ),
    (Dissolve(unit="TM"), "Dissolve Phường Tây Mỗ.", "Giải thể Phường Tây Mỗ."),
    (
        Conclude(unit="TM"),
        "Phường Tây Mỗ ends, all its parts having gone where this package says.",
        "Phường Tây Mỗ kết thúc hoạt động sau khi mọi phần đã chuyển đến các nơi nêu trong gói "
        "này.",
    ),
    (
        AbolishLevel(level="district"),
        "End the level of districts with all its units.",
        "Kết thúc hoạt động của cấp quận, huyện, thị xã, thành phố thuộc tỉnh cùng mọi đơn vị của "
        "cấp này.",
    ),
]


@pytest.fixture
def names(draft):
    package = draft("any", Rename(unit="XP", name="Xuân Phương 2"))
    return Names(rearrangement(package), directory().jurisdiction, entered=False)


def test_every_verb_has_a_sentence():
    assert {*SENTENCES} == {*verbs()} == {operation.verb for operation, _, _ in SAID}


@pytest.mark.parametrize(("operation", "english", "vietnamese"), SAID)
def test_an_operation_is_said_in_both_languages(names, operation, english, vietnamese):
    with translation.override("en"):
        assert operation_text(operation, names) == english
    with translation.override("vi"):
        assert operation_text(operation, names) == vietnamese


def test_units_that_stand_are_links_and_those_to_come_are_not(names):
    said = operation_html(Consolidate(sources=("TM", "MT"), successor=NEW), names)

    assert '<a href="/units/TM/?on=2025-06-30">Phường Tây Mỗ</a>' in said
    assert "Phường Mới" in said.rpartition("</a>")[2]


def test_a_name_cannot_bring_markup_with_it(names):
    operation = Rename(unit="TM", name="<b>Tây & Mỗ</b>")

    assert "&lt;b&gt;Tây &amp; Mỗ&lt;/b&gt;" in operation_html(operation, names)
    assert "<b>Tây & Mỗ</b>" in operation_text(operation, names)


def test_a_unit_that_nobody_knows_is_called_by_its_key(names):
    operation = Reclassify(unit="nirgends", kind="xã")

    assert "nirgends" in operation_text(operation, names)
