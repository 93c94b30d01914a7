"""Files of plans by API and command line."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.reorganisation.permissions import PlanPermission

FILE = "/api/v1/plans/reform/1656-nq-ubtvqh15/file"
RENAME = "operation,verb,unit,name\n1,rename,MT,Mễ Trì 2\n"
WRONG = "operation,verb,unit,name\n1,rename,=MT,Mới\n"


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


@pytest.fixture
def put(client, world, operator):
    """PUT a file as Ms Hương's program: status and document."""
    scopes = [PlanPermission.DRAFT]
    token = accounts.hand_out_token(world.huong, by=operator, name="thử", scopes=scopes)

    def sent(content, media="text/csv", query="", **headers):
        given = {"Authorization": f"Bearer {token}", "Accept-Language": "en", **headers}
        answer = client.put(FILE + query, content, content_type=media, headers=given)
        return answer.status_code, answer.json()

    return sent


def documents(plan):
    return list(plan.operations.values_list("document", flat=True))


def test_anybody_takes_along_what_is_public(in_effect, client):
    answer = client.get(FILE, {"format": "yaml"})

    assert answer["Content-Type"] == "application/yaml; charset=utf-8"
    assert answer.content.decode().startswith("plan: 1656-nq-ubtvqh15\n")


def test_a_file_takes_the_place_of_the_plan(plan, put):
    status, told = put(RENAME, **{"If-Match": '"1"'})

    assert (status, told["edition"], told["added"], told["taken"]) == (200, 2, 1, True)
    assert documents(plan) == [{"verb": "rename", "unit": "MT", "name": "Mễ Trì 2"}]


def test_what_was_taken_along_comes_back_unchanged(plan, put, client, world):
    client.force_login(world.huong)
    content = client.get("/plans/reform/1656-nq-ubtvqh15/file/", {"format": "xlsx"}).content
    before = documents(plan)

    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    status, told = put(content, media, "?edition=1")

    assert (status, told["kept"]) == (200, len(before))
    assert documents(plan) == before


def test_a_dry_run_only_says_what_would_change(plan, put):
    before = documents(plan)

    status, told = put(RENAME, query="?dry_run=true")

    assert (status, told["taken"], told["removed"]) == (200, False, len(before))
    assert documents(plan) == before


def test_faults_come_with_line_column_and_both_languages(plan, put):
    status, told = put(WRONG, query="?edition=1")

    assert (status, told["type"]) == (422, "urn:tinhgon:problem:faulty-file")
    (fault,) = told["faults"]
    assert (fault["line"], fault["column"], fault["code"]) == (2, "unit", "formula")
    assert fault["message"]["en"].startswith("“=MT” looks like a spreadsheet formula.")
    assert fault["message"]["vi"] != fault["message"]["en"]


@pytest.mark.parametrize(
    ("media", "query", "status"),
    [
        ("text/csv", "", 422),
        ("text/csv", "?edition=7", 409),
        ("application/pdf", "?edition=1", 422),
    ],
)
def test_it_is_refused(plan, put, media, query, status):
    before = documents(plan)

    assert put(RENAME, media, query)[0] == status
    assert documents(plan) == before


# --- The command line -----------------------------------------------------------------------------

PLAN = ("reform", "1656-nq-ubtvqh15")


def test_a_plan_is_exported_and_imported_by_command(plan, world, tinhgon, tmp_path):
    file, before = tmp_path / "plan.csv", documents(plan)

    made = tinhgon("plan", "export", *PLAN, "--output", file, by=world.huong)
    again = tinhgon("plan", "import", *PLAN, file, "--dry-run", by=world.huong)

    assert made.output == f"{file}\n"
    assert f"=      {len(before)}  kept" in again.output
    assert documents(plan) == before


def test_a_file_is_taken_by_command(plan, world, tinhgon, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text(RENAME, encoding="utf-8")

    told = tinhgon("plan", "import", *PLAN, file, "--json", by=world.huong)

    assert json.loads(told.output)["taken"] is True
    assert documents(plan) == [{"verb": "rename", "unit": "MT", "name": "Mễ Trì 2"}]


def test_faults_are_told_by_command_and_nothing_is_taken(plan, world, tinhgon, tmp_path):
    file, before = tmp_path / "plan.csv", documents(plan)
    file.write_text(WRONG, encoding="utf-8")

    told = tinhgon("plan", "import", *PLAN, file, by=world.huong)

    assert told.exit_code == 2
    assert told.stderr.startswith("plan.csv: line 2, column unit: “=MT” looks like")
    assert documents(plan) == before


def test_an_ending_that_nobody_knows_is_refused(plan, world, tinhgon, tmp_path):
    told = tinhgon("plan", "export", *PLAN, "--output", tmp_path / "plan.pdf", by=world.huong)

    assert told.exit_code == 2
