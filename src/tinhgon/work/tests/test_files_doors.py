"""Programs and commands put files to works, save them and object, as pages do."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.accounts import actions as accounts
from tinhgon.registry.api.tests.conftest import send  # noqa: F401 - fixtures
from tinhgon.work.conftest import JUNE
from tinhgon.work.models import Attachment

PDF = b"%PDF-1.7\n%" + b"x" * 100


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def key(world, works, operator):
    """How somebody's program says who it is."""

    def made(person):
        scopes = ["work.see", "work.direct"]
        token = accounts.hand_out_token(person, by=operator, name="máy", scopes=scopes)
        return {"Authorization": f"Bearer {token}"}

    return made


@pytest.fixture
def put(client):
    """Files are sent to a work by a program."""

    def sent(work, headers, *files, **more):
        files = [SimpleUploadedFile(name, content) for name, content in files]
        address = f"/api/v1/works/{work.key}/files"
        return client.post(address, {"file": files, **more}, headers=headers)

    return sent


def test_programs_put_list_save_and_withdraw_files(works, world, key, put, client):
    work, headers = works.issue(), key(world.hung)

    made = put(work, headers, ("Biên bản.pdf", PDF), ("a.txt", b"mot"), day="2025-06-01")
    listed = client.get(f"/api/v1/works/{work.key}/files", headers=headers).json()
    address = f"/api/v1/works/{work.key}/files/{listed[0]['file']}"
    saved = client.get(address, headers=headers)
    content = b"".join(saved.streaming_content)
    gone = client.post(
        f"{address}/withdrawal", {"reason": "Nhầm"}, "application/json", headers=headers
    )

    assert (made.status_code, made.json()) == (201, listed)
    assert [(one["name"], one["kind"], one["day"], one["unit"]) for one in listed] == [
        ("Biên bản.pdf", "application/pdf", "2025-06-01", "D019"),
        ("a.txt", "text/plain", "2025-06-01", "D019"),
    ]
    assert (content, saved["ETag"]) == (PDF, f'"{listed[0]["sha256"]}"')
    assert saved["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert gone.json()[0]["withdrawn"] == "Nhầm"
    assert client.get(address, headers=headers).status_code == 404


def test_what_is_refused_is_a_problem(works, world, key, put, client):
    work, headers = works.issue(), key(world.hung)

    wrong = put(work, headers, ("a.pdf", b"MZ\x90\0"))
    none = put(work, headers)
    later = put(work, headers, ("a.pdf", PDF), day="2999-01-01")

    assert (wrong.status_code, wrong.json()["type"]) == (409, "urn:tinhgon:problem:unknown-file")
    assert (none.status_code, none.json()["type"]) == (422, "urn:tinhgon:problem:no-file")
    assert (later.status_code, later.json()["type"]) == (409, "urn:tinhgon:problem:not-yet")
    assert not Attachment.objects.exists()


def test_a_file_that_is_sent_twice_under_one_key_is_put_once(works, world, key, put):
    work, headers = works.issue(), {**key(world.hung), "Idempotency-Key": "mot"}
    large = PDF + b"x" * 7_000_000  # more than is held in memory

    first = put(work, headers, ("a.pdf", large))
    again = put(work, headers, ("a.pdf", large))
    other = put(work, headers, ("a.pdf", large + b"y"))

    assert (first.status_code, again.json()) == (201, first.json())
    assert other.status_code == 422
    assert Attachment.objects.count() == 1


def test_a_stranger_puts_and_saves_nothing(works, world, operator, key, put, client):
    work = works.issue()
    put(work, key(world.hung), ("a.pdf", PDF))
    over = {"on": JUNE[1], "unit": world.unit("XP")}
    accounts.grant(world.an, by=operator, role="unit-head", **over)
    headers = key(world.an)
    number = Attachment.objects.get().pk

    assert put(work, headers, ("b.pdf", PDF)).status_code == 404
    assert (
        client.get(f"/api/v1/works/{work.key}/files/{number}", headers=headers).status_code == 404
    )


def test_programs_object_and_decide(works, world, operator, send):  # noqa: F811
    work = works.issue(due=JUNE[10])
    over = {"on": JUNE[1], "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    scopes = ["work.see", "work.direct", "work.handle"]
    lan, hung = (
        accounts.hand_out_token(one, by=operator, name="máy", scopes=scopes)
        for one in (world.lan, world.hung)
    )
    acts, said = f"/works/{work.key}/acts", {"objection": "not-ours", "words": "Của Tây Mỗ"}

    refused, why = send(acts, {"act": "object", **said}, token=hung)
    status, told = send(acts, {"act": "object", **said}, token=lan)
    decided = send(acts, {"act": "decide-objection", "words": "Đúng", "upheld": True}, token=hung)

    assert (refused, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert (status, told["objected"], told["state"]) == (201, True, "issued")
    assert [(one["kind"], one["upheld"]) for one in decided[1]["objections"]] == [
        ("not-ours", True)
    ]


def test_files_are_put_and_objections_decided_on_the_command_line(works, tinhgon, tmp_path):
    work = works.issue(due=JUNE[10])
    paper = tmp_path / "Biên bản.pdf"
    paper.write_bytes(PDF)

    put = tinhgon("work", "attach", work.key, paper, "--day", "2025-06-01")
    why = ("--words", "Chờ số liệu")
    objected = tinhgon("work", "object", work.key, "--kind", "judgement", *why)
    listed = tinhgon("work", "list", "DM", "--show", "objected", "--on", "2025-06-20", "--json")
    decided = tinhgon("work", "decide-objection", work.key, "--uphold", *why, "--json")

    assert "Biên bản.pdf" in put.stdout, put.stderr
    assert objected.exit_code == 0, objected.stderr
    assert [one["work"] for one in json.loads(listed.stdout)["works"]] == [work.key]
    told = json.loads(decided.stdout)
    assert (told["excused"], told["objections"][0]["upheld"]) == (True, True)
    assert [one["name"] for one in told["files"]] == ["Biên bản.pdf"]
