"""Precision and recall over invented conclusions: those the reading was fitted to, and others.

`python -m benchmarks.conclusions` prints the figures; those of the texts that were held out are the
ones to expect.
"""

import pytest

from tinhgon.domain.documents.directions.tests.measuring import Expected, conclusions, measured

FLOORS = {
    "conclusions.yaml": {
        "precision": 0.97,
        "recall": 0.97,
        "whole precision": 0.95,
        "whole recall": 0.95,
    },
    "held_out.yaml": {
        "precision": 0.9,
        "recall": 0.65,
        "whole precision": 0.7,
        "whole recall": 0.5,
    },
}


@pytest.mark.parametrize(("file", "least"), FLOORS.items())
def test_so_much_is_read_and_so_much_of_it_is_right(file: str, least: dict[str, float]) -> None:
    found = measured(conclusions(file))

    assert {name: value for name, value in found.figures.items() if value < least[name]} == {}


def test_there_are_thirty_to_fit_to_and_ten_held_out() -> None:
    assert len(conclusions("conclusions.yaml")) >= 30
    assert len(conclusions("held_out.yaml")) == 10


@pytest.mark.parametrize(
    "text", [one for one in conclusions("conclusions.yaml") if not one["drafts"]], ids=str
)
def test_where_nothing_is_assigned_nothing_is_read(text: Expected) -> None:
    assert measured([text]).read == 0
