"""A plan taken along as a file and brought back, on pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation.actions import enact
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Package

PLAN = "/plans/reform/1656-nq-ubtvqh15/"
RENAME = "operation,verb,unit,name\n1,rename,MT,Mễ Trì 2\n"


@pytest.fixture
def huong(world, client):
    """Ms Hương, signed in."""
    client.force_login(world.huong)
    return world.huong


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


@pytest.fixture
def upload(client):
    """Send a file: the answer, and its page as soup."""

    def uploaded(content, name="plan.csv", language="en"):
        root = "" if language == "vi" else f"/{language}"
        file = SimpleUploadedFile(name, content.encode())
        answer = client.post(f"{root}{PLAN}import/", {"file": file})
        return answer, soup(answer)

    return uploaded


@pytest.fixture
def take(client):
    """Say yes to what was looked at: the answer, and the page it leads to as soup."""

    def taken(page, **other):
        boxes = page.select("form input[type=hidden][name]")
        sent = {box["name"]: box["value"] for box in boxes} | {"do": "take"} | other
        answer = client.post(f"/en{PLAN}import/", sent, follow=True)
        return answer, soup(answer)

    return taken


def documents(plan):
    return list(plan.operations.values_list("document", flat=True))


# --- Taken along ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("yaml", "application/yaml; charset=utf-8"),
        ("json", "application/json; charset=utf-8"),
    ],
)
def test_a_plan_is_taken_along(in_effect, client, kind, media):
    answer = client.get(f"{PLAN}file/", {"format": kind})

    assert answer["Content-Type"] == media
    assert answer["Content-Disposition"] == (
        f'attachment; filename="reform-1656-nq-ubtvqh15.{kind}"'
    )
    assert "TM-new" in answer.content.decode()


def test_its_page_leads_to_its_files(in_effect, show):
    links = [link["href"] for link in show(PLAN).select("a[href*='/file/']")]

    assert links == [f"/en{PLAN}file/?format={kind}" for kind in ("csv", "xlsx", "yaml", "json")]


def test_another_kind_of_file_there_is_not(in_effect, client):
    assert client.get(f"{PLAN}file/", {"format": "exe"}).status_code == 404


def test_the_file_of_a_draft_is_for_those_who_see_it(package, client):
    assert client.get(f"{PLAN}file/").status_code == 404


# --- Looked at ------------------------------------------------------------------------------------


def test_the_form_says_what_will_happen_and_how_a_file_is_written(package, huong, show):
    page = show(f"{PLAN}import/")

    assert words(page, "h1") == ["Bring a plan as a file"]
    assert "unit đơn vị" in words(page, "details li")


def test_a_file_is_looked_at_before_it_is_taken(plan, huong, upload):
    before = documents(plan)

    answer, page = upload(RENAME)

    assert answer.status_code == 200
    assert words(page, "h1") == ["What the file would change"]
    assert words(page, ".tg-facts > div") == [
        *("operations added 1", "operations changed 0"),
        *(f"operations taken out {len(before)}", "operations as before 0"),
    ]
    assert "Rename Phường Mễ Trì: Phường Mễ Trì 2." in words(page, "section ul li")
    assert documents(plan) == before


def test_the_same_in_vietnamese(plan, huong, upload):
    _answer, page = upload(RENAME, language="vi")

    assert words(page, "h1") == ["Tệp sẽ thay đổi gì"]


def test_faults_are_told_by_line_and_column(plan, huong, upload):
    answer, page = upload("operation,verb,unit,name\n1,rename,Mễ Trỉ,Mới\n2,dance,MT,\n")

    assert answer.status_code == 422
    assert words(page, "#faults")[0] == "plan.csv is not read"
    found = words(page, "section[aria-labelledby=faults] li")
    assert found[0].startswith("Line 2, column unit : No unit is called “Mễ Trỉ”")
    assert found[1].startswith("Line 3, column verb : “dance” is not known here.")


def test_a_file_of_another_kind_is_refused_at_its_box(plan, huong, upload):
    answer, page = upload("x", name="plan.pdf")

    assert answer.status_code == 422
    assert "“plan.pdf” is not a file of this kind" in page.get_text()


def test_what_the_plan_says_already_changes_nothing(plan, huong, client, upload):
    content = client.get(f"{PLAN}file/").content.decode()

    _answer, page = upload(content)

    assert words(page, ".tg-empty h2") == ["Nothing would change"]


# --- Taken ----------------------------------------------------------------------------------------


def test_it_is_taken_as_one_edit_that_can_be_undone(plan, huong, upload, take):
    before = documents(plan)
    _answer, looked = upload(RENAME)

    answer, page = take(looked)

    assert answer.redirect_chain == [(f"/en{PLAN}editor/", 302)]
    assert words(page, ".tg-messages .tg-message") == ["The plan now says 1 operation."]
    assert documents(plan) == [{"verb": "rename", "unit": "MT", "name": "Mễ Trì 2"}]
    actions.undo(plan.package, by=huong, edition=2)
    assert documents(plan) == before


def test_what_comes_changes_and_goes_is_headed_as_of_a_draft(plan, huong, upload):
    _answer, page = upload(RENAME, language="vi")

    assert words(page, "h2.tg-h3") == ["Thêm", "Bỏ đi"]


def test_where_somebody_was_quicker_it_is_asked_anew_and_nothing_is_lost(
    plan, huong, world, upload, take
):
    _answer, looked = upload(RENAME)
    actions.remove(plan, place=0, by=world.hung, edition=1)

    answer, page = take(looked)

    assert answer.status_code == 409
    assert words(page, "#meanwhile") == ["Somebody else has edited the draft meanwhile"]
    answer, _page = take(page)
    assert len(documents(plan)) == 1


def test_what_did_not_come_from_here_is_not_taken(plan, huong, upload, take):
    before = documents(plan)
    _answer, looked = upload(RENAME)

    answer, _page = take(looked, said="made-up")

    assert answer.status_code == 422
    assert documents(plan) == before


def test_what_was_looked_at_for_another_plan_is_not_taken(plan, huong, upload, client, package):
    other = package.plans.exclude(pk=plan.pk).get()
    _answer, looked = upload(RENAME)
    said = looked.select_one("input[name=said]")["value"]

    sent = {"do": "take", "edition": 1, "said": said}
    answer = client.post(f"/en/plans/reform/{other.code}/import/", sent)

    assert answer.status_code == 422


def test_what_is_decided_takes_no_file(plan, huong, upload, take, operator, world):
    _answer, looked = upload(RENAME)
    enact(Package.objects.get(code="reform"), by=operator, on=world.day)

    assert take(looked)[0].status_code == 409
    assert upload(RENAME)[0].status_code == 409


def test_others_bring_nothing(package, world, client):
    client.force_login(world.an)

    assert client.get(f"{PLAN}import/").status_code == 403
