"""Events for programs and on the command line."""

import json
from datetime import date

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from tinhgon.conftest import reloaded
from tinhgon.reorganisation import actions


def test_programs_get_events_page_by_page(in_effect, ask):
    _status, first = ask("/plans/reform/events", limit=4)
    _status, second = ask("/plans/reform/events", limit=4, cursor=first["next"])

    assert (first["total"], len(first["items"]), len(second["items"])) == (6, 4, 2)
    assert second["next"] is None
    assert first["items"][0] == {
        "id": "DM-new",
        "iri": "http://testserver/plans/reform/events/#DM-new",
        "kind": "ChangeEvent",
        "day": "2025-07-01",
        "original": [
            {"unit": "MT", "code": "00632", "name": "Phường Mễ Trì"},
            {"unit": "DM", "code": "00634", "name": "Phường Đại Mỗ"},
        ],
        "resulting": [{"unit": "DM-new", "code": "00637", "name": "Phường Đại Mỗ"}],
        "instrument": "1656/NQ-UBTVQH15",
        "clause": "Điều 1 khoản 2",
        "passed": [
            {
                "predecessor": "MT",
                "successor": "DM-new",
                "extent": "whole",
                "carries": ["land", "people"],
                "main": True,
            },
            {
                "predecessor": "DM",
                "successor": "DM-new",
                "extent": "part",
                "carries": None,
                "main": True,
            },
        ],
    }


def test_programs_find_no_events_of_a_draft_and_none_of_what_was_withdrawn(package, ask, operator):
    status, problem = ask("/plans/reform/events")
    assert (status, problem["type"]) == (404, "urn:tinhgon:problem:no-such-plan")

    actions.enact(package, by=operator, on=date(2025, 6, 16))
    actions.withdraw(reloaded(package), by=operator, on=date(2025, 6, 20), reason="Chưa đủ")
    status, page = ask("/plans/reform/events")

    assert (status, page["items"]) == (200, [])


def test_programs_follow_page_by_page(in_effect, ask):
    _status, first = ask("/events", limit=1)
    _status, second = ask("/events", limit=1, cursor=first["next"])

    assert first["total"] == 2
    assert [page["items"][0]["event"] for page in (first, second)] == [
        "plan.took-effect",
        "plan.enacted",
    ]
    assert first["items"][0]["package"] == "reform"
    assert json.dumps(first["items"][0]["day"]) == '"2025-07-01"'


def test_of_a_draft_nothing_is_told_withdrawn_or_not(package, operator, ask):
    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    assert ask("/events")[1]["items"] == []


@pytest.mark.parametrize(("notation", "format"), [("turtle", "turtle"), ("jsonld", "json-ld")])
def test_the_command_line_writes_the_same_under_another_address(
    in_effect, tinhgon, client, notation, format
):
    said = tinhgon("plan", "events", "reform", "--format", notation, "--base", "http://testserver")

    turtle = client.get("/plans/reform/events.ttl").getvalue()
    graphs = [Graph().parse(data=said.output, format=format), Graph().parse(data=turtle)]
    assert isomorphic(*graphs)


def test_the_command_line_refuses_a_draft(package, tinhgon):
    assert tinhgon("plan", "events", "reform").exit_code == 2
