"""Before and after as bars."""

from django.utils.translation import override

from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation.portrait.chart import Pair, chart
from tinhgon.reorganisation.portrait.numbers import Row

PROVINCES, COMMUNES = Row("Provinces", 63, 34, True), Row("Communes", 10_000, 4_000, True)
WARDS, TOWNS = Row("Wards", 200, 100), Row("Towns", 50, 0)


def test_each_level_that_differs_has_two_bars_to_its_own_scale():
    drawn = chart([PROVINCES, COMMUNES, WARDS, TOWNS])

    assert not drawn.shared
    assert drawn.pairs == (
        Pair("Provinces", 63, 34, 100, 53.97),
        Pair("Communes", 10_000, 4_000, 100, 40),
    )


def test_of_the_only_level_that_differs_the_kinds_are_drawn_to_one_scale():
    drawn = chart([Row("Provinces", 63, 63, True), COMMUNES, WARDS, TOWNS])

    assert drawn.shared
    assert drawn.pairs == (Pair("Wards", 200, 100, 100, 50), Pair("Towns", 50, 0, 25, 0))


def test_a_level_of_one_kind_is_drawn_itself():
    assert [pair.label for pair in chart([COMMUNES]).pairs] == ["Communes"]


def test_where_no_level_differs_the_kinds_that_do_are_drawn():
    same = Row("Communes", 300, 300, True)
    drawn = chart([same, Row("Wards", 100, 150), Row("Rural", 150, 100), Row("Towns", 50, 50)])

    assert [pair.label for pair in drawn.pairs] == ["Wards", "Rural"]


def test_kinds_of_bodies_without_their_level_are_drawn_to_one_scale():
    drawn = chart([Row("Departments", 12, 11), Row("Offices", 13, 13), Row("Teams", 24, 23)])

    assert drawn.shared
    assert [(pair.label, pair.old) for pair in drawn.pairs] == [("Departments", 50), ("Teams", 100)]


def test_where_nothing_differs_nothing_is_drawn():
    assert chart([Row("Communes", 3, 3, True), Row("Wards", 3, 3)]).pairs == ()
    assert chart([]).pairs == ()


def test_it_says_in_a_sentence_what_it_shows():
    with override("en"):
        said = chart([PROVINCES, COMMUNES]).label

    assert "Provinces 63 → 34; Communes 10,000 → 4,000" in said


def test_the_page_of_a_package_has_it_beside_the_table(in_effect, show):
    page = show("/plans/reform/")

    assert words(page, ".tg-pairs li") == ["Districts 2 0", "Communes 5 4"]
    assert "Districts 2 → 0; Communes 5 → 4" in page.select_one("figure")["aria-label"]
    assert [bar["width"] for bar in page.select(".tg-pairs rect")] == [
        "100.0",
        "0.0",
        "100.0",
        "80.0",
    ]


def test_the_page_of_a_plan_has_its_own(in_effect, show):
    page = show("/plans/reform/1656-nq-ubtvqh15/", language="vi")

    assert words(page, ".tg-pairs li") == ["Xã, phường, thị trấn, đặc khu 5 4"]
    assert "Màu xám 30/06/2025, màu đỏ 01/07/2025" in words(page, "figcaption")[0]


def test_where_nothing_is_counted_otherwise_no_picture_stands(draft, operator, world, show):
    from tinhgon.domain.structure.operations.rename import Rename
    from tinhgon.reorganisation import actions

    package = draft("renamed", Rename(unit="TM", name="Tây Mới"))
    actions.enact(package, by=operator, on=world.day)

    assert show("/plans/renamed/").select(".tg-pairs") == []
