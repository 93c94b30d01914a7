"""From degrees to a sheet."""

import pytest

from tinhgon.reorganisation.map.projection import MARGIN, WIDTH, distance, fit

HANOI, SAIGON = (21.0285, 105.8542), (10.7769, 106.7009)


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres():
    assert distance((10, 106), (11, 106)) == pytest.approx(111.19, abs=0.01)


def test_a_degree_of_longitude_is_shorter_the_further_north():
    assert distance((60, 10), (60, 11)) == pytest.approx(111.19 / 2, abs=0.1)


def test_the_distance_between_two_cities_is_what_atlases_say():
    assert distance(HANOI, SAIGON) == pytest.approx(1144, abs=3)
    assert distance(HANOI, HANOI) == 0


def test_north_is_up_and_east_is_right():
    sheet = fit([(20, 105), (21, 106)])

    (west, low), (east, high) = sheet.at((20, 105)), sheet.at((21, 106))

    assert high < low
    assert west < east


def test_all_points_stand_inside_the_margins_and_touch_them():
    points = [(20, 105), (20.1, 106), (20.2, 105.2)]
    sheet = fit(points)

    places = [sheet.at(point) for point in points]

    assert min(x for x, _ in places) == pytest.approx(MARGIN, abs=0.1)
    assert max(x for x, _ in places) == pytest.approx(WIDTH - MARGIN, abs=0.1)
    assert all(MARGIN <= y <= sheet.height - MARGIN for _, y in places)


def test_a_kilometre_is_as_long_across_as_down():
    sheet = fit([(20, 105), (21, 106)])
    x, y = sheet.at((20.5, 105.5))

    east = sheet.at((20.5, 105.6))[0] - x
    south = sheet.at((20.4, 105.5))[1] - y

    assert east / distance((20.5, 105.5), (20.5, 105.6)) == pytest.approx(sheet.scale, rel=0.02)
    assert south / distance((20.5, 105.5), (20.4, 105.5)) == pytest.approx(sheet.scale, rel=0.02)


def test_a_single_point_stands_in_the_middle():
    sheet = fit([HANOI])

    assert sheet.at(HANOI) == (WIDTH / 2, sheet.height / 2)


def test_a_long_country_fits_by_its_height():
    sheet = fit([(8.5, 104.8), (23.4, 105.3)])

    assert sheet.height == 760
    assert sheet.at((23.4, 105.3))[1] == pytest.approx(MARGIN, abs=0.1)


def test_the_bar_is_a_round_number_and_as_long_as_it_says():
    sheet = fit([(20.95, 105.7), (21.05, 105.8)])

    assert sheet.bar.km == 2
    assert sheet.bar.length == pytest.approx(2 * sheet.scale, abs=0.1)
    assert sheet.bar.length <= WIDTH * 0.3
