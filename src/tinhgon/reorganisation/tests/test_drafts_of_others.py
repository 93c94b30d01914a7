"""An is a planner of phường Mễ Trì alone: every door to a draft about the whole city is shut."""

import json
from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.models import Edit
from tinhgon.reorganisation.permissions import PlanPermission

RENAME = {"verb": "rename", "unit": "MT", "name": "Mới"}


@pytest.fixture
def planner(world, operator):
    unit = world.unit("MT")
    accounts.grant(world.an, by=operator, role="planner", on=date(2025, 1, 1), unit=unit)
    return world.an


@pytest.fixture
def city(draft):
    """A draft of somebody else, about the city itself."""
    return draft("city", Rename(unit="P01", name="Hà Nội 2"))


PAGES = (
    ("get", "editor/"),
    ("post", "editor/"),
    ("post", "editor/undo/"),
    ("get", "plan/editor/"),
    ("get", "plan/editor/about/"),
    ("get", "plan/editor/new/"),
    ("post", "plan/editor/new/"),
    ("post", "plan/editor/check/"),
    ("get", "plan/editor/1/"),
    ("post", "plan/editor/1/"),
    ("get", "plan/import/"),
    ("post", "plan/import/"),
    ("get", "readers/"),
    ("post", "readers/"),
)


@pytest.mark.parametrize(("method", "page"), PAGES)
def test_a_page_of_the_editor_is_shut(city, planner, client, method, page):
    client.force_login(planner)

    answer = getattr(client, method)(f"/plans/city/{page}", {"do": "save"})

    assert answer.status_code == 403
    assert not Edit.objects.exists()


def test_what_somebody_said_of_it_is_not_answered(city, planner, client, world):
    client.force_login(world.huong)
    client.post("/plans/city/comments/", {"text": "Cần thêm căn cứ."})
    client.force_login(planner)

    asked = {"do": "answer", "comment": city.comments.get().pk, "answer": "Đã có."}
    answer = client.post("/plans/city/comments/", asked)

    assert answer.status_code == 403
    assert city.comments.get().answer == ""


OPERATIONS = (
    ("put", "/plans/city/plan/operations", {"operations": [RENAME], "edition": 1}),
    ("post", "/plans/city/plan/operations", {"operation": RENAME, "edition": 1}),
    ("put", "/plans/city/plan/operations/1", {"operation": RENAME, "edition": 1}),
    ("delete", "/plans/city/plan/operations/1?edition=1", None),
    ("post", "/plans/city/undo", {"edition": 1}),
    ("put", "/plans/city/plan/file?edition=1", {"operations": []}),
    ("post", "/plans/city/comments/1/answer", {"answer": "Đã có."}),
    ("get", "/plans/city/readers", None),
    ("post", "/plans/city/readers", {"email": "lan@tinhgon.example"}),
    ("delete", "/plans/city/readers/1", None),
)


@pytest.mark.parametrize(("method", "path", "document"), OPERATIONS)
def test_an_operation_for_programs_is_shut(city, planner, operator, client, method, path, document):
    token = accounts.hand_out_token(
        planner, by=operator, name="kiểm tra", scopes=[PlanPermission.DRAFT]
    )
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    answer = getattr(client, method)(
        f"/api/v1{path}", document, content_type="application/json", headers=headers
    )

    assert answer.status_code == 403
    assert "everything that the package concerns" in answer.json()["detail"]
    assert not Edit.objects.exists()


COMMANDS = (
    ("add", "city", "plan", "--operation", json.dumps(RENAME)),
    ("take-out", "city", "plan", "1"),
    ("undo", "city"),
    ("import", "city", "plan", "{file}"),
    ("answer", "city", "1", "--text", "Đã có."),
    ("invite", "city", "lan@tinhgon.example"),
    ("uninvite", "city", "lan@tinhgon.example"),
    ("readers", "city"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_command_is_shut(city, planner, tinhgon, tmp_path, words):
    file = tmp_path / "plan.json"
    file.write_text("{}", encoding="utf-8")

    said = tinhgon("plan", *(word.replace("{file}", str(file)) for word in words), by=planner)

    assert said.exit_code == 2
    assert "plan.draft for everything that the package concerns" in said.stderr
    assert not Edit.objects.exists()


def test_a_draft_about_the_ward_itself_is_open(draft, planner, client):
    draft("ward", Rename(unit="MT", name="Mới"), by=planner)
    client.force_login(planner)

    answer = client.get("/plans/ward/plan/editor/1/")

    assert answer.status_code == 200
