"""Lines with fewer points."""

from math import cos, pi, sin

from tinhgon.registry.boundary.simplifying import simplified

SQUARE = [(20.0, 105.0), (20.0, 106.0), (21.0, 106.0), (21.0, 105.0), (20.0, 105.0)]


def circle(points, radius=0.1, latitude=21.0):
    around = [2 * pi * number / points for number in range(points)]
    ring = [(latitude + radius * sin(angle), 105 + radius * cos(angle)) for angle in around]
    return [*ring, ring[0]]


def test_what_has_few_points_stays_as_it_is():
    assert simplified([SQUARE]) == [SQUARE]


def test_a_long_line_has_at_most_a_hundred_points_and_is_still_closed():
    (ring,) = simplified([circle(5000)])

    assert 30 < len(ring) <= 100
    assert ring[0] == ring[-1]


def test_what_is_left_lies_on_the_line_and_near_all_of_it():
    whole = circle(5000)
    (ring,) = simplified([whole])

    assert {*ring} <= {*whole}
    assert max(latitude for latitude, _ in ring) > 21.0999
    assert min(longitude for _, longitude in ring) < 104.9001


def test_points_on_a_straight_line_are_the_first_to_go():
    edge = [(20.0, 105 + number / 500) for number in range(500)]

    assert simplified([[*edge, *SQUARE[1:]]]) == [SQUARE]


def test_small_rings_are_left_out_before_the_large_one_loses_its_shape():
    islands = [circle(60, radius=0.0005, latitude=20 + number / 10) for number in range(30)]

    rings = simplified([*islands, circle(60)])

    assert len(rings) == 1
    assert len(rings[0]) > 20


def test_the_largest_is_left_even_where_it_is_a_line():
    flat = [(20.0, 105 + number / 1000) for number in range(200)]

    (ring,) = simplified([[*flat, *reversed(flat[:-1])]])

    assert len(ring) == 4
    assert ring[0] == ring[-1]


def test_a_simple_outline_with_many_holes_ends_too():
    holes = [circle(50, radius=0.01, latitude=20.1 + number / 20) for number in range(10)]

    rings = simplified([SQUARE, *holes])

    assert rings[0] == SQUARE
    assert sum(map(len, rings)) <= 100
