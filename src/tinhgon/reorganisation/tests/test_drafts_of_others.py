"""An plans for quận Nam Từ Liêm: its drafts are open to An by every door, others by none."""

import json

import pytest

from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.consulting import actions as consulting
from tinhgon.reorganisation.models import Edit, Package

RENAME = {"verb": "rename", "unit": "XP", "name": "Mới"}
PLAN_FILE = {"plan": "plan", "day": "2025-07-01", "operations": [RENAME]}
SAID = {"edition": 1}


@pytest.fixture
def own(draft, planner):
    """A draft of somebody else, about a ward of Nam Từ Liêm."""
    return draft("own", Rename(unit="MT", name="Mễ Trì 2"))


@pytest.fixture
def other(draft, planner):
    """A draft about a ward of Hà Đông."""
    return draft("other", Rename(unit="DN", name="Dương Nội 2"))


@pytest.fixture
def consult(world):
    """Ms Lan is invited to a draft and says something of it: her comment."""

    def consulted(package):
        consulting.invite(package, by=world.huong, on=package.day, reader=world.lan)
        return consulting.comment(package, by=world.lan, on=package.day, text="Cần căn cứ.")

    return consulted


# --- Pages ----------------------------------------------------------------------------------------


LOOKS = (
    *("editor/", "editor/units/", "plan/editor/", "plan/editor/about/", "plan/editor/new/"),
    *("plan/editor/1/", "plan/import/", "readers/"),
)
SENDS = (
    ("editor/", {"title_vi": "Mới", "day": "2025-07-01", **SAID}, 302),
    ("editor/undo/", SAID, 302),
    ("plan/editor/about/", {"title_vi": "Mới", "instrument": "01/NQ-HĐND", **SAID}, 302),
    ("plan/editor/new/", {**RENAME, "unit": "Xuân Phương", **SAID}, 302),
    ("plan/editor/check/", {**RENAME, **SAID}, 200),
    ("plan/editor/1/", {"do": "out", **SAID}, 302),
    ("plan/import/", {"do": "take"}, 422),
    ("readers/", {"email": "hung@example.vn"}, 302),
    ("variants/", {"title_vi": "B", "day": "2025-07-01"}, 302),
)


@pytest.mark.parametrize("page", LOOKS)
def test_a_page_of_a_draft_of_ones_own_ground_is_open(own, planner, client, page):
    client.force_login(planner)

    assert client.get(f"/plans/own/{page}").status_code == 200


@pytest.mark.parametrize("page", LOOKS)
def test_a_page_of_a_draft_of_others_is_shut(other, planner, client, page):
    client.force_login(planner)

    assert client.get(f"/plans/other/{page}").status_code == 403


@pytest.mark.parametrize(("page", "data", "status"), SENDS)
def test_what_is_sent_about_ones_own_ground_is_taken(own, planner, client, page, data, status):
    client.force_login(planner)

    assert client.post(f"/plans/own/{page}", data).status_code == status


@pytest.mark.parametrize(("page", "data", "status"), SENDS)
def test_what_is_sent_about_others_is_refused(other, planner, client, page, data, status):
    client.force_login(planner)

    answer = client.post(f"/plans/other/{page}", data)

    assert answer.status_code == 403
    assert Package.objects.get().edition == 1


def test_no_finding_of_others_is_explained(draft, planner, client):
    draft("other", Dissolve(unit="DN"))
    client.force_login(planner)

    assert client.get("/plans/other/findings/1/").status_code == 200
    assert client.post("/plans/other/findings/1/", {"text": "Có căn cứ."}).status_code == 403


def test_the_page_says_courteously_why_and_who_may(other, planner, client):
    client.force_login(planner)

    page = client.get("/en/plans/other/editor/").content.decode()

    assert "This concerns more than the units for which you draft plans." in page


@pytest.mark.parametrize(
    ("code", "status", "answered"), [("own", 302, "Đã có."), ("other", 403, "")]
)
def test_a_comment_is_answered_on_ones_own_ground_only(
    own, other, consult, planner, client, code, status, answered
):
    comment = consult(Package.objects.get(code=code))
    client.force_login(planner)

    asked = {"do": "answer", "comment": comment.pk, "answer": "Đã có."}
    answer = client.post(f"/plans/{code}/comments/", asked)

    comment.refresh_from_db()
    assert (answer.status_code, comment.answer) == (status, answered)


# --- Programs -------------------------------------------------------------------------------------


OPERATIONS = (
    ("put", "plan/operations", {"operations": [RENAME], **SAID}, 200),
    ("post", "plan/operations", {"operation": RENAME, **SAID}, 201),
    ("put", "plan/operations/1", {"operation": RENAME, **SAID}, 200),
    ("delete", "plan/operations/1?edition=1", None, 200),
    ("post", "undo", SAID, 409),
    ("put", "plan/file?edition=1", PLAN_FILE, 200),
    ("post", "variants", {"code": "b"}, 201),
    ("post", "comments/{comment}/answer", {"answer": "Đã có."}, 200),
    ("get", "readers", None, 200),
    ("post", "readers", {"email": "hung@example.vn"}, 201),
    ("delete", "readers/{reader}", None, 204),
)


@pytest.fixture
def send(call, consult):
    """Call an operation on a draft that has a comment and a reader."""

    def sent(package, method, path, document):
        comment = consult(package)
        told = path.format(comment=comment.pk, reader=comment.by.pk)
        return call(method, f"/plans/{package.code}/{told}", document)

    return sent


@pytest.mark.parametrize(("method", "path", "document", "status"), OPERATIONS)
def test_an_operation_on_ones_own_ground_is_open(own, send, method, path, document, status):
    assert send(own, method, path, document)[0] == status


@pytest.mark.parametrize(
    ("method", "path", "document", "status"),
    [*OPERATIONS, ("put", "findings/1/explanation", {"text": "Có căn cứ."}, 200)],
)
def test_an_operation_on_a_draft_of_others_is_shut(other, send, method, path, document, status):
    status, problem = send(other, method, path, document)

    assert (status, problem["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert "everything that the package concerns" in problem["detail"]
    assert not Edit.objects.exists()


# --- The command line -----------------------------------------------------------------------------


COMMANDS = (
    (
        "add",
        "{code}",
        "plan",
        "--operation",
        json.dumps(RENAME).replace("{", "{{").replace("}", "}}"),
    ),
    ("take-out", "{code}", "plan", "1"),
    ("import", "{code}", "plan", "{file}"),
    ("copy", "{code}", "b", "--title", "B"),
    ("answer", "{code}", "{comment}", "--text", "Đã có."),
    ("invite", "{code}", "hung@example.vn"),
    ("uninvite", "{code}", "lan@example.vn"),
    ("readers", "{code}"),
)


SHUT = (("undo", "{code}"), ("explain", "{code}", "1", "--text", "Có căn cứ."))


@pytest.fixture
def type_in(tinhgon, planner, consult, tmp_path):
    """Run a command of `tinhgon plan` as An, on a draft that has a comment and a reader."""
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(PLAN_FILE), encoding="utf-8")

    def typed(package, words):
        named = {"code": package.code, "file": file, "comment": consult(package).pk}
        return tinhgon("plan", *(word.format(**named) for word in words), by=planner)

    return typed


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_command_on_ones_own_ground_is_open(own, type_in, words):
    assert type_in(own, words).exit_code == 0


@pytest.mark.parametrize("words", [*COMMANDS, *SHUT], ids=lambda words: words[0])
def test_a_command_on_a_draft_of_others_is_shut(other, type_in, words):
    said = type_in(other, words)

    assert said.exit_code == 2
    assert "plan.draft for everything that the package concerns" in said.stderr
    assert not Edit.objects.exists()
