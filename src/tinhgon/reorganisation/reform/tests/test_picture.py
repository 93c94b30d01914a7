"""A reform in one picture: every strand is placed, none outside, the followed ones apart."""

import re

import pytest

from tinhgon.reorganisation.flow.view import View
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.reform.picture import HEIGHT, WIDTH, picture


@pytest.fixture
def strands(in_effect):
    return View(rearrangement(in_effect), "P01").strands


def curves(path):
    return path.count("C")


def test_every_strand_is_drawn_once(strands):
    drawn = picture(strands, "DM")

    assert curves(drawn.whole) == sum(strand.is_whole for strand in strands)
    assert curves(drawn.gold) == 3
    assert curves(drawn.part) == 0
    assert curves(drawn.whole + drawn.part + drawn.gold) == len(strands)


def test_without_anything_to_follow_parts_are_parts(strands):
    drawn = picture(strands, None)

    assert (curves(drawn.part), drawn.gold, drawn.gold_ends) == (3, "", "")


def test_every_unit_has_its_mark(strands):
    drawn = picture(strands, "DM")

    assert drawn.old.count("h") == len({strand.old.key for strand in strands})
    assert drawn.new.count("h") == len({strand.new.key for strand in strands})
    assert drawn.gold_ends.count("h") == 1 + 3


def test_nothing_stands_outside_the_picture(strands):
    drawn = picture(strands, "DM")

    heights = [float(y) for y in re.findall(r"M\d+ ([\d.]+)", drawn.old + drawn.new)]
    widths = [float(x) for x in re.findall(r"([\d.]+) [\d.]+(?=M|$)", drawn.whole)]
    assert all(0 < y < HEIGHT for y in heights)
    assert all(0 < x < WIDTH for x in widths)
