"""The picture of a flow: what is placed is drawn, links lead on, nothing in a name is markup."""

from bs4 import BeautifulSoup

from tinhgon.ui.flow import Link, Node, flow
from tinhgon.ui.flow_picture import flow_picture

OLD = Node(key="old", label="Phường Trúc Bạch", note="00004, toàn bộ", url="/units/old/")
NEW = Node(key="new", label="Phường <Ba Đình>", marked=True)
WHOLE = Link(source="old", target="new", says="Trúc Bạch → Ba Đình: <toàn bộ>")
PART = Link(source="old", target="new", whole=False, marked=True)


def drawn(*links, **options):
    picture = flow_picture(flow([OLD], [NEW], links), "Một phường thành một", **options)
    return BeautifulSoup(picture, "html.parser").svg


def test_a_picture_says_what_it_shows():
    picture = drawn(WHOLE)

    assert picture["aria-label"] == "Một phường thành một"
    assert picture["role"] == "group"  # an image would hide its links from those who cannot see it


def test_units_with_a_page_are_links_and_others_are_not():
    (link,) = drawn(WHOLE).select("a")

    assert link["href"] == "/units/old/"
    assert [text.get_text() for text in link.select("text")] == [
        "Phường Trúc Bạch",
        "00004, toàn bộ",
    ]


def test_what_is_written_in_names_is_no_markup():
    assert "Phường <Ba Đình>" in [text.get_text() for text in drawn(WHOLE).select("text")]
    assert drawn(WHOLE).title.get_text() == "Trúc Bạch → Ba Đình: <toàn bộ>"


def test_whole_part_and_followed_are_told_apart():
    whole, part = drawn(WHOLE, PART).select("path")

    assert "is-whole" in whole["class"]
    assert "is-marked" in part["class"]
    assert "is-whole" not in part["class"]


def test_the_words_beneath_the_lowest_unit_are_inside_the_picture():
    placed = flow([OLD], [NEW], [WHOLE])

    assert placed.left[0].note_y < placed.height
    assert placed.left[0].bottom < placed.height
