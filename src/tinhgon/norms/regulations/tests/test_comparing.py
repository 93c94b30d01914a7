"""Two versions side by side, line by line."""

from tinhgon.norms.regulations.comparing import Line, compared

OLD = "Điều 1\nHọp thứ Hai\nĐiều 2"


def test_what_stayed_stands_beside_itself():
    assert compared(OLD, OLD) == [Line("same", line, line) for line in OLD.splitlines()]


def test_a_line_that_is_otherwise_stands_beside_what_it_was():
    found = compared(OLD, OLD.replace("Hai", "Ba"))

    assert [one for one in found if one.state != "same"] == [
        Line("changed", "Họp thứ Hai", "Họp thứ Ba")
    ]


def test_what_came_has_nothing_beside_it_and_what_went_neither():
    longer = OLD + "\nĐiều 3"

    assert compared(OLD, longer)[-1] == Line("came", "", "Điều 3")
    assert compared(longer, OLD)[-1] == Line("gone", "Điều 3", "")
