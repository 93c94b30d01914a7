"""The annexes say what the plan says: nothing more, nothing less."""

from datetime import date

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.models import Evidence
from tinhgon.reorganisation.papers.tests.reading import rows, taken_by, taken_in, text
from tinhgon.reorganisation.queries import plan_values

REFORM = "1656-nq-ubtvqh15"
CODES = {"DM": "00634", "TM": "00637", "MT": "00632", "DN": "09886"}
NEW_CODES = {"TM-new": "00634", "DM-new": "00637", "DN-new": "09886"}


def test_every_successor_source_extent_and_clause_stands_in_the_annex_once(package, docx):
    found = taken_in(docx("reform", "annexes"))

    assert found == taken_by(plan_values(package), CODES | NEW_CODES)
    assert set(found.values()) == {1}
    assert len(found) == 6


def test_what_takes_nothing_stands_beneath(package, docx):
    others = rows(docx("reform", "annexes").tables[1])

    assert others == [
        ["1", "Chuyển phường Xuân Phương về trực thuộc thành phố Hà Nội.", "Nội dung thứ 4"],
        [
            "2",
            "Kết thúc hoạt động của phường Đại Mỗ sau khi sắp xếp theo quy định tại "
            "Điều 1 khoản 1, Điều 1 khoản 2, Điều 1 khoản 3.",
            "Nội dung thứ 5",
        ],
    ]


def test_what_is_taken_of_a_unit_is_said_unless_it_is_all(package, docx):
    sources = [row[3] for row in rows(docx("reform", "annexes").tables[0])]

    assert sources == [
        "Một phần của phường Đại Mỗ (00634)\nToàn bộ phường Tây Mỗ (00637)",
        "Một phần của phường Đại Mỗ (00634)\nToàn bộ phường Mễ Trì (00632)",
        "Một phần diện tích tự nhiên của phường Đại Mỗ (00634)\nToàn bộ phường Dương Nội (09886)",
    ]


def test_a_rest_is_called_so_and_a_new_unit_without_sources_too(draft, docx):
    new = Unit("A", "commune", "phường", "An", "00001", "P01")
    other = Unit("B", "commune", "phường", "Bình", "00002", "P01")
    parts = (Source(unit="DM", extent=Extent.PART), Source(unit="TM", extent=Extent.REST))
    draft("thu", Form(successor=new, sources=parts), Establish(unit=other))

    table = rows(docx("thu", "annexes").tables[0])

    assert table[0][2:] == [
        "00001",
        "Một phần của phường Đại Mỗ (00634)\nPhần còn lại của phường Tây Mỗ (00637)",
        "Nội dung thứ 1",
    ]
    assert table[1][2:] == ["00002", "Thành lập mới", "Nội dung thứ 2"]


def test_a_clause_is_told_where_there_is_one_and_never_made_up(draft, docx):
    draft(
        "mixed",
        Rename(unit="TM", name="Tây Mỗ 2", clause="Điều 1 khoản 55"),
        Rename(unit="MT", name="Mễ Trì 2"),
    )

    said = [row[2] for row in rows(docx("mixed", "annexes").tables[0])]

    assert said == ["Điều 1 khoản 55", "Nội dung thứ 2"]


def test_units_that_end_are_listed_with_who_takes_over(in_effect, docx):
    ended = rows(docx("reform", "annexes").tables[3])

    assert ended[1] == [
        "2",
        "Phường Đại Mỗ",
        "00634",
        "Quận Nam Từ Liêm",
        "Phường Tây Mỗ (một phần)\nPhường Đại Mỗ (một phần)\nPhường Dương Nội (một phần)",
    ]
    assert [row[2] for row in ended] == ["00632", "00634", "00637", "019", "09886", "268"]


def test_where_no_unit_ends_this_is_said(draft, docx):
    draft("thu", Establish(unit=Unit("A", "commune", "phường", "An", "00001", "P01")))

    assert "Không có đơn vị nào kết thúc hoạt động." in text(docx("thu", "annexes"))


def test_numbers_before_and_after_stand_side_by_side(package, docx):
    counts = rows(docx("reform", "annexes").tables[4])

    assert counts == [
        ["Quận, huyện, thị xã, thành phố thuộc tỉnh", "2", "0", "−2", "−100,0%"],
        ["Xã, phường, thị trấn, đặc khu", "5", "4", "−1", "−20,0%"],
    ]


def test_facts_are_told_as_recorded_and_what_is_missing_as_missing(package, docx):
    Evidence.objects.create(
        package=package,
        fact="household-opinion",
        agreeing=980,
        asked=1000,
        document="12/BC-UBND",
        at="2025-06-01T00:00:00+07:00",
        by_name="Phạm Thu Hương",
        on=date(2025, 6, 1),
    )

    facts = rows(docx("reform", "annexes").tables[5])

    assert facts[0][1:] == [
        "Lấy ý kiến Nhân dân (cử tri đại diện hộ gia đình)",
        "Toàn bộ phương án",
        "980/1.000 (98,0%)",
        "12/BC-UBND\n01/06/2025",
    ]
    assert facts[1][3:] == ["Chưa ghi nhận", "–"]


def test_what_blocks_or_must_be_explained_is_listed_with_what_to_do(draft, docx):
    draft("lost", Dissolve(unit="XYZ"))

    found = rows(docx("lost", "annexes").tables[-2])

    assert found[0][1] == "Chặn"
    assert found[0][2].startswith("XYZ")


def test_each_of_several_plans_has_annexes_of_its_own(package, docx):
    levels, wards = (docx("reform", f"annexes-{one}") for one in ("203-2025-qh15", REFORM))

    assert [row[1] for row in rows(levels.tables[1])] == ["Quận Nam Từ Liêm", "Quận Hà Đông"]
    assert "(Kèm theo Nghị quyết 1656/NQ-UBTVQH15)" in text(wards)
    assert len(taken_in(wards)) == 6
    assert not taken_in(levels)
    assert rows(wards.tables[3])[0][:3] == ["Xã, phường, thị trấn, đặc khu", "5", "4"]
