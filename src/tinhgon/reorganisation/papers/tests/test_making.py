"""Papers by name: their heads, stamps, seals, forms, and what they leave to people."""

from datetime import date

import pytest
from django.utils.translation import get_language, override

from tinhgon.documents.papers.value import plain
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.models import Plan, Sealing
from tinhgon.reorganisation.papers import contents
from tinhgon.reorganisation.papers.framing import subject
from tinhgon.reorganisation.papers.making import NoSuchPaper
from tinhgon.reorganisation.papers.tests.reading import text

DRAFT_DECISION = "decision-1656-nq-ubtvqh15"


def said(paper):
    return [plain(one) for one in paper.texts()]


@pytest.fixture
def sealed(package):
    """The reform with a seal."""
    Sealing.objects.create(
        package=package,
        at="2025-06-10T08:00:00+07:00",
        by_name="Lê Quốc Hùng",
        on=date(2025, 6, 10),
        digest="0123456789abcdef" * 4,
        contents={},
    )
    return package


def test_a_submission_stands_in_the_state_s_form(package, docx):
    lines = text(docx("reform", "submission")).split("\n")

    assert lines[:9] == [
        "ỦY BAN NHÂN DÂN",
        "THÀNH PHỐ HÀ NỘI",
        "",
        "Số: ………/TTr-UBND",
        "DỰ THẢO lần 1",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        "Hà Nội, ngày …… tháng …… năm ………",
    ]
    assert lines[9:11] == ["TỜ TRÌNH", "Về việc sắp xếp 2025"]
    assert "Kính gửi: Hội đồng nhân dân thành phố Hà Nội" in lines


def test_a_submission_stands_in_the_party_s_form(package, docx):
    lines = text(docx("reform", "submission", form="party")).split("\n")

    assert lines[:4] == ["THÀNH ỦY HÀ NỘI", "*", "Số ………-TTr/TU", "DỰ THẢO lần 1"]
    assert lines[4] == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" not in lines
    assert "Kính gửi: Bộ Chính trị, Ban Bí thư" in lines
    assert lines.index("T/M BAN THƯỜNG VỤ") < lines.index("BÍ THƯ")


def test_the_head_or_a_deputy_signs(package, made):
    head, deputy = made("reform", "scheme"), made("reform", "scheme", by_deputy=True)

    assert head.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert deputy.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_those_written_to_have_a_copy(package, made):
    assert made("reform", "submission").signature.copies[1] == "Như trên;"
    assert "Như trên;" not in made("reform", DRAFT_DECISION).signature.copies


def test_a_draft_says_so_with_its_edition(package, made):
    package.edition = 7
    package.save()

    paper = made("reform", "scheme")

    assert paper.stamp == "DỰ THẢO lần 7"
    assert paper.trace == "Gói phương án reform, bản thứ 7"


def test_a_sealed_paper_bears_the_seal_and_is_no_draft(sealed, made):
    paper = made("reform", "scheme")

    assert paper.stamp == ""
    assert paper.trace == "Gói phương án reform, bản thứ 1; niêm phong 0123456789abcdef"


def test_a_draft_decision_says_each_operation_in_its_clause(package, made):
    lines = said(made("reform", DRAFT_DECISION))

    begin = lines.index("Điều 1. Nội dung sắp xếp")
    assert lines[begin + 3 : begin + 7] == [
        "3. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của phường Dương Nội và một phần "
        "diện tích tự nhiên của phường Đại Mỗ thành phường mới có tên gọi là phường Dương Nội.",
        "4. Chuyển phường Xuân Phương về trực thuộc thành phố Hà Nội.",
        "5. Kết thúc hoạt động của phường Đại Mỗ sau khi sắp xếp theo quy định tại khoản 1, "
        "khoản 2, khoản 3 Điều này.",
        "Sau khi sắp xếp, thành phố Hà Nội có 4 phường.",
    ]
    assert lines[begin + 7] == "Điều 2. Hiệu lực thi hành"
    assert lines[begin + 9] == (
        "2. Các đơn vị hình thành sau sắp xếp theo Nghị quyết này chính thức hoạt động từ "
        "ngày 01 tháng 7 năm 2025."
    )


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("Sắp xếp các xã", "Về việc sắp xếp các xã"),
        ("Về việc sắp xếp", "Về việc sắp xếp"),
        ("Hà Nội sắp xếp các xã", "Về việc Hà Nội sắp xếp các xã"),
        ("Quốc hội: sửa đổi Hiến pháp", "Về việc sửa đổi Hiến pháp"),
    ],
)
def test_a_title_becomes_what_the_paper_is_about(title, begins):
    with override("vi"):
        assert subject("", title) == begins


MARK = (
    "Bản do phần mềm lập từ phương án, không phải văn bản chính thức.",
    "Made by software from the plan. Not an official document.",
    "Theo Nghị quyết số 1656/NQ-UBTVQH15 ngày 16/06/2025; khi viện dẫn, dùng văn bản đó.",
)


def test_the_number_and_the_day_of_an_issued_instrument_are_not_put_on_our_own_text(package, made):
    head = made("reform", DRAFT_DECISION).head

    assert head.body == ("ỦY BAN THƯỜNG VỤ", "QUỐC HỘI")
    assert head.number == "Số: ………/NQ-UBTVQH………"
    assert head.place_and_day == "Hà Nội, ngày …… tháng …… năm ………"


def test_a_draft_decision_says_that_it_is_not_official_and_which_is(package, made):
    paper = made("reform", DRAFT_DECISION)

    assert (paper.stamp, paper.mark) == ("DỰ THẢO lần 1", MARK)


def test_it_says_so_after_effect_too_as_do_its_annexes(in_effect, made):
    decision, annexes = made("reform", DRAFT_DECISION), made("reform", "annexes-1656-nq-ubtvqh15")

    assert (decision.stamp, decision.mark) == ("DỰ THẢO", MARK)
    assert (annexes.stamp, annexes.mark) == ("DỰ THẢO", MARK)


def test_where_nothing_is_issued_it_names_no_other_text(draft, made):
    draft("renamed", Rename(unit="TM", name="Tây Mỗ 2"))
    Plan.objects.update(instrument=None)

    assert made("renamed", "decision").mark == MARK[:2]


def test_a_scheme_is_what_it_says_it_is(in_effect, made):
    assert (made("reform", "scheme").stamp, made("reform", "scheme").mark) == ("", ())


def test_the_mark_stands_above_every_page_and_beside_the_head(in_effect, docx):
    document = docx("reform", DRAFT_DECISION)

    (section,) = document.sections
    above = [section.first_page_header.paragraphs[0].text, section.header.paragraphs[1].text]
    assert above == [" · ".join(MARK)] * 2
    assert set(MARK) < set(text(document).split("\n"))


def test_where_a_level_ends_the_assembly_decides(package, made):
    assert made("reform", "decision-203-2025-qh15").head.body == ("QUỐC HỘI",)


def test_a_package_of_one_plan_has_one_draft_decision(draft, made):
    draft("renamed", Rename(unit="TM", name="Tây Mỗ 2"))

    head = made("renamed", "decision").head
    assert head.body == ("HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ HÀ NỘI")
    assert head.number == "Số: ………/NQ-HĐND"


def test_without_an_instrument_the_level_says_who_decides_and_dots_stand_for_the_number(
    draft, made
):
    draft("renamed", Rename(unit="TM", name="Tây Mỗ 2"))
    Plan.objects.update(instrument=None)

    head = made("renamed", "decision").head

    assert head.body == ("ỦY BAN THƯỜNG VỤ", "QUỐC HỘI")
    assert head.number == "Số: ………/NQ-UBTVQH………"
    assert head.place_and_day == "Hà Nội, ngày …… tháng …… năm ………"


def test_a_name_that_is_none_is_refused_with_those_there_are(package, made):
    with pytest.raises(NoSuchPaper) as refused:
        made("reform", "decision")

    assert refused.value.names == (
        "scheme",
        "submission",
        "annexes",
        DRAFT_DECISION,
        "annexes-1656-nq-ubtvqh15",
        "decision-203-2025-qh15",
        "annexes-203-2025-qh15",
    )


def test_papers_are_vietnamese_whatever_is_spoken(package, made):
    with override("en"):
        paper = made("reform", "scheme")

        assert paper.title == "ĐỀ ÁN"
        assert "II. HIỆN TRẠNG" in said(paper)
        assert get_language() == "en"


def test_figures_are_those_of_the_plan(package, made):
    lines = said(made("reform", "scheme"))

    assert "Đến hết ngày 30 tháng 6 năm 2025, thành phố Hà Nội có 2 quận và 5 phường." in lines
    assert "Trong đó, 1 đơn vị được chia cho nhiều đơn vị tiếp nhận." in lines


def test_a_paper_asks_the_database_a_few_times(in_effect, made, django_assert_max_num_queries):
    made("reform", "scheme")

    with django_assert_max_num_queries(16):
        made("reform", "scheme")


def test_what_is_asked_of_many_units_is_told_in_sum(package, made, monkeypatch):
    monkeypatch.setattr(contents, "MOST_NAMED", 0)

    lines = said(made("reform", "submission"))

    assert (
        "– Biểu quyết của Hội đồng nhân dân: đã ghi nhận 0 trong số 1 đơn vị; "
        "chi tiết tại Phụ lục IV." in lines
    )
