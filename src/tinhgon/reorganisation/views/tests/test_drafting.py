"""A new draft, and a draft as a whole: title, day, plans."""

import pytest

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Package

NEW = "/en/plans/new/"
EDITOR = "/en/plans/reform/editor/"
GIVEN = {"title_vi": "Sắp xếp phía Tây", "day": "01/07/2025"}


@pytest.fixture
def huong(world, client):
    """Ms Hương, signed in."""
    client.force_login(world.huong)
    return world.huong


@pytest.fixture
def send(client):
    """POST a form: the answer, and its page as soup."""

    def sent(address, **given):
        answer = client.post(address, given)
        return answer, soup(answer)

    return sent


# --- New ------------------------------------------------------------------------------------------


def test_whoever_plans_is_offered_a_new_plan(huong, show):
    assert words(show("/plans/"), "a[href$='/plans/new/']") == ["New plan"]


def test_others_are_not(world, client, show):
    client.force_login(world.an)

    assert words(show("/plans/"), "a[href$='/plans/new/']") == []
    assert client.get(NEW).status_code == 403


def test_a_draft_is_made_and_its_editor_opened(huong, send):
    answer, _page = send(NEW, **GIVEN, title_en="West", instrument="1656/NQ-UBTVQH15")

    assert answer.url == "/en/plans/1656-nq-ubtvqh15/1656-nq-ubtvqh15/editor/"
    made = Package.objects.get(code="1656-nq-ubtvqh15")
    assert made.titles == {"vi": "Sắp xếp phía Tây", "en": "West"}
    assert made.plans.get().instrument.number == "1656/NQ-UBTVQH15"


def test_without_an_instrument_the_title_makes_the_code(huong, send):
    answer, _page = send(NEW, **GIVEN)

    assert answer.url == "/en/plans/sap-xep-phia-tay/plan-2025-07-01/editor/"


def test_a_second_of_its_name_is_numbered(huong, send):
    send(NEW, **GIVEN)

    answer, _page = send(NEW, **GIVEN)

    assert answer.url.startswith("/en/plans/sap-xep-phia-tay-2/")


@pytest.mark.parametrize(
    ("given", "box", "says"),
    [
        ({"code": "Tây Mỗ"}, "code", "Small letters, digits and hyphens only."),
        ({"code": "reform"}, "code", "There is already a package “reform”. Choose another code."),
        ({"code": "new"}, "code", "“new” cannot be a code."),
        ({"day": "31/02/2025"}, "day", ""),
        ({"title_vi": ""}, "title_vi", "You have not filled this in."),
        ({"instrument": "9/NQ-XX"}, "instrument", "The register knows no instrument"),
        ({"instrument": "1656/NQ-UBTVQH15", "day": "01/01/2020"}, "instrument", "There is no"),
    ],
)
def test_what_will_not_do_is_told_at_its_box(package, huong, send, given, box, says):
    answer, page = send(NEW, **{**GIVEN, **given})

    assert answer.status_code == 422
    assert says in words(page, f"#id_{box}_error")[0]
    assert page.select_one("[name=day]")["value"] == {**GIVEN, **given}["day"]


def test_an_instrument_that_is_not_known_may_be_registered_beside_and_nothing_is_lost(huong, send):
    _answer, page = send(NEW, **GIVEN, instrument="9/NQ-XX")

    link = page.select_one("#id_instrument_error a")
    assert link["href"] == "/en/instruments/new/?number=9%2FNQ-XX"
    assert (link["target"], link["rel"]) == ("_blank", ["noopener"])
    assert page.select_one("[name=instrument]")["value"] == "9/NQ-XX"
    assert page.select_one("[name=title_vi]")["value"] == "Sắp xếp phía Tây"


def test_words_of_its_title_are_taken_along_as_such(huong, send):
    _answer, page = send(NEW, **GIVEN, instrument="chưa có")

    link = page.select_one("#id_instrument_error a")
    assert link["href"].endswith("?title_vi=ch%C6%B0a+c%C3%B3")


def test_an_instrument_of_one_more_plan_may_be_registered_beside_too(package, huong, send):
    given = {"do": "plan", "title_vi": "Thêm", "edition": "0", "instrument": "9/NQ-XX"}

    _answer, page = send(EDITOR, **given)

    assert page.select_one("a[target=_blank][href*='/instruments/new/?number=9']") is not None


def test_a_code_that_was_proposed_gives_way_after_a_refusal_too(huong, send, client):
    given = {"title_vi": "Sắp xếp", "code": "sap-xep", "proposed": "sap-xep", "day": "không"}
    answer, page = send(NEW, **given)

    kept = page.select_one("[name=proposed]")["value"]
    asked = {**given, "proposed": kept, "instrument": "1656/NQ-UBTVQH15"}
    proposed = soup(client.get(f"{NEW}code/", asked)).select_one("[name=code]")["value"]

    assert (answer.status_code, kept) == (422, "sap-xep")
    assert proposed == "1656-nq-ubtvqh15"


def test_a_code_is_proposed_while_the_title_is_typed(huong, client):
    page = soup(client.get("/en/plans/new/code/", {"title_vi": "Phía Tây", "code": ""}))

    assert page.select_one("[name=code]")["value"] == "phia-tay"


def test_a_code_that_somebody_typed_is_left_alone(huong, client):
    assert client.get("/plans/new/code/", {"title_vi": "A", "code": "own"}).status_code == 204


def test_instruments_are_suggested_by_number_and_title(huong, client):
    asked = {"box": "instrument", "instrument": "1656"}

    page = soup(client.get("/en/plans/new/instruments/", asked))

    assert words(page, "button b") == ["1656/NQ-UBTVQH15"]


# --- As a whole -----------------------------------------------------------------------------------


def test_a_draft_shows_its_plans_with_counts_and_findings(package, huong, client):
    page = soup(client.get(EDITOR))

    assert words(page, "tbody tr") == [
        "Sắp xếp 2025 1656/NQ-UBTVQH15 5 – Title and instrument : Sắp xếp 2025",
        "Sắp xếp 2025 203/2025/QH15 1 – Title and instrument : Sắp xếp 2025",
    ]


def test_title_and_day_are_changed(package, huong, send):
    send(EDITOR, title_vi="Khác", title_en="", day="02/07/2025", edition=1)

    changed = Package.objects.get(code="reform")
    assert (changed.titles, str(changed.day)) == ({"vi": "Khác"}, "2025-07-02")


def test_whoever_was_slower_overwrites_nothing(package, huong, world, send):
    plan = package.plans.first()
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=world.hung, edition=1)

    answer, page = send(EDITOR, title_vi="Khác", day="02/07/2025", edition=1)

    assert answer.status_code == 409
    assert page.select_one("#id_title_vi")["value"] == "Khác"
    assert page.select_one("#id_edition")["value"] == "2"
    assert "Lê Quốc Hùng" in words(page, "section[aria-labelledby=meanwhile]")[0]
    assert Package.objects.get(code="reform").title == "Sắp xếp 2025"


def test_a_plan_is_added(package, huong, send):
    send(EDITOR, do="plan", title_vi="Thêm", edition=1)

    assert package.plans.get(code="them").instrument is None


def test_an_instrument_has_one_plan(package, huong, send):
    answer, page = send(
        EDITOR, do="plan", title_vi="Thêm", instrument="1656/NQ-UBTVQH15", edition=1
    )

    assert answer.status_code == 422
    assert "Put them into one plan." in words(page, "#plan_instrument_error")[0]


def test_a_plan_is_described_anew(package, huong, send):
    address = "/en/plans/reform/1656-nq-ubtvqh15/editor/about/"

    send(address, title_vi="Cấp xã", title_en="Communes", instrument="", edition=1)

    plan = package.plans.get(code="1656-nq-ubtvqh15")
    assert (plan.titles, plan.instrument) == ({"vi": "Cấp xã", "en": "Communes"}, None)


def test_a_plan_is_taken_out(package, huong, send):
    address = "/en/plans/reform/203-2025-qh15/editor/about/"

    send(address, title_vi="x", instrument="", edition=1, do="out")

    assert [plan.code for plan in package.plans.all()] == ["1656-nq-ubtvqh15"]


def test_a_package_without_plans_says_so(package, huong, client):
    package.plans.all().delete()

    assert "There is no plan in the package" in soup(client.get(EDITOR)).get_text()
