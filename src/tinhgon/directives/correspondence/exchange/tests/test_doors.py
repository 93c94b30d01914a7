"""Programs and commands bring tables of documents into a book, if they keep it."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.accounts import actions as accounts
from tinhgon.directives.correspondence.exchange.tests.world import came, csv, workbook

KEEPING = ["work.see", "directives.correspondence"]


@pytest.fixture
def token(clerk, operator):
    """A key of the clerk's."""
    return accounts.hand_out_token(clerk, by=operator, name="máy", scopes=KEEPING)


@pytest.fixture
def send_file(client, incoming, token):
    """Send a table for the book."""

    def sent(lines, by=token, **asked):
        ((name, content),) = workbook(lines)
        query = "&".join(f"{name}=true" for name in asked)
        file = {"file": SimpleUploadedFile(name, content)}
        key = {"authorization": f"Bearer {by}"}
        return client.post(f"/api/v1/books/{incoming.pk}/import?{query}", file, headers=key)

    return sent


@pytest.fixture
def table(tmp_path):
    """A table as a file of its own."""

    def written(lines):
        ((name, content),) = csv(lines)
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return written


def test_programs_bring_a_table_in_after_a_rehearsal(send_file, incoming):
    rehearsed = send_file([came(1), came(2)], dry_run=True).json()
    before = incoming.entries.count()
    told = send_file([came(1), came(2)])

    assert (rehearsed["count"], rehearsed["dry_run"], before) == (2, True, 0)
    assert told.json() == {
        "count": 2,
        "known": 0,
        "cancelled": 0,
        "following": 3,
        "unread": [],
        "dry_run": False,
    }


def test_programs_are_told_all_faults_by_cell(send_file):
    answer = send_file([came(1, Nơi_gửi=""), came(3)])
    told = answer.json()

    assert (answer.status_code, told["type"]) == (422, "urn:tinhgon:problem:faulty-file")
    assert [(one["cell"], one["code"]) for one in told["faults"]] == [
        ("C2", "no-sender"),
        ("A3", "gap-of-one"),
    ]
    assert "2" in told["faults"][1]["message"]["vi"]


def test_programs_choose_that_days_may_go_back(send_file, incoming):
    rows = [came(1, Ngày_đến="2025-01-20"), came(2)]

    assert send_file(rows).status_code == 422
    assert send_file(rows, any_order=True).status_code == 200
    assert incoming.entries.count() == 2


def test_who_only_sees_a_book_and_a_stranger_send_no_table(send_file, incoming, world, operator):
    seeing = accounts.hand_out_token(world.hung, by=operator, name="x", scopes=KEEPING)
    stranger = accounts.hand_out_token(world.an, by=operator, name="y", scopes=KEEPING)

    refused = [send_file([came(1)], by=one).status_code for one in (seeing, stranger)]

    assert refused == [403, 403]
    assert not incoming.entries.exists()


def test_a_table_is_brought_in_by_command(incoming, clerk, world, table, tinhgon):
    given = ("correspondence", "import", incoming.pk, table([came(1), came(2)]))

    rehearsed = tinhgon(*given, "--dry-run", by=clerk)
    before = incoming.entries.count()
    brought = tinhgon(*given, "--json", by=clerk)
    again = tinhgon(*given, by=clerk)
    seeing = tinhgon(*given, by=world.hung)
    stranger = tinhgon(*given, by=world.an)

    assert ("Nothing was written" in rehearsed.stdout, before) == (True, 0)
    assert json.loads(brought.stdout)["count"] == 2
    assert "0 new, 2 known already. The next number is 3." in again.stdout
    assert (seeing.exit_code, stranger.exit_code) == (2, 2)


def test_a_command_tells_all_faults_with_their_places(incoming, clerk, table, tinhgon):
    rows = [came(1, Ngày_đến="2025-01-20"), came(2), came(5)]

    refused = tinhgon("correspondence", "import", incoming.pk, table(rows), by=clerk)
    chosen = tinhgon(
        *("correspondence", "import", incoming.pk, table(rows[:2]), "--any-order"), by=clerk
    )

    assert (refused.exit_code, chosen.exit_code) == (2, 0)
    assert "row 4, column serial (STT): No. 3 to 4 are missing" in refused.stderr
    assert "2 places are wrong" in refused.stderr
