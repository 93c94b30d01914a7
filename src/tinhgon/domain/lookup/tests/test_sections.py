"""The members `spelling` and `addresses` of a jurisdiction file, and what may be wrong in them."""

from typing import Any

import pytest

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.domain.jurisdictions import read_jurisdiction
from tinhgon.domain.lookup import Index

SMALL = {
    "jurisdiction": "XX",
    "name": "Somewhere",
    "root": "XX",
    "levels": {"parish": {"noun": "parish", "kinds": {"parish": {"noun": "parish"}}}},
}


def opened(**members: Any) -> Index:
    return Index([], read_jurisdiction({**SMALL, **members}))


def test_both_members_may_be_missing() -> None:
    assert opened().understand("anything", None).units == ()


@pytest.mark.parametrize(
    ("members", "path", "code"),
    [
        ({"spelling": []}, "spelling", "not-a-mapping"),
        ({"spelling": {"leters": {}}}, "spelling.leters", "unknown-member"),
        ({"spelling": {"letters": {"đđ": "d"}}}, "spelling.letters.đđ", "not-one-character"),
        ({"spelling": {"letters": {"đ": 1}}}, "spelling.letters.đ", "not-a-text"),
        ({"spelling": {"patterns": {"of": "y"}}}, "spelling.patterns", "not-a-list"),
        ({"spelling": {"patterns": [{"as": "i"}]}}, "spelling.patterns.0.of", "missing"),
        ({"spelling": {"patterns": [{"of": "("}]}}, "spelling.patterns.0.of", "not-a-pattern"),
        (
            {"spelling": {"patterns": [{"of": "y", "as": r"\1"}]}},
            "spelling.patterns.0.as",
            "not-a-replacement",
        ),
        ({"spelling": {"alike": ["đắk"]}}, "spelling.alike.0", "not-a-list-of-texts"),
        ({"spelling": {"roman_numerals": "yes"}}, "spelling.roman_numerals", "not-a-boolean"),
        ({"spelling": {"aliases": {"city": {}}}}, "spelling.aliases.city", "unknown-level"),
        (
            {"spelling": {"aliases": {"parish": {"Oslo": "Christiania"}}}},
            "spelling.aliases.parish.Oslo",
            "not-a-list-of-texts",
        ),
        ({"addresses": {"streets": "street"}}, "addresses.streets", "not-a-list-of-texts"),
        ({"addresses": {"street": []}}, "addresses.street", "unknown-member"),
        ({"addresses": {"postcode": "["}}, "addresses.postcode", "not-a-pattern"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    members: dict[str, Any], path: str, code: str
) -> None:
    with pytest.raises(Unreadable) as wrong:
        opened(**members)

    assert (wrong.value.path, wrong.value.code) == (path, code)
