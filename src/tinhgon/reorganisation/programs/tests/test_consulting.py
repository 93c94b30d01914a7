"""Comments and readers by API and command line."""

import json
from datetime import date

from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.models import Comment

COMMENTS, READERS = "/plans/reform/comments", "/plans/reform/readers"
ON = date(2025, 6, 2)


def call(client, method, path, token, document=None):
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}
    answer = getattr(client, method)(
        f"/api/v1{path}", document, content_type="application/json", headers=headers
    )
    return answer.status_code, answer.json() if answer.content else None


def test_an_invited_reader_says_something_by_program(package, invited, token, client):
    said = {"text": "Giữ tên.", "unit": "DM"}

    status, made = call(client, "post", COMMENTS, token(invited), said)

    assert status == 201
    assert (made["by"], made["text"], made["unit"]) == ("Nguyễn Thị Lan", "Giữ tên.", "DM")


def test_a_stranger_does_not(package, world, token, client):
    status, _told = call(client, "post", COMMENTS, token(world.an), {"text": "Tôi cũng nói."})

    assert status == 404
    assert Comment.objects.count() == 0


def test_a_stranger_reads_nothing_of_what_is_enacted(enacted, world, token, client):
    assert call(client, "get", COMMENTS, token(world.an))[0] == 403


def test_a_comment_is_about_what_is_there(package, world, token, client):
    known = token(world.huong)

    assert call(client, "post", COMMENTS, known, {"text": "a", "unit": "KHONG"})[0] == 404
    assert call(client, "post", COMMENTS, known, {"text": "a", "plan": "khong"})[0] == 404
    assert call(client, "post", COMMENTS, known, {"text": "  "})[0] == 422
    assert call(client, "post", COMMENTS, known, {"text": "a\0b"})[0] == 422


def test_comments_are_listed_and_answered(package, say, world, token, client):
    made, known = say("Vì sao?", world.huong), token(world.huong)

    status, listed = call(client, "get", f"{COMMENTS}?state=open", known)
    assert (status, [one["text"] for one in listed["items"]]) == (200, ["Vì sao?"])

    address = f"{COMMENTS}/{made.pk}/answer"
    status, settled = call(client, "post", address, known, {"answer": "Theo khoản 2."})
    assert (status, settled["answer"]) == (200, "Theo khoản 2.")
    assert call(client, "post", address, known, {"answer": "Khác"})[0] == 409
    assert call(client, "post", f"{COMMENTS}/999/answer", known, {"answer": "Khác"})[0] == 404


def test_readers_are_invited_and_ended(package, world, token, client):
    known = token(world.huong)

    status, made = call(client, "post", READERS, known, {"email": "lan@example.vn"})
    assert (status, made["name"]) == (201, "Nguyễn Thị Lan")
    assert call(client, "get", READERS, known)[1][0]["email"] == "lan@example.vn"
    assert call(client, "delete", f"{READERS}/{world.lan.pk}", known)[0] == 204
    assert call(client, "delete", f"{READERS}/{world.lan.pk}", known)[0] == 404
    assert call(client, "post", READERS, known, {"email": "ai@example.vn"})[0] == 404


def test_what_is_enacted_takes_neither(enacted, world, token, client):
    known = token(world.huong)

    assert call(client, "post", COMMENTS, known, {"text": "Muộn."})[0] == 409
    assert call(client, "post", READERS, known, {"email": "lan@example.vn"})[0] == 409


# --- The command line -----------------------------------------------------------------------------


def test_comments_by_command(package, world, tinhgon):
    made = tinhgon("plan", "comment", "reform", "--text", "Vì sao?", "--unit", "DM", by=world.huong)
    number = made.output.strip()

    listed = tinhgon("plan", "comments", "reform", "--json", by=world.huong)
    assert [one["text"] for one in json.loads(listed.output)["comments"]] == ["Vì sao?"]

    told = tinhgon("plan", "answer", "reform", number, "--text", "Khoản 2.", by=world.huong)
    assert told.output == "Answered and settled.\n"
    again = tinhgon("plan", "answer", "reform", number, "--text", "Khác.", by=world.huong)
    assert again.exit_code == 2
    assert tinhgon("plan", "comments", "reform", "--open", by=world.huong).output == ""
    assert "→ Khoản 2." in tinhgon("plan", "comments", "reform", by=world.huong).output


def test_readers_by_command(package, world, tinhgon):
    told = tinhgon("plan", "invite", "reform", "lan@example.vn", by=world.huong)
    assert told.output == "Nguyễn Thị Lan may read the draft and comment on it.\n"

    assert "lan@example.vn" in tinhgon("plan", "readers", "reform", by=world.huong).output
    assert tinhgon("plan", "comment", "reform", "--text", "Ý", by=world.lan).exit_code == 0
    tinhgon("plan", "uninvite", "reform", "lan@example.vn", by=world.huong)
    assert tinhgon("plan", "comment", "reform", "--text", "Ý", by=world.lan).exit_code == 2


def test_wrong_words_of_a_command_are_told(package, world, tinhgon):
    assert tinhgon("plan", "comment", "reform", "--text", " ", by=world.huong).exit_code == 2
    unknown = tinhgon("plan", "comment", "reform", "--text", "a", "--unit", "X", by=world.huong)
    assert (unknown.exit_code, unknown.stderr) == (2, "There is no unit X.\n")
    assert tinhgon("plan", "invite", "reform", "ai@example.vn", by=world.huong).exit_code == 2
    assert tinhgon("plan", "uninvite", "reform", "an@example.vn", by=world.huong).exit_code == 2


def test_an_operator_comments_without_a_name(package, operator):
    made = actions.comment(package, by=operator, on=ON, text="Từ máy chủ")

    assert made.by is None
