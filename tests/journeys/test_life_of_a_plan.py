"""Resolution 1656 from an idea to its effect, by three people: drafted, appraised, sealed, approved.

Ms Hương forms three wards in the browser and imports the other 123, asks Ms Lan what she thinks of
it and says who goes on where nobody is the main successor; Ms Thảo appraises; Mr Hùng approves on a
phone. Somebody renames a ward meanwhile: enactment says so. On the day all moves. The whole of it
once in Vietnamese and once in English, and what cannot be left out once more without scripts.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, Site
from tests.journeys.test_editor import pick
from tests.journeys.test_every_page import LANGUAGES, SPARE

pytestmark = pytest.mark.journey

HUONG, THAO, HUNG, LAN = (f"{name}@tinhgon.example" for name in ("huong", "thao", "hung", "lan"))
CODE, PLAN = "ha-noi-2025", "1656-nq-ubtvqh15"
DRAFTED = ("Tây Mỗ", "Phú Diễn", "Minh Châu")
"""The three that are formed in the browser."""

SHARED = "C00634@2025a"
"""The old Đại Mỗ, of which five take a part."""

OPEN = ("C00628@2025a", "C00163@2025a")
"""Two that are shared out, and of which she leaves open who is the main successor."""

UNDECIDED = "tr:has(td > b)"
"""A line of the queue of allotments that nobody has decided yet."""

BOXES = {"agreeing": "97", "asked": "100", "document": "12/BC-SNV", "on": "12/06/2025"}
"""What is written where the law asks for a vote or a document."""

SAYS = {
    "vi": {
        "twice": "của Phường Đại Mỗ được nhận hai lần",
        "saved": "Đã lưu",
        "facts": "{0} trên {0}",
        "comment": "Cần nói rõ trụ sở của phường mới.",
        "answer": "Đã bổ sung vào đề án.",
        "in effect": "Có hiệu lực",
    },
    "en": {
        "twice": "of Phường Đại Mỗ is taken twice",
        "saved": "Saved",
        "facts": "{0} of {0}",
        "comment": "Say where the new ward has its seat.",
        "answer": "It is in the scheme now.",
        "in effect": "In effect",
    },
}


@dataclass
class Story:
    """The package in one language, on a site of its own."""

    language: str
    eve: Site
    resolution: dict

    @property
    def page(self) -> str:
        """The page of the package."""
        return f"{LANGUAGES[self.language]}/plans/{CODE}/"

    def says(self, what: str) -> str:
        return SAYS[self.language][what]

    def drafted(self) -> list[dict]:
        """What is formed in the browser, Tây Mỗ first."""
        those = [one for one in self.resolution["operations"] if is_drafted(one)]
        return sorted(those, key=lambda one: DRAFTED.index(one["successor"]["name"]))


@pytest.fixture(params=LANGUAGES)
def story(request, eve):
    """The eve of the reform, and what resolution 1656 says in the documented JSON."""
    eve.run("plan", "draft", "data/vn-reform-2025", "--day", "2025-07-01", "--code", "all")
    plans = json.loads(eve.run("plan", "show", "all"))["plans"]
    eve.run("plan", "withdraw", "all", "--reason", "Chỉ để đọc nghị quyết")
    for unit in OPEN:
        eve.run("accounts", "grant", LAN, "contact-editor", "--unit", unit, "--on", "2025-01-01")
    resolution = next(plan for plan in plans if plan["plan"] == PLAN)
    return Story(request.param, eve, resolution)


def test_resolution_1656_by_three_people(open_page, sign_in, story, tmp_path):
    eve = story.eve
    huong = sign_in(open_page(at=eve), HUONG, eve)
    begin(huong, story)
    bring_the_rest(huong, story, tmp_path / "1656.json")
    form_the_first(huong, story)
    for operation in story.drafted()[1:]:
        fill_in(huong, story, operation)
        save(huong, story)
    ask_a_colleague(huong, sign_in(open_page(at=eve), LAN, eve), story)
    chosen = decide_who_goes_on(huong, story)
    note_what_the_law_asks(huong, story)
    appraise(sign_in(open_page(at=eve), THAO, eve), story)
    print_the_papers(huong, story)
    seal = close_the_seal(huong, story)
    hung = sign_in(open_page(NARROW, at=eve), HUNG, eve)
    approve_on_a_phone(hung, story, seal)
    be_refused_what_has_moved(hung, story)
    enact(hung, story)

    eve.run("plan", "run-due")

    assert communes_of_ha_noi(eve) == 126
    visitor = open_page(at=eve)
    visitor.goto(story.page)
    assert story.says("in effect") in visitor.inner_text(".tg-kicker")
    assert chosen <= looked_after(eve)


def begin(page: Page, story: Story) -> None:
    """A new plan under the resolution."""
    page.goto(f"{LANGUAGES[story.language]}/plans/new/")
    page.fill("[name=title_vi]", "Sắp xếp cấp xã của Hà Nội năm 2025")
    page.fill("[name=title_en]", "Communes of Hà Nội, 2025")
    page.fill("[name=day]", "01/07/2025")
    page.fill("[name=instrument]", "1656/NQ-UBTVQH15")
    page.fill("[name=code]", CODE)
    page.click("main form button.tg-btn[type=submit]")
    page.wait_for_url(f"**/plans/{CODE}/{PLAN}/editor/")


def bring_the_rest(page: Page, story: Story, file: Path) -> None:
    """The greater part is imported."""
    rest = [one for one in story.resolution["operations"] if not is_drafted(one)]
    file.write_text(json.dumps({**story.resolution, "operations": rest}), encoding="utf-8")
    page.goto(f"{story.page}{PLAN}/import/")
    page.set_input_files("[name=file]", file)
    page.click("main form button[type=submit]")
    page.click("main form button[name=do][value=take]")
    page.wait_for_selector(".tg-messages")


def form_the_first(page: Page, story: Story) -> None:
    """Tây Mỗ is to have the rest of Đại Mỗ, all of it even: that is taken twice, seen at once."""
    operation = story.drafted()[0]
    fill_in(page, story, operation)
    place = [source["unit"] for source in operation["sources"]].index(SHARED)
    page.select_option(f"[name=sources-{place}-extent]", "rest")
    page.select_option(f"[name=sources-{place}-extent]", "whole")
    page.locator("#checks", has_text=story.says("twice")).wait_for()
    page.select_option(f"[name=sources-{place}-extent]", "part")
    page.wait_for_selector(f"#checks:not(:has-text('{story.says('twice')}'))")
    save(page, story)


def fill_in(page: Page, story: Story, operation: dict) -> None:
    """The form of a successor, as the resolution says it; the main one is left open of `OPEN`."""
    successor = operation["successor"]
    page.goto(f"{story.page}{PLAN}/editor/new/?verb=form")
    page.fill("[name=successor-name]", successor["name"])
    page.select_option("[name=successor-kind]", f"commune:{successor['kind']}")
    page.fill("[name=successor-code]", successor["code"])
    pick(page, "successor-parent", "ha noi", "Thành phố Hà Nội")
    for place, source in enumerate(operation["sources"]):
        if place:
            page.click("button[value='add:sources']")
            page.wait_for_selector(f"[name=sources-{place}-unit]")
        page.fill(f"[name=sources-{place}-unit]", source["unit"])
        page.select_option(f"[name=sources-{place}-extent]", source.get("extent", "whole"))
        if source.get("main") and source["unit"] not in OPEN:
            page.click(f"details:has([name=sources-{place}-main]) > summary")
            page.check(f"[name=sources-{place}-main]")


def save(page: Page, story: Story) -> None:
    page.click("button.tg-btn[name=do][value=save]")
    page.wait_for_load_state()
    assert story.says("saved") in page.inner_text(".tg-messages")


def ask_a_colleague(huong: Page, lan: Page, story: Story) -> None:
    """Ms Lan is invited, says what she thinks, and is answered."""
    huong.goto(f"{story.page}readers/")
    huong.fill("[name=email]", LAN)
    huong.click("button[name=do][value=invite]")
    huong.wait_for_selector(".tg-messages")

    lan.goto(f"{story.page}comments/")
    lan.fill("[name=text]", story.says("comment"))
    lan.click("form[action$='#say'] button[type=submit]")
    lan.wait_for_selector(".tg-messages")

    huong.goto(f"{story.page}comments/")
    talk = huong.locator(".tg-talk > li", has_text=story.says("comment"))
    if not talk.locator("[name=answer]").is_visible():
        talk.locator("summary").click()
    talk.locator("[name=answer]").fill(story.says("answer"))
    talk.locator("button[name=do][value=answer]").click()
    huong.wait_for_selector(".tg-messages")

    lan.goto(f"{story.page}comments/")
    assert story.says("answer") in lan.inner_text(".tg-talk")


def decide_who_goes_on(page: Page, story: Story) -> set[str]:
    """Of two wards nobody is the main successor: she says who looks after their contacts."""
    chosen = set()
    for _ in OPEN:
        page.goto(f"{story.page}allotments/")
        page.click(f"main {UNDECIDED} a[href*='/allotments/']")
        heir = page.locator("[name=heir]").first
        heir.check()
        chosen.add(heir.get_attribute("value"))
        page.fill("[name=reason]", "Nơi tiếp nhận trụ sở cũ.")
        page.click("main form button[type=submit]")
        page.wait_for_selector(".tg-messages")
    assert page.locator(UNDECIDED).count() == 0
    return chosen


def note_what_the_law_asks(page: Page, story: Story) -> None:
    """Each fact that the law wants, with the day of it and what its form has boxes for."""
    page.goto(f"{story.page}evidence/")
    forms = page.locator("li [name$='-fact']")
    facts = [form.get_attribute("name").removesuffix("-fact") for form in forms.all()]
    for fact in facts:
        page.click(f"li:has([name='{fact}-fact']) summary")
        for box, value in BOXES.items():
            if page.locator(f"[name='{fact}-{box}']").count():
                page.fill(f"[name='{fact}-{box}']", value)
        page.click(f"li:has([name='{fact}-fact']) button[type=submit]")
        page.wait_for_load_state()
    assert story.says("facts").format(len(facts)) in page.inner_text(".tg-lead")


def appraise(page: Page, story: Story) -> None:
    page.goto(f"{story.page}appraisal/")
    page.fill("[name=opinion]", "Đủ điều kiện trình phê duyệt.")
    page.click("main form button[type=submit]")
    page.wait_for_url(f"**/plans/{CODE}/")
    assert "526" in page.inner_text(".tg-facts")
    assert "126" in page.inner_text(".tg-facts")


def print_the_papers(page: Page, story: Story) -> None:
    """Scheme, submission, draft and annexes; every successor of the resolution is in the annexes."""
    page.goto(f"{story.page}papers/")
    for name in ("scheme", "submission", "decision", "annexes"):
        with page.expect_download() as expected:
            page.click(f"a[href*='/papers/{name}.docx']")
        paper = Document(expected.value.path())
        assert paper.paragraphs
    text = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    formed = [one for one in story.resolution["operations"] if one["verb"] == "form"]
    missing = {
        one["successor"]["name"]
        for one in formed
        if not any(one["successor"]["name"] in said for said in text)
    }
    assert (len(formed), missing) == (126, set())


def close_the_seal(page: Page, story: Story) -> list[str]:
    """The seal as it is shown, in groups of digits."""
    page.goto(f"{story.page}sealing/")
    assert page.locator(".tg-gate").all_inner_texts() == []
    page.click("main form button[type=submit]")
    page.wait_for_url(f"**/plans/{CODE}/")
    seal = page.inner_text(".tg-hash").split()
    assert len("".join(seal)) == 64
    return seal


def approve_on_a_phone(page: Page, story: Story, seal: list[str]) -> None:
    page.goto(f"{story.page}approval/")
    assert page.inner_text(".tg-hash").split() == seal
    assert page.evaluate(SPARE) == 0
    page.click("main form button[type=submit]")
    page.wait_for_url(f"**/plans/{CODE}/")
    assert page.inner_text(".tg-messages")
    assert page.evaluate(SPARE) == 0


def be_refused_what_has_moved(page: Page, story: Story) -> None:
    """Meanwhile a ward that the plan reads is renamed, and later back: enactment says so."""
    rename(story.eve, "Đại Mỗ Cũ", reason="Thử thách")
    page.goto(f"{story.page}enactment/")
    assert "Đại Mỗ → Đại Mỗ Cũ" in page.inner_text(".tg-gate")
    assert page.locator("button[type=submit].tg-btn").count() == 0
    rename(story.eve, "Đại Mỗ", reason="Trả lại tên")


def rename(eve: Site, name: str, reason: str) -> None:
    said = ("--name", name, "--reason", reason, "--from", "2025-01-01")
    eve.run("registry", "correct", SHARED, *said)


def enact(page: Page, story: Story) -> None:
    page.goto(f"{story.page}enactment/")
    page.fill("[name=on]", "16/06/2025")
    page.click("main form button[type=submit]")
    page.wait_for_url(f"**/plans/{CODE}/")


def communes_of_ha_noi(eve: Site) -> int:
    words = ("registry", "count", "--on", "2025-07-01", "--under", "P01", "--json")
    return json.loads(eve.run(*words))["levels"]["commune"]


def looked_after(eve: Site) -> set[str]:
    """The units of which Ms Lan keeps the contacts after the day."""
    held = json.loads(eve.run("accounts", "list", "--on", "2025-07-01", "--json"))
    return {one["unit"] for one in held["grants"] if one["email"] == LAN}


def is_drafted(operation: dict) -> bool:
    return operation["verb"] == "form" and operation["successor"]["name"] in DRAFTED


def test_a_plan_without_scripts(open_page, sign_in, eve):
    """Phường Đại Mỗ of today is renamed and taken back: every act is a page with a button."""
    story = Story("vi", eve, {})
    huong = sign_in(open_page(scripts=False, at=eve), HUONG, eve)
    begin(huong, story)
    say_the_new_name(huong, story)
    huong.click("button:has-text('Hoàn tác')")
    assert "Đã hoàn tác" in huong.inner_text(".tg-messages")
    say_the_new_name(huong, story)
    note_what_the_law_asks(huong, story)
    thao = sign_in(open_page(scripts=False, at=eve), THAO, eve)
    thao.goto(f"{story.page}appraisal/")
    thao.fill("[name=opinion]", "Đủ điều kiện.")
    thao.click("main form button[type=submit]")

    seal = close_the_seal(huong, story)
    hung = sign_in(open_page(NARROW, scripts=False, at=eve), HUNG, eve)
    approve_on_a_phone(hung, story, seal)
    enact(hung, story)
    eve.run("plan", "run-due")

    shown = json.loads(eve.run("registry", "show", SHARED, "--on", "2025-07-01", "--json"))
    assert shown["unit"]["name"] == "Đại Mỗ Mới"


def say_the_new_name(page: Page, story: Story) -> None:
    page.goto(f"{story.page}{PLAN}/editor/new/?verb=rename")
    page.fill("[name=unit]", SHARED)
    page.fill("[name=name]", "Đại Mỗ Mới")
    save(page, story)
    assert "Phường Đại Mỗ" in page.inner_text("#checks")
