"""Operations in the wording of instruments, and the clauses in which they stand."""

import pytest

from tinhgon.documents.papers.value import plain
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.units import Unit

TERRITORY = frozenset({Aspect.LAND, Aspect.PEOPLE})
NEW = Unit("A", "commune", "phường", "An", "00001", "P01")
OTHER = Unit("B", "commune", "xã", "Bình", "00002", "P01")


@pytest.fixture
def articles(draft, made):
    """What the draft decision of some operations says in its first article."""

    def said(*operations):
        draft("thu", *operations)
        lines = [plain(one) for one in made("thu", "decision").texts()]
        return lines[lines.index("Điều 1. Nội dung sắp xếp") + 1 :]

    return said


def whole(unit):
    return Source(unit=unit, carries=TERRITORY)


def test_sources_taken_alike_stand_in_one_phrase(articles):
    first, *_others = articles(Form(successor=NEW, sources=(whole("TM"), whole("MT"), whole("DN"))))

    assert first == (
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của phường Tây Mỗ, phường Mễ Trì và "
        "phường Dương Nội thành phường mới có tên gọi là phường An."
    )


def test_what_is_taken_whole_is_said_first(articles):
    part = Source(unit="DM", extent=Extent.PART, carries=TERRITORY)
    sources = (part, whole("TM"), whole("MT"))

    first, *_others = articles(Form(successor=NEW, sources=sources))

    assert first == (
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của phường Tây Mỗ, phường Mễ Trì và "
        "một phần diện tích tự nhiên, quy mô dân số của phường Đại Mỗ thành phường mới có tên gọi "
        "là phường An."
    )


def test_a_rest_says_where_the_other_parts_go(articles):
    part = Source(unit="DM", extent=Extent.PART, carries=TERRITORY)
    rest = Source(unit="DM", extent=Extent.REST, carries=TERRITORY)
    found = articles(
        Form(successor=NEW, sources=(rest, whole("TM"))),
        Form(successor=OTHER, sources=(part, whole("MT"))),
    )

    assert found[0] == (
        "1. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của phường Tây Mỗ và phần còn lại "
        "về diện tích tự nhiên, quy mô dân số của phường Đại Mỗ sau khi sắp xếp theo quy định tại "
        "khoản 2 Điều này thành phường mới có tên gọi là phường An."
    )
    assert found[1].endswith("thành xã mới có tên gọi là xã Bình.")


def test_one_that_goes_on_takes_in_others(articles):
    first, *_others = articles(Form(successor="TM", sources=(whole("MT"),)))

    assert first == (
        "1. Phường Tây Mỗ nhận thêm toàn bộ diện tích tự nhiên, quy mô dân số của phường Mễ Trì."
    )


def test_operations_stand_by_their_clauses_and_the_others_follow(articles):
    found = articles(
        Rename(unit="XP", name="Xuân Phương 2"),
        Rename(unit="TM", name="Tây Mỗ 2", clause="Điều 1 khoản 10"),
        Rename(unit="MT", name="Mễ Trì 2", clause="Điều 1 khoản 2"),
    )

    assert [line.split(" ")[0] for line in found[:3]] == ["2.", "10.", "11."]
    assert found[2] == "11. Đổi tên phường Xuân Phương thành phường Xuân Phương 2."


def test_operations_of_one_clause_stand_in_one_item(articles):
    found = articles(
        Rename(unit="TM", name="Tây Mỗ 2", clause="Điều 1 khoản 1"),
        Rename(unit="MT", name="Mễ Trì 2", clause="Điều 1 khoản 1"),
    )

    assert found[0] == (
        "1. Đổi tên phường Tây Mỗ thành phường Tây Mỗ 2. "
        "Đổi tên phường Mễ Trì thành phường Mễ Trì 2."
    )


def test_units_that_end_after_their_parts_stand_in_one_item_at_the_end(articles):
    parts = (Source(unit="DM", extent=Extent.PART), Source(unit="DN", extent=Extent.PART))
    found = articles(
        Conclude(unit="DM"),
        Conclude(unit="DN"),
        Form(successor=NEW, sources=parts),
        Rename(unit="XP", name="Xuân Phương 2"),
    )

    assert [line.split(" ")[0] for line in found[:2]] == ["1.", "2."]
    assert found[2] == (
        "3. Kết thúc hoạt động của phường Đại Mỗ và phường Dương Nội sau khi sắp xếp theo quy định "
        "tại Điều này."
    )


def test_a_unit_that_ends_although_nothing_of_it_goes_anywhere_is_told_plainly(articles):
    first, *_others = articles(Conclude(unit="DM"))

    assert first.startswith("1. Phường Đại Mỗ kết thúc hoạt động")
