"""JSON in and out: what is refused and where; the documented examples; the schema."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.documents import (
    operation_document,
    plan_document,
    read_operation,
    read_plan,
    read_structure,
    structure_document,
)
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.tests import examples
from tinhgon.domain.structure.tests.schema import PLAN, SCHEMA
from tinhgon.domain.structure.tests.strategies import (
    mutilated,
)
from tinhgon.domain.structure.tests.world import DAY, World, ward
from tinhgon.domain.structure.units import Location, Structure, Unit

RENAMED: dict[str, Any] = {"verb": "rename", "unit": "dai-mo", "name": "Mới"}
PLAN_OF_NOTHING: dict[str, Any] = {"plan": "a", "day": "2025-07-01", "operations": []}
FORMED: dict[str, Any] = {"verb": "form", "successor": "tay-mo", "sources": [{"unit": "dai-mo"}]}


def refusal(read: Callable[[Any], object], document: object) -> tuple[str, object]:
    """Why and where a document is refused."""
    with pytest.raises(Malformed) as refused:
        read(document)
    return refused.value.code, refused.value.facts["path"]


# What is written


def test_what_is_at_its_default_is_left_out() -> None:
    assert operation_document(Rename(unit="dai-mo", name="Mới")) == RENAMED


def test_a_location_keeps_every_digit() -> None:
    place = Location(Decimal("20.98980"), Decimal("105.76153"))
    structure = Structure([ward("moi", location=place)])

    (unit,) = structure_document(structure)["units"]

    assert unit["location"] == {"latitude": "20.98980", "longitude": "105.76153"}
    assert read_structure({"units": [unit]}) == structure


def test_units_are_sorted_by_key(world: World) -> None:
    keys = [unit["key"] for unit in structure_document(world.structure)["units"]]

    assert keys == sorted(keys)


def test_a_plan_reads_as_it_was_written() -> None:
    plan = Plan(code="a", day=DAY, operations=(Rename(unit="dai-mo", name="Mới"),))

    assert plan_document(plan)["day"] == "2025-07-01"
    assert read_plan(plan_document(plan)) == plan


# What is refused


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        ({"unit": None}, "not-a-text", "unit"),
        ({"unit": 634}, "not-a-text", "unit"),
        ({"name": "  "}, "not-a-text", "name"),
        ({"name": "Đại\0 Mỗ"}, "bad-character", "name"),
        ({"name": "\ud800"}, "bad-character", "name"),
        ({"nmae": "Mới"}, "unknown-member", "nmae"),
        ({"verb": "renam"}, "unknown-verb", "verb"),
        ({"verb": ["rename"]}, "not-a-text", "verb"),
        ({"verb": None}, "not-a-text", "verb"),
        ({"verb": "move"}, "unknown-member", "name"),
        ({"verb": "move", "name": None}, "unknown-member", "name"),
    ],
)
def test_an_operation_is_refused_where_it_is_wrong(
    change: dict[str, Any], code: str, path: str
) -> None:
    assert refusal(read_operation, {**RENAMED, **change}) == (code, path)


@pytest.mark.parametrize(
    ("source", "code", "path"),
    [
        ({}, "missing-member", "sources.0.unit"),
        ("dai-mo", "not-an-object", "sources.0"),
        ({"unit": "dai-mo", "extent": "half"}, "unknown-extent", "sources.0.extent"),
        ({"unit": "dai-mo", "carries": "land"}, "not-a-list", "sources.0.carries"),
        ({"unit": "dai-mo", "carries": ["soil"]}, "unknown-aspect", "sources.0.carries.0"),
        ({"unit": "dai-mo", "carries": []}, "carries-nothing", "sources.0"),
        ({"unit": "dai-mo", "main": 1}, "not-a-boolean", "sources.0.main"),
    ],
)
def test_a_source_is_refused_with_its_place(source: object, code: str, path: str) -> None:
    assert refusal(read_operation, {**FORMED, "sources": [source]}) == (code, path)


@pytest.mark.parametrize(
    ("facts", "code", "path"),
    [
        ({"ties": [["party"]]}, "wrong-length", "units.0.ties.0"),
        ({"ties": {"party": "a"}}, "not-a-list", "units.0.ties"),
        ({"ties": [["party", "a"], ["party", "b"]]}, "two-parents-in-one-hierarchy", "units.0"),
        ({"ties": [["administrative", "a"]]}, "two-parents-in-one-hierarchy", "units.0"),
        ({"location": {"latitude": "NaN"}}, "not-a-number", "units.0.location.latitude"),
        ({"location": {"latitude": float("inf")}}, "not-a-number", "units.0.location.latitude"),
        ({"location": {"latitude": True}}, "not-a-number", "units.0.location.latitude"),
        ({"location": {"latitude": 10**5000}}, "not-a-number", "units.0.location.latitude"),
        ({"location": []}, "not-an-object", "units.0.location"),
    ],
)
def test_a_unit_is_refused_with_its_place(facts: dict[str, Any], code: str, path: str) -> None:
    unit = {"key": "moi", "level": "commune", "kind": "xã", "name": "Mới", **facts}

    assert refusal(read_structure, {"units": [unit]}) == (code, path)


def test_a_key_stands_once_in_a_structure() -> None:
    unit = {"key": "moi", "level": "commune", "kind": "xã", "name": "Mới"}

    twice = {"units": [unit, {**unit, "name": "Khác"}]}

    assert refusal(read_structure, twice) == ("key-used-twice", "units.1.key")


@pytest.mark.parametrize("day", ["20250701", "2025-W27-2", "2025-02-30", "1/7/2025", 20250701])
def test_a_day_is_written_in_one_way(day: object) -> None:
    assert refusal(read_plan, {"plan": "a", "day": day, "operations": []}) == ("not-a-date", "day")


def test_a_plan_has_no_other_members() -> None:
    plan = {"plan": "a", "day": "2025-07-01", "operation": [], "operations": []}

    assert refusal(read_plan, plan) == ("unknown-member", "operation")
    assert refusal(read_plan, {"plan": "a", "day": "2025-07-01"}) == (
        "missing-member",
        "operations",
    )
    assert refusal(read_plan, {**PLAN_OF_NOTHING, "operations": {}}) == ("not-a-list", "operations")
    assert refusal(read_plan, []) == ("not-an-object", "")


def test_the_path_leads_into_the_plan() -> None:
    plan = {**PLAN_OF_NOTHING, "operations": [RENAMED, {**FORMED, "sources": [{}]}]}

    assert refusal(read_plan, plan) == ("missing-member", "operations.1.sources.0.unit")


def test_what_an_operation_refuses_by_itself_is_told_with_its_place() -> None:
    absorbs_itself = {"verb": "absorb", "into": "dai-mo", "absorbed": ["dai-mo"]}

    with pytest.raises(Malformed) as refused:
        read_plan({**PLAN_OF_NOTHING, "operations": [absorbs_itself]})

    assert refused.value.code == "unit-and-itself"
    assert refused.value.facts == {"path": "operations.0", "unit": "dai-mo"}


def nested(depth: int) -> object:
    value: object = "x"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("member", ["verb", "unit", "name", "clause"])
def test_however_deep_nonsense_goes_it_is_refused_at_its_beginning(member: str) -> None:
    deep = {**RENAMED, member: nested(100_000)}

    assert refusal(read_operation, deep) == ("not-a-text", member)


# What is documented


Record = type[Operation] | type[Source] | type[Unit] | type[Location]


def documented(record: Record) -> dict[str, bool]:
    """The members of a record, and whether they must be there."""
    return {field.name: field.default is MISSING for field in fields(record)}


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_every_verb_is_documented_with_its_members_and_an_example(verb: str) -> None:
    members = {**examples.members(verb), "clause": False}

    assert members == documented(verbs()[verb])
    assert operation_document(examples.EXAMPLES[verb]) == examples.OPERATIONS[verb]


@pytest.mark.parametrize(
    ("heading", "record"), [("Unit", Unit), ("Location", Location), ("Source", Source)]
)
def test_every_record_is_documented_with_its_members(heading: str, record: Record) -> None:
    assert examples.members(heading) == documented(record)


@pytest.mark.parametrize("document", examples.PLANS)
def test_the_documented_plans_are_read(document: dict[str, Any]) -> None:
    assert plan_document(read_plan(document)) == document


@pytest.mark.parametrize("document", examples.STRUCTURES)
def test_the_documented_structures_are_read(document: dict[str, Any]) -> None:
    assert structure_document(read_structure(document)) == document


# The schema


def test_the_schema_is_one() -> None:
    PLAN.check_schema(SCHEMA)


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_the_schema_knows_the_members_of_every_verb(verb: str) -> None:
    described = SCHEMA["$defs"][verb]
    members = {name: name in described["required"] for name in described["properties"]}

    assert members == {"verb": True, **documented(verbs()[verb])}


def test_the_schema_knows_every_verb() -> None:
    assert SCHEMA["$defs"]["operation"]["properties"]["verb"]["enum"] == sorted(verbs())


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_the_example_of_every_verb_is_valid(verb: str) -> None:
    plan = {**PLAN_OF_NOTHING, "operations": [examples.OPERATIONS[verb]]}

    assert list(PLAN.iter_errors(plan)) == []


@given(st.sampled_from(sorted(examples.OPERATIONS)), st.data())
def test_what_is_not_valid_is_not_read(verb: str, data: st.DataObject) -> None:
    operation = data.draw(mutilated(examples.OPERATIONS[verb], times=1))
    plan = {**PLAN_OF_NOTHING, "operations": [operation]}

    assert PLAN.is_valid(plan) or not _is_read(plan)


def _is_read(document: object) -> bool:
    try:
        return bool(read_plan(document))
    except Malformed:
        return False
