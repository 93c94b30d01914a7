"""Programs and commands keep books as pages do, and are refused what pages refuse."""

import json

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.registry.api.tests.conftest import send  # noqa: F401 - fixture

TODAY = timezone.localdate()


@pytest.fixture
def token(clerk, operator):
    """A key of the clerk's with all that she may."""
    scopes = ["directives.correspondence"]
    return accounts.hand_out_token(clerk, by=operator, name="máy", scopes=scopes)


@pytest.fixture
def book(keeping):
    """The book of this year for what comes in."""
    return keeping.open(year=TODAY.year, at=timezone.now())


PAPER = {
    "number": "86/KH-UBND",
    "issued": str(TODAY),
    "received": str(TODAY),
    "abstract": "Rà soát",
    "sender": "Sở Nội vụ",
}
OUT = {
    "type": "QĐ",
    "issued": str(TODAY),
    "abstract": "Thành lập tổ",
    "signer": "Mai",
    "recipients": "Như Điều 3",
}


def test_programs_open_a_book_and_register_in_it(token, clerk, send):  # noqa: F811
    opening = {"direction": "outgoing", "year": TODAY.year, "name": "Chung", "issuer": "UBND"}

    status, book = send("/units/DM/books", opening, token=token)
    made, one = send(f"/books/{book['id']}/outgoing", OUT, token=token)
    again, why = send("/units/DM/books", opening, token=token)

    assert (status, made, one["number"]) == (201, 201, "01/QĐ-UBND")
    assert (again, why["type"]) == (409, "urn:tinhgon:problem:taken")


def test_programs_register_pass_on_amend_and_cancel(token, book, send):  # noqa: F811
    place = f"/books/{book.pk}/entries/1"

    wrong, why = send(f"/books/{book.pk}/incoming", PAPER | {"number": "86"}, token=token)
    made, one = send(f"/books/{book.pk}/incoming", PAPER, token=token)
    passed, told = send(f"{place}/acts", {"act": "forward", "unit": "TM"}, token=token)
    amended, now = send(f"{place}/amendments", {"abstract": "Rà soát chợ"}, token=token)
    ended, last = send(f"{place}/acts", {"act": "cancel", "words": "Nhầm"}, token=token)
    late, refused = send(f"{place}/acts", {"act": "cancel", "words": "Lại"}, token=token)

    assert (wrong, why["type"]) == (422, "urn:tinhgon:problem:no-stroke")
    assert (made, one["serial"], one["kind"]) == (201, 1, "kế hoạch")
    assert (passed, [row["unit"] for row in told["forwarded"]]) == (201, ["TM"])
    assert (amended, now["abstract"], now["number"]) == (201, "Rà soát chợ", "86/KH-UBND")
    assert (ended, last["cancel_reason"]) == (201, "Nhầm")
    assert (late, refused["type"]) == (409, "urn:tinhgon:problem:cancelled")


def test_programs_list_what_a_reader_may_see(book, token, keeping, world, client, operator):
    keeping.receive(book, timezone.now(), issued=TODAY, received=TODAY)
    seeing = accounts.hand_out_token(world.hung, by=operator, name="x", scopes=["work.see"])
    blind = accounts.hand_out_token(world.hung, by=operator, name="y", scopes=["work.direct"])

    def get(path, key, **query):
        return client.get(f"/api/v1{path}", query, headers={"Authorization": f"Bearer {key}"})

    books = get("/units/DM/books", seeing).json()
    found = get(f"/books/{book.pk}/entries", token, q="nha van hoa").json()
    empty = get(f"/books/{book.pk}/entries", token, party="biên chế").json()

    assert [(one["id"], one["count"], one["last"]) for one in books["items"]] == [(book.pk, 1, 1)]
    assert [one["serial"] for one in found["items"]] == [1]
    assert empty["total"] == 0
    assert get(f"/books/{book.pk}/entries/1", token).json()["sender"] == "Sở Văn hóa"
    assert get("/units/DM/books", blind).status_code == 403
    assert get(f"/books/{book.pk}/entries/1", blind).status_code == 404


def test_who_only_sees_registers_nothing_by_program(book, world, operator, send):  # noqa: F811
    scopes = ["work.see", "directives.correspondence"]
    key = accounts.hand_out_token(world.hung, by=operator, name="x", scopes=scopes)

    status, why = send(f"/books/{book.pk}/incoming", PAPER, token=key)

    assert (status, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert not book.entries.exists()


def test_a_book_lives_on_the_command_line(world, keeping, clerk, tinhgon, tmp_path):
    opened = tinhgon("correspondence", "open", "DM", "Chung", "--incoming", "--json", by=clerk)
    book = json.loads(opened.stdout)["id"]
    given = ("--number", "86/KH-UBND", "--issued", TODAY, "--sender", "Sở Nội vụ")

    received = tinhgon("correspondence", "receive", book, "Rà soát", *given, by=clerk)
    tinhgon("correspondence", "forward", book, 1, "--unit", "TM", by=clerk)
    tinhgon("correspondence", "amend", book, 1, "--abstract", "Rà soát chợ", by=clerk)
    wrong = tinhgon("correspondence", "receive", book, "x", "--issued", TODAY, by=clerk)
    tinhgon("correspondence", "cancel", book, 1, "--reason", "Nhầm", by=clerk)
    shown = json.loads(tinhgon("correspondence", "show", book, 1, "--json", by=clerk).stdout)
    listed = tinhgon("correspondence", "list", book, "-q", "cho", by=clerk)
    written = tinhgon("correspondence", "export", book, tmp_path / "so.csv", by=clerk)

    assert "86/KH-UBND" in received.stdout
    assert (wrong.exit_code, "Give the number" in wrong.stderr) == (2, True)
    assert (shown["cancel_reason"], shown["forwarded"][0]["unit"]) == ("Nhầm", "TM")
    assert "Rà soát chợ (Cancelled)" in " ".join(listed.stdout.split())
    assert written.exit_code == 0
    assert "86/KH-UBND" in (tmp_path / "so.csv").read_text(encoding="utf-8-sig")


def test_a_document_goes_out_by_command(keeping, clerk, tinhgon):
    book = keeping.open_outgoing(year=TODAY.year, at=timezone.now())
    given = ("--signer", "Mai", "--recipients", "Như Điều 3")

    sent = tinhgon("correspondence", "send", book.pk, "Lập tổ", "--type", "QĐ", *given, by=clerk)
    listed = tinhgon("correspondence", "books", "DM", by=clerk)

    assert "01/QĐ-UBND" in sent.stdout
    assert f"Chung {TODAY.year}" in listed.stdout


def test_a_command_tells_a_clerk_of_elsewhere_nothing(keeping, book, world, tinhgon, operator):
    keeping.receive(book, timezone.now(), issued=TODAY, received=TODAY)
    role = {"role": "clerk", "on": TODAY, "unit": world.unit("TM")}
    accounts.grant(world.an, by=operator, reason="văn thư", **role)

    hidden = tinhgon("correspondence", "show", book.pk, 1, by=world.an)
    missing = tinhgon("correspondence", "show", book.pk + 1, 1, by=world.an)

    assert hidden.exit_code == missing.exit_code == 2
    assert "There is no book" in hidden.stderr
    assert tinhgon("correspondence", "books", "DM", by=world.an).exit_code == 2
