"""Papers for programs: listed, fetched, refused."""

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.reorganisation.papers import listing
from tinhgon.reorganisation.permissions import PlanPermission

PAPERS = "/api/v1/plans/reform/papers"


def test_papers_are_listed_by_name(in_effect, ask):
    status, found = ask("/plans/reform/papers")

    assert status == 200
    assert [one["name"] for one in found] == [
        "scheme",
        "submission",
        "annexes",
        "decision-1656-nq-ubtvqh15",
        "annexes-1656-nq-ubtvqh15",
        "decision-203-2025-qh15",
        "annexes-203-2025-qh15",
    ]
    assert found[3]["plan"] == "1656-nq-ubtvqh15"
    assert found[3]["formats"] == ["docx", "pdf"]


@pytest.mark.parametrize(("format", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_a_paper_is_fetched_as_a_file(in_effect, client, format, begins):
    answer = client.get(f"{PAPERS}/scheme", {"format": format, "form": "party"})

    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"].endswith(f'filename="reform-scheme.{format}"')


def test_a_name_that_is_none_is_a_problem_with_those_there_are(in_effect, ask):
    status, problem = ask("/plans/reform/papers/poem")

    assert (status, problem["type"]) == (404, "urn:tinhgon:problem:no-such-paper")
    assert "There are: scheme, submission" in problem["detail"]


def test_a_format_that_is_none_is_refused(in_effect, ask):
    status, _problem = ask("/plans/reform/papers/scheme?format=odt")

    assert status == 422


def test_a_draft_is_for_the_programs_of_planners(package, client, world, operator):
    token = accounts.hand_out_token(
        world.huong, by=operator, name="in", scopes=[PlanPermission.DRAFT]
    )
    bearer = {"Authorization": f"Bearer {token}"}

    assert client.get(f"{PAPERS}/scheme").status_code == 404
    assert client.get(f"{PAPERS}/scheme", headers=bearer).content.startswith(b"%PDF-")


def test_what_is_too_long_for_a_pdf_is_a_problem_and_a_docx_for_who_plans(
    in_effect, world, operator, ask, client, monkeypatch
):
    monkeypatch.setattr(listing, "MOST_IN_PDF", 5)

    status, problem = ask("/plans/reform/papers/annexes?format=pdf")

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:too-long-for-pdf")
    token = accounts.hand_out_token(
        world.huong, by=operator, name="kiểm tra", scopes=[PlanPermission.DRAFT]
    )
    headers = {"Authorization": f"Bearer {token}"}
    asked = {"path": f"{PAPERS}/annexes", "data": {"format": "docx"}}
    assert client.get(**asked).status_code == 422
    assert client.get(**asked, headers=headers).status_code == 200
    assert client.get(f"{PAPERS}/annexes-1656-nq-ubtvqh15").status_code == 200
