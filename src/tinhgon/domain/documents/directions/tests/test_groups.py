"""Of whom a group consists that a text names."""

import pytest

from tinhgon.domain.documents.directions.groups import Group, read_group

COMMITTEE = "ủy ban nhân dân"


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("UBND các xã, phường", Group(head=COMMITTEE, members=("xã", "phường"))),
        ("Uỷ ban nhân dân các phường", Group(head=COMMITTEE, members=("phường",))),
        ("Đảng ủy các xã, phường", Group(head="đảng ủy", members=("xã", "phường"))),
        ("các sở, ban, ngành", Group(members=("sở", "ban", "ngành"))),
        ("các sở, ngành Thành phố", Group(members=("sở", "ngành"))),
        ("tất cả các xã, phường và đặc khu", Group(members=("xã", "phường", "đặc khu"))),
        (
            "UBND các phường Hoàn Kiếm, Cửa Nam và Ba Đình",
            Group(
                head=COMMITTEE,
                members=("phường",),
                names=("hoàn kiếm", "cửa nam", "ba đình"),
            ),
        ),
        ("các cơ quan, đơn vị có liên quan", Group(members=("cơ quan", "đơn vị"))),
    ],
)
def test_the_words_of_a_group_say_who_is_meant(name: str, group: Group) -> None:
    assert read_group(name) == group


@pytest.mark.parametrize("name", ["Sở Nội vụ", "UBND phường Ba Đình", "Thành phố", ""])
def test_what_is_no_group_is_none(name: str) -> None:
    assert read_group(name) is None
