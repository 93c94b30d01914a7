"""The picture of a view: names, ways in, bands, gold."""

from functools import partial

import pytest

from tinhgon.conftest import DAY
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge, directory
from tinhgon.reorganisation.flow import drawing
from tinhgon.reorganisation.flow.drawing import Drawing
from tinhgon.reorganisation.flow.view import View
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement


@pytest.fixture
def draw(in_effect):
    """The drawing at a place, following a unit."""
    done = rearrangement(in_effect)
    names = Names(done, directory().jurisdiction)

    def drawn(at=None, follow=None):
        return Drawing(View(done, at), names, follow, lambda at, follow: f"?at={at}&f={follow}")

    return drawn


def labels(bars):
    return [bar.node.label for bar in bars]


def test_old_units_stand_left_and_new_ones_right(draw):
    flow = draw("D019").flow

    assert labels(flow.left) == [
        *("Phường Xuân Phương", "Phường Mễ Trì", "Phường Đại Mỗ", "Phường Tây Mỗ")
    ]
    assert {*labels(flow.right)} == {
        *("Phường Xuân Phương", "Phường Đại Mỗ", "Phường Tây Mỗ", "Phường Dương Nội")
    }


def test_a_unit_with_something_inside_opens_and_another_is_followed(draw):
    assert [bar.node.url for bar in draw().flow.left] == ["?at=D019&f=None", "?at=D268&f=None"]
    assert draw("D019").flow.left[2].node.url == "?at=D019&f=DM"


def test_a_new_unit_leads_to_its_page_on_its_first_day(draw):
    urls = {bar.node.key: bar.node.url for bar in draw("D019").flow.right}

    assert urls["DM-new"] == "/units/DM-new/?on=2025-07-01"


def test_what_is_followed_is_gold_and_drawn_last(draw):
    bands = draw("D019", "DM").flow.bands

    assert [band.link.source for band in bands if band.link.marked] == ["DM"] * 3
    assert all(band.link.marked for band in bands[-3:])


def test_from_above_the_district_of_what_is_followed_is_gold(draw):
    assert {b.link.source for b in draw(None, "DM").flow.bands if b.link.marked} == {"D019"}


def test_a_new_unit_can_be_followed_too(draw):
    marked = [band.link for band in draw("D019", "TM-new").flow.bands if band.link.marked]

    assert {link.source for link in marked} == {"DM", "TM"}


def test_a_band_says_what_it_is(draw):
    says = {band.link.says for band in draw("D019").flow.bands}

    assert "Phường Đại Mỗ → Phường Tây Mỗ" in says


def test_many_new_units_stand_together_by_kind(draw, monkeypatch):
    monkeypatch.setattr(drawing, "MOST_UNITS", 3)

    assert labels(draw().flow.right) == ["4 phường"]
    assert "Quận Nam Từ Liêm → 4 phường: 6 phần" in {b.link.says for b in draw().flow.bands}


def test_what_does_not_fit_is_counted(draw, monkeypatch):
    monkeypatch.setattr(drawing, "MOST_DRAWN", 4)

    assert draw("D019").undrawn == 2
    assert len(draw("D019").flow.left) == 2


def test_all_of_it_is_drawn_where_it_fits(draw):
    assert draw("D019").undrawn == 0


def test_old_units_of_one_name_are_told_apart_by_the_units_above_them(register):
    team = partial(Unit, level="division", kind="tổ", name="Pháp chế")
    above = [Unit(key, "agency", "sở", name) for key, name in (("A", "Du lịch"), ("B", "Y tế"))]
    old = [*above, team("A.law", parent="A"), team("B.law", parent="B")]
    new = [*above, team("law", parent="A")]
    edges = tuple(
        Edge(DAY, f"{key}.law", "law", "whole", None, True, "form", None, "") for key in "AB"
    )
    ended, begun = {"A.law": None, "B.law": None}, {"law": None}
    done = Rearrangement(DAY, Structure(old), Structure(new), edges, ended, begun)
    names = Names(done, directory().jurisdiction)

    flow = Drawing(View(done, of_bodies=True), names, None, lambda at, follow: "").flow

    assert labels(flow.left) == ["Tổ Pháp chế, Sở Du lịch", "Tổ Pháp chế, Sở Y tế"]
    assert labels(flow.right) == ["Tổ Pháp chế"]
