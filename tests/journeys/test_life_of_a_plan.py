"""Resolution 1656 from an idea to its effect, by three people: drafted, appraised, sealed, approved.

Ms Hương forms three wards in the browser and imports the other 123; Ms Thảo appraises; Mr Hùng
approves on a phone. Somebody renames a ward meanwhile: enactment says so. On the day all moves.
"""

import json

import pytest

from tests.journeys.conftest import NARROW
from tests.journeys.test_editor import checks, pick, save
from tests.journeys.test_every_page import SPARE

pytestmark = pytest.mark.journey

HUONG, THAO, HUNG = (f"{name}@tinhgon.example" for name in ("huong", "thao", "hung"))
CODE, PLAN = "ha-noi-2025", "1656-nq-ubtvqh15"
PAGE = f"/en/plans/{CODE}/"
EDITOR = f"{PAGE}{PLAN}/editor/"
DRAFTED = ("Tây Mỗ", "Phú Diễn", "Minh Châu")
"""The three that are formed in the browser."""


@pytest.fixture(scope="module")
def resolution(eve):
    """What resolution 1656 says, as the documented JSON: 126 successors and 199 conclusions."""
    data = "data/vn-reform-2025"
    eve.run("plan", "draft", data, "--day", "2025-07-01", "--code", "all")
    plans = json.loads(eve.run("plan", "show", "all"))["plans"]
    eve.run("plan", "withdraw", "all", "--reason", "Chỉ để đọc nghị quyết")
    return next(plan for plan in plans if plan["plan"] == PLAN)


def is_drafted(operation):
    return operation["verb"] == "form" and operation["successor"]["name"] in DRAFTED


def form(page, operation):
    """Form a ward in the editor as the resolution says."""
    successor = operation["successor"]
    page.goto(f"{EDITOR}new/?verb=form")
    page.fill("[name=successor-name]", successor["name"])
    page.select_option("[name=successor-kind]", f"commune:{successor['kind']}")
    page.fill("[name=successor-code]", successor["code"])
    pick(page, "successor-parent", "ha noi", "Thành phố Hà Nội")
    for place, source in enumerate(operation["sources"]):
        if place:
            page.click("text=Add a part")
            page.wait_for_selector(f"[name=sources-{place}-unit]")
        page.fill(f"[name=sources-{place}-unit]", source["unit"])
        page.select_option(f"[name=sources-{place}-extent]", source.get("extent", "whole"))
        if source.get("main"):
            page.click(f"details:has([name=sources-{place}-main]) > summary")
            page.check(f"[name=sources-{place}-main]")


def test_resolution_1656_by_three_people(open_page, sign_in, eve, resolution, tmp_path):
    huong = sign_in(open_page(at=eve), HUONG, eve)

    # a new plan under the resolution
    huong.goto("/en/plans/new/")
    huong.fill("[name=title_vi]", "Sắp xếp cấp xã của Hà Nội năm 2025")
    huong.fill("[name=title_en]", "Communes of Hà Nội, 2025")
    huong.fill("[name=day]", "01/07/2025")
    huong.fill("[name=instrument]", "1656/NQ-UBTVQH15")
    huong.fill("[name=code]", CODE)
    huong.click("text=Create and open the editor")
    huong.wait_for_url(f"**{EDITOR.removeprefix('/en')}")

    # the greater part is imported
    rest = [one for one in resolution["operations"] if not is_drafted(one)]
    file = tmp_path / "1656.json"
    file.write_text(json.dumps({**resolution, "operations": rest}), encoding="utf-8")
    huong.goto(f"{PAGE}{PLAN}/import/")
    huong.set_input_files("[name=file]", file)
    huong.click("main form button:has-text('See what would change')")
    huong.click("main form button:has-text('Take the file')")
    huong.wait_for_selector(".tg-messages")

    # three are formed in the browser; the first takes too much of Đại Mỗ, which is seen at once
    first, *others = [one for one in resolution["operations"] if is_drafted(one)]
    tay_mo = next(one for one in (first, *others) if one["successor"]["name"] == "Tây Mỗ")
    form(huong, tay_mo)
    place = [source["unit"] for source in tay_mo["sources"]].index("C00634@2025a")
    huong.select_option(f"[name=sources-{place}-extent]", "rest")
    huong.select_option(f"[name=sources-{place}-extent]", "whole")
    checks(huong, "of Phường Đại Mỗ is taken twice")
    huong.select_option(f"[name=sources-{place}-extent]", "part")
    huong.wait_for_selector("#checks:not(:has-text('is taken twice'))")
    save(huong)
    assert "Saved" in huong.inner_text(".tg-messages")
    for operation in (one for one in (first, *others) if one is not tay_mo):
        form(huong, operation)
        save(huong)
        assert "Saved" in huong.inner_text(".tg-messages")

    # what the law asks for
    huong.goto(f"{PAGE}evidence/")
    for fact, given in {
        "household-opinion": {"agreeing": "97", "asked": "100"},
        "council-vote-P01": {"agreeing": "90", "asked": "95"},
        "appraisal-report": {"document": "12/BC-SNV"},
    }.items():
        huong.click(f"li:has([name='{fact}-fact']) summary")
        for box, value in {**given, "on": "12/06/2025"}.items():
            huong.fill(f"[name='{fact}-{box}']", value)
        huong.click(f"li:has([name='{fact}-fact']) button[type=submit]")
        huong.wait_for_load_state()
    assert "3 of 3" in huong.inner_text(".tg-lead")

    # Ms Thảo appraises
    thao = sign_in(open_page(at=eve), THAO, eve)
    thao.goto(f"{PAGE}appraisal/")
    thao.fill("[name=opinion]", "Đủ điều kiện trình phê duyệt.")
    thao.click("main form button[type=submit]")
    thao.wait_for_url(f"**{PAGE.removeprefix('/en')}")
    assert "526" in thao.inner_text(".tg-facts")
    assert "126" in thao.inner_text(".tg-facts")

    # Ms Hương seals
    huong.goto(f"{PAGE}sealing/")
    assert huong.locator(".tg-gate").all_inner_texts() == []
    huong.click("main form button[type=submit]")
    huong.wait_for_url(f"**{PAGE.removeprefix('/en')}")
    seal = huong.inner_text(".tg-hash").split()
    assert len("".join(seal)) == 64

    # Mr Hùng approves on a phone, in Vietnamese
    hung = sign_in(open_page(NARROW, at=eve), HUNG, eve)
    hung.goto(f"/plans/{CODE}/approval/")
    assert hung.inner_text(".tg-hash").split() == seal
    assert hung.evaluate(SPARE) == 0
    hung.click("main form button[type=submit]")
    hung.wait_for_url(f"**/plans/{CODE}/")
    assert "Đã phê duyệt" in hung.inner_text(".tg-messages")
    assert hung.evaluate(SPARE) == 0

    # meanwhile a ward that the plan reads is renamed: enactment says so
    eve.run(
        *("registry", "correct", "C00634@2025a", "--name", "Đại Mỗ Cũ"),
        *("--reason", "Thử thách", "--from", "2025-01-01"),
    )
    hung.goto(f"/en/plans/{CODE}/enactment/")
    assert "Đại Mỗ → Đại Mỗ Cũ" in hung.inner_text(".tg-gate")
    assert hung.locator("button[type=submit].tg-btn").count() == 0
    eve.run(
        *("registry", "correct", "C00634@2025a", "--name", "Đại Mỗ"),
        *("--reason", "Trả lại tên", "--from", "2025-01-01"),
    )

    # enacted before its day, and in effect on it
    hung.goto(f"/en/plans/{CODE}/enactment/")
    hung.fill("[name=on]", "16/06/2025")
    hung.click("main form button[type=submit]")
    hung.wait_for_url(f"**{PAGE.removeprefix('/en')}")
    eve.run("plan", "run-due")

    counted = json.loads(
        eve.run("registry", "count", "--on", "2025-07-01", "--under", "P01", "--json")
    )
    assert counted["levels"]["commune"] == 126
    visitor = open_page(at=eve)
    visitor.goto(PAGE)
    assert "In effect" in visitor.inner_text(".tg-kicker")
