"""An plans for quận Nam Từ Liêm and puts into no draft what reaches beyond it."""

import json

import pytest

from tinhgon.conftest import SMALL_WORLD
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import soup
from tinhgon.reorganisation.deciding.entitlement import NotEntitled, edit, may_edit
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.exchange.form import packed
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.reading import rearrangement

WITHIN = {"verb": "rename", "unit": "MT", "name": "Mới"}
BEYOND = {"verb": "rename", "unit": "DN", "name": "Mới"}
PLAN = {"plan": "plan", "day": "2025-07-01", "instrument": "01/NQ-HĐND"}


@pytest.fixture
def empty(draft, planner):
    """A draft of An's that says nothing yet."""
    return draft("empty", by=planner)


def renamed(key):
    return Rename(unit=key, name="Mới")


def said(package):
    """The edition of a draft and the units that its operations name."""
    documents = package.plans.get().operations.values_list("document", flat=True)
    return Package.objects.get(pk=package.pk).edition, [one["unit"] for one in documents]


# --- The rule -------------------------------------------------------------------------------------


def test_what_lies_within_is_put_in(empty, planner):
    edit(actions.add, empty.plans.get(), by=planner, edition=1, operation=renamed("MT"))

    assert said(empty) == (2, ["MT"])


def test_a_unit_next_door_is_not(empty, planner):
    with pytest.raises(NotEntitled):
        edit(actions.add, empty.plans.get(), by=planner, edition=1, operation=renamed("DN"))

    assert said(empty) == (1, [])


def test_nor_is_a_ward_given_to_the_district_next_door(empty, planner):
    away = Move(unit="MT", parent="D268")

    with pytest.raises(NotEntitled):
        edit(actions.add, empty.plans.get(), by=planner, edition=1, operation=away)


def test_about_the_district_itself_decides_whoever_plans_above_it(empty, planner):
    with pytest.raises(NotEntitled):
        edit(actions.add, empty.plans.get(), by=planner, edition=1, operation=renamed("D019"))


def test_what_was_refused_is_not_remembered_as_what_the_next_edition_says(empty, planner, world):
    plan = empty.plans.get()
    with pytest.raises(NotEntitled):
        edit(actions.add, plan, by=planner, edition=1, operation=renamed("DN"))

    edit(actions.add, plan, by=planner, edition=1, operation=renamed("MT"))

    assert rearrangement(Package.objects.get()).changed == ["MT"]


def test_what_others_took_out_from_beyond_does_not_come_back(draft, planner, world):
    package = draft("both", renamed("MT"), renamed("DN"))
    actions.remove(package.plans.get(), place=1, by=world.huong, edition=1)
    package = Package.objects.get()
    assert may_edit(planner, package)

    with pytest.raises(NotEntitled):
        edit(actions.undo, package, by=planner, edition=2)

    assert said(package) == (2, ["MT"])


def test_a_draft_that_others_let_grow_beyond_is_no_longer_theirs(empty, planner, world):
    plan = empty.plans.get()
    edit(actions.add, plan, by=planner, edition=1, operation=renamed("MT"))

    edit(actions.add, plan, by=world.huong, edition=2, operation=renamed("DN"))

    assert not may_edit(planner, Package.objects.get())


# --- Pages ----------------------------------------------------------------------------------------


def test_the_form_says_so_and_keeps_what_was_typed(empty, planner, client):
    client.force_login(planner)

    sent = {**BEYOND, "unit": "Dương Nội", "edition": 1}
    answer = client.post("/en/plans/empty/plan/editor/new/", sent)

    assert answer.status_code == 403
    page = soup(answer)
    assert "This concerns more than the units for which you draft plans." in page.get_text()
    assert page.select_one("input[name=name]")["value"] == "Mới"
    assert said(empty) == (1, [])


def test_a_file_is_not_taken(empty, planner, client):
    client.force_login(planner)
    plan = empty.plans.get()

    sent = {"do": "take", "said": packed(plan, [renamed("DN")]), "edition": 1}
    answer = client.post("/plans/empty/plan/import/", sent)

    assert answer.status_code == 403
    assert said(empty) == (1, [])


def test_an_undo_is_refused(draft, planner, world, client):
    package = draft("both", renamed("MT"), renamed("DN"))
    actions.remove(package.plans.get(), place=1, by=world.huong, edition=1)
    client.force_login(planner)

    assert client.post("/plans/both/editor/undo/", {"edition": 2}).status_code == 403
    assert said(package) == (2, ["MT"])


# --- Programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "document"),
    [
        ("post", "plan/operations", {"operation": BEYOND, "edition": 1}),
        ("put", "plan/operations", {"operations": [WITHIN, BEYOND], "edition": 1}),
        ("put", "plan/file?edition=1", {**PLAN, "operations": [BEYOND]}),
    ],
)
def test_an_operation_puts_in_nothing_from_beyond(empty, call, method, path, document):
    status, problem = call(method, f"/plans/empty/{path}", document)

    assert (status, problem["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert said(empty) == (1, [])


def test_nor_is_one_changed_into_another(draft, call):
    package = draft("ward", renamed("MT"))

    status, _problem = call(
        "put", "/plans/ward/plan/operations/1", {"operation": BEYOND, "edition": 1}
    )

    assert (status, said(package)) == (403, (1, ["MT"]))


@pytest.mark.parametrize(("operation", "status", "made"), [(WITHIN, 201, 1), (BEYOND, 403, 0)])
def test_a_new_draft_lies_within(draft, call, operation, status, made):
    draft("the-instrument-is-there").delete()
    body = {"code": "new-one", "day": PLAN["day"], "plans": [{**PLAN, "operations": [operation]}]}

    assert call("post", "/plans", body)[0] == status
    assert Package.objects.count() == made


# --- The command line -----------------------------------------------------------------------------


def test_a_command_puts_in_nothing_from_beyond(empty, planner, tinhgon):
    told = tinhgon("plan", "add", "empty", "plan", "--operation", json.dumps(BEYOND), by=planner)

    assert told.exit_code == 2
    assert "plan.draft for everything that the package concerns" in told.stderr
    assert said(empty) == (1, [])


def test_nor_by_a_file(empty, planner, tinhgon, tmp_path):
    file = tmp_path / "plan.json"
    file.write_text(json.dumps({**PLAN, "operations": [BEYOND]}), encoding="utf-8")

    assert tinhgon("plan", "import", "empty", "plan", file, by=planner).exit_code == 2
    assert said(empty) == (1, [])


def test_the_changes_of_a_folder_are_drafted_by_whoever_drafts_for_all_of_them(planner, tinhgon):
    words = ("plan", "draft", SMALL_WORLD, "--day", "2025-07-01", "--code", "reform-2")

    assert tinhgon(*words, by=planner).exit_code == 2
    assert not Package.objects.exists()


def test_a_draft_that_says_nothing_is_begun_by_whoever_drafts(planner, tinhgon):
    words = ("plan", "new", "begun", "--day", "2025-07-01", "--title", "Mới")

    assert tinhgon(*words, by=planner).exit_code == 0
