"""Sketches of where units lie to one another."""

from tinhgon.registry.where.sketch import HEIGHT, MARGIN, MOST, WIDTH, sketch

OLD = ("Đại Mỗ", (21.0, 105.76))
NORTH = ("Xuân Phương", "00622", (21.04, 105.74))
SOUTH = ("Hà Đông", "09556", (20.97, 105.78))


def test_north_is_above_and_east_is_right():
    drawn = sketch(OLD, [NORTH, SOUTH])

    north, south = drawn.dots
    assert north.y < drawn.centre[1] < south.y
    assert north.x < drawn.centre[0] < south.x


def test_all_dots_stand_inside_the_margins():
    drawn = sketch(OLD, [NORTH, SOUTH])

    assert {MARGIN, HEIGHT - MARGIN} == {dot.y for dot in drawn.dots}
    assert all(MARGIN <= dot.x <= WIDTH - MARGIN for dot in drawn.dots)


def test_the_words_of_neighbours_do_not_cover_one_another():
    near = ("Từ Liêm", "00602", (21.041, 105.741))

    one, other, _south = (dot.label.box for dot in sketch(OLD, [NORTH, near, SOUTH]).dots)

    assert not overlap(one, other)


def test_words_cover_no_line_where_there_is_room_beside_it():
    line_below = sketch(OLD, [NORTH, SOUTH]).dots[0]

    assert line_below.label.box[3] < line_below.y


def test_words_stay_in_the_drawing():
    west = ("Phường có tên rất dài", "00001", (21.0, 105.70))

    left, _top, right, _bottom = sketch(OLD, [west, SOUTH]).dots[0].label.box

    assert left >= 0
    assert right <= WIDTH


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_one_unit_needs_no_sketch():
    assert sketch(OLD, [NORTH]) is None


def test_too_many_units_are_not_drawn():
    assert sketch(OLD, [NORTH] * (MOST + 1)) is None


def test_units_in_one_spot_are_not_drawn():
    assert sketch(OLD, [("A", "1", OLD[1]), ("B", "2", OLD[1])]) is None
