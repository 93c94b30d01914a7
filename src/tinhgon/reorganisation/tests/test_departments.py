"""Two departments of Hà Nội become one: drafted by page and by command, judged, put into effect.

Sở Du lịch and Sở Văn hóa và Thể thao, by Ms Hương; the day is 1 October 2026.
"""

import json
from datetime import date

import pytest

from tinhgon.conftest import approved, reloaded
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.queries import unit_on
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.picking import meant, suggestions
from tinhgon.reorganisation.flow.view import View
from tinhgon.reorganisation.rearrangement.reading import rearrangement

DAY, EVE = date(2026, 10, 1), date(2026, 9, 30)
NEW = Unit(
    key="P01.culture-2027",
    level="agency",
    kind="sở",
    name="Văn hóa, Thể thao và Du lịch",
    parent="P01.people-committee",
)
JOINING = Consolidate(sources=("P01.culture", "P01.tourism"), successor=NEW)


@pytest.fixture
def begin(bodies, world):
    """A draft of Ms Hương's with these operations."""

    def begun(*operations, code="departments"):
        Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)
        plan = Plan(code="plan", day=DAY, operations=operations, instrument="01/NQ-HĐND")
        titles = {"vi": "Hợp nhất hai sở", "en": "Two departments become one"}
        return actions.draft(code, by=world.huong, on=DAY, plans=[plan], titles=titles)

    return begun


def operations(package):
    plan = package.plans.get()
    return [dict(document) for document in plan.operations.values_list("document", flat=True)]


def blocking(package):
    return {one.rule for one in rearrangement(package).findings if one.severity == "block"}


def test_it_is_drafted_on_the_page_by_the_names_of_the_departments(begin, world, client):
    package = begin()
    client.force_login(world.huong)

    answer = client.post(
        "/en/plans/departments/plan/editor/new/",
        {
            "verb": "consolidate",
            "sources-rows": "2",
            "sources-0-unit": "Sở Du lịch",
            "sources-1-unit": "Sở Văn hóa và Thể thao",
            "successor-name": "Văn hóa, Thể thao và Du lịch",
            "successor-kind": "agency:sở",
            "successor-parent": "Ủy ban nhân dân thành phố Hà Nội",
        },
    )

    assert answer.status_code == 302
    (operation,) = operations(package)
    assert {*operation["sources"]} == {"P01.culture", "P01.tourism"}
    assert operation["successor"]["parent"] == "P01.people-committee"
    assert blocking(package) == set()


def test_it_is_drafted_by_command(begin, world, tinhgon):
    package = begin()
    said = {
        "verb": "consolidate",
        "sources": ["P01.culture", "P01.tourism"],
        "successor": {
            "key": NEW.key,
            "level": NEW.level,
            "kind": NEW.kind,
            "name": NEW.name,
            "parent": NEW.parent,
        },
    }

    told = tinhgon(
        "plan", "add", "departments", "plan", "--operation", json.dumps(said), by=world.huong
    )

    assert told.exit_code == 0, told.output
    assert operations(package)[0]["verb"] == "consolidate"
    assert blocking(package) == set()


@pytest.mark.parametrize(
    ("verb", "given"),
    [
        ("rename", {"unit": "Sở Du lịch", "name": "Du lịch và Dịch vụ"}),
        ("convert", {"unit": "Ban Nội chính Thành ủy Hà Nội", "kind": "văn phòng"}),
        ("move", {"unit": "Trường Lê Hồng Phong", "parent": "Sở Nội vụ"}),
        ("dissolve", {"unit": "Sở Du lịch"}),
        ("absorb", {"into": "Sở Văn hóa và Thể thao", "absorbed": "Sở Du lịch"}),
    ],
)
def test_every_verb_for_bodies_has_its_form(begin, world, client, verb, given):
    begin()
    client.force_login(world.huong)

    page = soup(client.get(f"/en/plans/departments/plan/editor/new/?verb={verb}"))

    boxes = {box.get("name", "") for box in page.select("main input, main select")}
    assert all(any(box.startswith(name) for box in boxes) for name in given)


def test_bodies_are_suggested_while_somebody_types(begin):
    draft = drafted(begin())

    found = [draft.full(unit) for unit in suggestions(draft, "sở du")]
    assert found == ["Sở Du lịch"]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Sở Du lịch", ["P01.tourism"]),
        ("Ủy ban nhân dân thành phố Hà Nội", ["P01.people-committee"]),
        ("Hà Nội", ["P01"]),
        ("Phường Đại Mỗ", ["DM-new"]),
        ("Đảng ủy phường Đại Mỗ", ["DM-new.party-committee"]),
    ],
)
def test_what_is_typed_means_the_area_unless_a_body_is_named_in_full(begin, typed, keys):
    assert [unit.key for unit in meant(drafted(begin()), typed)] == keys


def test_from_the_day_the_new_department_stands_and_leads_what_both_led(begin, operator):
    package = begin(JOINING)

    actions.enact(approved(package, operator), by=operator, on=DAY)

    assert unit_on("P01.tourism", EVE).name == "Du lịch"
    assert unit_on("P01.tourism", DAY) is None
    assert unit_on(NEW.key, DAY).name == "Văn hóa, Thể thao và Du lịch"
    led = {one.function for one in mandates(DAY, units=[NEW.key]) if one.is_lead}
    assert led == {"tourism", "culture-and-sport"}
    assert {one.unit for one in mandates(EVE, function="tourism")} == {"P01.tourism"}


def test_what_a_department_guided_is_guided_by_its_heir(begin, operator):
    actions.enact(approved(begin(JOINING), operator), by=operator, on=DAY)

    assert unit_on("DM-new.culture-and-society", EVE).ties == (("guidance", "P01.culture"),)
    assert unit_on("DM-new.culture-and-society", DAY).ties == (("guidance", NEW.key),)


def test_party_committees_without_a_parent_block_a_plan(begin):
    """A Party committee may not be dissolved while others stand under it in the Party."""
    package = begin(Dissolve(unit="P01.party-committee"), code="orphans")

    found = [one for one in rearrangement(package).findings if one.rule == "parent-gone"]
    orphans = {one.units[0] for one in found if one.facts["hierarchy"] == "party"}
    assert "DM-new.party-committee" in orphans


def test_the_page_of_the_package_names_the_departments(begin, client, world):
    package = begin(JOINING)
    client.force_login(world.huong)

    said = words(soup(client.get(f"/en/plans/{package.code}/")), "main")[0]

    assert "Sở Văn hóa, Thể thao và Du lịch" in said


@pytest.fixture
def joined(begin, operator):
    """The two departments as one, in effect."""
    package = begin(JOINING)
    actions.enact(approved(package, operator), by=operator, on=DAY)
    return reloaded(package)


@pytest.mark.parametrize(("language", "noun"), [("vi", "Sở"), ("en", "Departments")])
def test_departments_are_counted_and_not_all_bodies_of_the_city(joined, show, language, noun):
    page = show("/plans/departments/", language)

    assert words(page, ".tg-facts--line > div") == [f"{noun} 12 11"]
    assert words(page, "section[aria-labelledby=numbers] tbody tr") == [f"{noun} 12 11 −1"]
    assert words(page, ".tg-pairs li") == [f"{noun} 12 11"]


def test_what_a_department_guided_is_only_retied(joined):
    done = rearrangement(joined)

    assert "DM-new.culture-and-society" in done.changed
    assert "DM-new.culture-and-society" in done.retied
    assert done.tallies == ({("agency", "sở"): 2}, {("agency", "sở"): 1})


def test_the_picture_shows_what_the_departments_became_and_no_ward(joined, show):
    page = show("/plans/departments/")

    assert words(page, "#flow .tg-slim li") == [
        "Sở Văn hóa và Thể thao → went to Sở Văn hóa, Thể thao và Du lịch",
        "Sở Du lịch → went to Sở Văn hóa, Thể thao và Du lịch",
    ]


def test_the_plan_is_told_by_departments(joined, show):
    page = show("/plans/departments/", "vi")

    assert "2 → 1 sở" in words(page, "#plans tbody td")


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Không có đơn vị hành chính nào thay đổi"), ("en", "No area changes")],
)
def test_there_is_no_map_where_no_area_changes(joined, show, language, said):
    page = show("/plans/departments/", language)

    assert page.select("a[href$='/departments/map/']") == []
    assert said in words(show("/plans/departments/map/", language), "main")[0]


def test_bodies_of_two_branches_stand_side_by_side_and_not_the_committees_above(begin):
    absorbed = Absorb(into="P01.party-organisation", absorbed=("P01.party-internal-affairs",))
    done = rearrangement(begin(JOINING, absorbed))

    assert [unit.key for unit in View(done, of_bodies=True).left] == [
        *("P01.culture", "P01.party-internal-affairs", "P01.tourism")
    ]
