"""Where names of bodies, groups and persons end in a sentence."""

import pytest

from tinhgon.domain.documents.directions.agencies import Names, written_out
from tinhgon.domain.documents.directions.drafts import Agency
from tinhgon.domain.documents.directions.tests.measuring import names
from tinhgon.domain.documents.directions.tokens import tokens_of


def listed(text: str) -> tuple[Agency, ...]:
    return Names(text, tokens_of(text)).listed(0).agencies


@pytest.mark.parametrize(
    "name",
    [
        "Sở Nội vụ",
        "Sở Công Thương",
        "Sở Y tế",
        "Sở Nông nghiệp và Môi trường",
        "Sở Văn hóa, Thể thao và Du lịch",
        "UBND Thành phố",
        "UBND phường Ba Đình",
        "Ủy ban nhân dân xã Sóc Sơn",
        "Văn phòng UBND Thành phố",
        "Văn phòng HĐND và UBND phường",
        "Ban Tổ chức Thành ủy",
        "Ban Tuyên giáo và Dân vận Thành ủy",
        "Đảng ủy UBND Thành phố",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Trung tâm Phục vụ hành chính công Thành phố",
        "Ban Quản lý phố cổ Hà Nội",
        "Kho bạc Nhà nước khu vực I",
        "Công an Thành phố",
        "UBND các xã, phường",
        "các sở, ban, ngành",
        "các cơ quan, đơn vị có liên quan",
        "Giám đốc Sở Y tế",
        "Chủ tịch UBND các xã, phường",
        "đồng chí Nguyễn Văn Bình, Phó Chủ tịch UBND Thành phố",
        "đồng chí Phó Chủ tịch UBND Thành phố phụ trách khối",
        "đồng chí Phó Bí thư Đảng ủy phụ trách lĩnh vực kinh tế",
        "các chi bộ trực thuộc",
        "Ban Tiếp công dân Thành phố",
        "Chi bộ Trường Tiểu học Ba Đình",
        "UBND các xã: Hoài Đức, Mê Linh",
        "các cấp ủy, tổ chức đảng",
    ],
)
@pytest.mark.parametrize("behind", ["rà soát biên chế", "khẩn trương báo cáo", ", báo cáo"])
def test_a_name_ends_before_the_verb(name: str, behind: str) -> None:
    assert names(listed(f"{name} {behind}")) == [name]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sở Nội vụ, Sở Y tế và Công an Thành phố", ["Sở Nội vụ", "Sở Y tế", "Công an Thành phố"]),
        ("các Sở: Nội vụ, Giáo dục và Đào tạo", ["Sở Nội vụ", "Sở Giáo dục và Đào tạo"]),
        ("các sở Nội vụ, Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        (
            "UBND các phường Hoàn Kiếm, Cửa Nam; Sở Y tế",
            ["UBND các phường Hoàn Kiếm, Cửa Nam", "Sở Y tế"],
        ),
    ],
)
def test_names_after_one_another(text: str, named: list[str]) -> None:
    assert names(listed(text)) == named


def test_a_short_form_in_brackets_is_no_part_of_a_name() -> None:
    text = "Tổng công ty Điện lực Hà Nội (EVNHANOI), Sở Công Thương rà soát"

    assert names(listed(text)) == ["Tổng công ty Điện lực Hà Nội", "Sở Công Thương"]


def test_behind_a_colon_a_group_may_be_told_what_to_do() -> None:
    assert names(listed("UBND các xã, phường: Lập Tổ công tác")) == ["UBND các xã, phường"]


def test_a_group_is_known_to_be_one() -> None:
    (group,) = listed("UBND các xã, phường rà soát")

    assert group.is_group


def test_whoever_heads_a_body_stands_for_it() -> None:
    (director,) = listed("Giám đốc Sở Y tế báo cáo")

    assert director.body == "Sở Y tế"


@pytest.mark.parametrize("text", ["Thành phố phấn đấu", "hội nghị đánh giá cao", "Nghị quyết này"])
def test_what_is_no_body_is_none(text: str) -> None:
    assert listed(text) == ()


def test_short_forms_are_written_out() -> None:
    assert written_out("VP UBND TP") == "Văn phòng Ủy ban nhân dân Thành phố"
