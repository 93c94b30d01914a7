"""Lanes in place: time runs to the right, and what is too narrow for its words is stretched."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.domain.periods import Period
from tinhgon.registry.unit.lane_picture import LEFT, WIDTH, picture
from tinhgon.registry.unit.lanes import Lane, Piece

TODAY = date(2026, 11, 23)
JANUARY, JULY = date(2025, 1, 1), date(2025, 7, 1)


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def lane(*pieces):
    return Lane("name", "Name", tuple(Piece(period, words, True) for words, period in pieces))


def test_pieces_follow_one_another_from_left_to_right():
    drawn = picture([lane(("Old", Period(None, JULY)), ("New", Period(JULY)))], TODAY, TODAY)

    old, new = drawn.bars
    assert old.x == LEFT
    assert old.x + old.width < new.x
    assert new.x + new.width <= WIDTH


def test_a_piece_whose_beginning_is_unknown_has_no_first_day():
    drawn = picture([lane(("Old", Period(None, JULY)), ("New", Period(JULY)))], TODAY, TODAY)

    assert [bar.begins for bar in drawn.bars] == [False, True]


def test_the_day_of_a_change_stands_where_the_new_begins():
    drawn = picture([lane(("Old", Period(None, JULY)), ("New", Period(JULY)))], TODAY, TODAY)

    assert [(line.words, line.x) for line in drawn.days] == [("1 July 2025", drawn.bars[1].x)]


def test_today_is_marked_and_the_day_shown_where_it_is_another():
    lanes = [lane(("Old", Period(None, JULY)), ("New", Period(JULY)))]

    assert picture(lanes, TODAY, TODAY).shown is None
    assert picture(lanes, TODAY, JANUARY).shown.words == "1 January 2025"
    assert picture(lanes, TODAY, TODAY).today.x > picture(lanes, TODAY, TODAY).bars[1].x


def test_a_short_stretch_between_long_ones_is_stretched_and_said_so():
    week = Period(JULY, date(2025, 7, 8))
    lanes = [
        lane(
            ("Old", Period(date(2000, 1, 1), JULY)),
            ("Only for a week", week),
            ("New", Period(week.end)),
        )
    ]

    drawn = picture(lanes, TODAY, TODAY)

    assert drawn.stretched == "Stretched to be read: 1 July 2025 to 7 July 2025"
    assert drawn.bars[1].words == "Only for a week"


def test_an_even_scale_is_not_said_to_be_stretched():
    lanes = [
        lane(("Old", Period(date(2005, 1, 1), date(2015, 1, 1))), ("New", Period(date(2015, 1, 1))))
    ]

    assert picture(lanes, TODAY, TODAY).stretched == ""


def test_words_that_do_not_fit_are_shortened_and_kept_in_full():
    many = [Period(date(2000 + n, 1, 1), date(2001 + n, 1, 1)) for n in range(20)]
    lanes = [lane(*((f"Thị trấn Nông trường số {n}", period) for n, period in enumerate(many)))]

    drawn = picture(lanes, TODAY, TODAY)

    assert drawn.bars[0].words != drawn.bars[0].full == "Thị trấn Nông trường số 0"
    assert all(bar.x + bar.width <= WIDTH for bar in drawn.bars)


def test_words_of_days_do_not_stand_over_one_another():
    days = [date(2025, 7, n) for n in (1, 2, 3)]
    lanes = [
        lane(("A", Period(None, days[0])), ("B", Period(days[0], days[1])), ("C", Period(days[1])))
    ]

    drawn = picture(lanes, days[1], days[1])

    assert [line.words for line in drawn.days] == ["1 July 2025", ""]


def test_nothing_is_drawn_where_nothing_ever_changed():
    assert picture([lane(("Hà Nội", Period()))], TODAY, TODAY) is None
