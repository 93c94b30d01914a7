"""Programs and commands bring tables of works in, and commands take them along."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.accounts import actions as accounts
from tinhgon.work.exchange.tests.world import csv, row, rows, workbook
from tinhgon.work.models import Work


@pytest.fixture
def send_file(client, world, operator, works):
    """Send a table for a unit with a token of somebody who gives works."""
    scopes = ["work.see", "work.direct"]
    token = accounts.hand_out_token(world.hung, by=operator, name="máy", scopes=scopes)

    def sent(lines, unit="D019", by=token, **asked):
        ((name, content),) = workbook(lines)
        file = {"file": SimpleUploadedFile(name, content)}
        query = "?dry_run=true" if asked.get("dry_run") else ""
        key = {"authorization": f"Bearer {by}"}
        return client.post(f"/api/v1/units/{unit}/works/import{query}", file, headers=key)

    return sent


@pytest.fixture
def table(tmp_path):
    """A table as a file of its own."""

    def written(lines, name="viec.csv"):
        ((_name, content),) = csv(lines)
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return written


def test_programs_bring_a_table_in_after_a_rehearsal(send_file):
    rehearsed = send_file(rows(2), dry_run=True).json()
    before = Work.objects.count()
    told = send_file(rows(2))

    assert (rehearsed["count"], rehearsed["works"], before) == (2, [], 0)
    assert (told.status_code, told.json()["works"]) == (200, ["NV00000", "NV00001"])


def test_programs_are_told_all_faults_by_cell(send_file):
    answer = send_file([row(1, Sản_phẩm=""), row(2, Đơn_vị_chủ_trì="Không có")])
    told = answer.json()

    assert (answer.status_code, told["type"]) == (422, "urn:tinhgon:problem:faulty-file")
    assert [(one["cell"], one["code"]) for one in told["faults"]] == [
        ("C2", "not-clear"),
        ("D3", "unit-unknown"),
    ]
    assert "Không có" in told["faults"][1]["message"]["vi"]


def test_who_does_not_give_works_for_a_unit_sends_no_table(send_file, world, operator, works):
    accounts.grant(world.lan, by=operator, role="unit-head", on=date(2025, 1, 1), unit=works.dai_mo)
    scopes = ["work.see", "work.direct"]
    token = accounts.hand_out_token(world.lan, by=operator, name="máy", scopes=scopes)

    assert send_file(rows(1), by=token).status_code == 403
    assert not Work.objects.exists()


def test_a_table_is_brought_in_by_command(works, world, table, tinhgon):
    file = table(rows(3))

    rehearsed = tinhgon("work", "import", file, "--for", "D019", "--dry-run")
    before = Work.objects.count()
    given = tinhgon("work", "import", file, "--for", "D019", "--json")
    again = tinhgon("work", "import", file, "--for", "D019")
    stranger = tinhgon("work", "import", file, "--for", "D019", by=world.an)

    assert ("Nothing was written" in rehearsed.stdout, before) == (True, 0)
    assert json.loads(given.stdout)["count"] == 3
    assert (again.exit_code, "was given already" in again.stderr) == (2, True)
    assert stranger.exit_code == 2


@pytest.mark.parametrize("name", ["viec.csv", "viec.xlsx"])
def test_works_are_taken_along_by_command(works, tmp_path, tinhgon, name):
    works.issue(title="Rà soát")
    out = tmp_path / name

    told = tinhgon("work", "export", "DM", str(out))
    wrong = tinhgon("work", "export", "DM", str(tmp_path / "viec.pdf"))

    assert (told.exit_code, out.exists()) == (0, True)
    assert "1 works" in told.stdout
    assert wrong.exit_code == 2


def test_a_blank_table_is_taken_along_by_command(works, tmp_path, tinhgon):
    out = tmp_path / "mau.xlsx"

    assert tinhgon("work", "export", "D019", str(out), "--blank").exit_code == 0
    assert out.exists()
