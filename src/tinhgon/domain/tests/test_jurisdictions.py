"""Jurisdiction files: Việt Nam's as it is shipped, and what is refused and where."""

from copy import deepcopy
from datetime import date
from importlib import resources
from typing import Any

import pytest
import yaml

from tinhgon.domain.jurisdiction_file import Unreadable, Words
from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction, weakest
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.levels import TERRITORY, Aspect

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)

CITY: dict[str, Any] = {
    "jurisdiction": "XX",
    "name": "Example",
    "root": "XX",
    "levels": {
        "city": {"noun": {"en": ["city", "cities"]}, "kinds": {"city": {"noun": "city"}}},
        "office": {
            "noun": "office",
            "holds": ["functions"],
            "code": r"[A-Z]\d",
            "kinds": {"bureau": {"short": ["b"]}},
        },
    },
}


@pytest.fixture(scope="module")
def vietnam() -> Jurisdiction:
    file = resources.files("tinhgon.statutes") / "jurisdictions" / "vn.yaml"
    return read_jurisdiction(yaml.safe_load(file.read_text(encoding="utf-8")))


def changed(place: str, value: object) -> dict[str, Any]:
    """The example with another value at a place."""
    document = deepcopy(CITY)
    *way, last = place.split(".")
    at = document
    for name in way:
        at = at[name]
    at[last] = value
    return document


def refusal(document: object) -> tuple[str, str]:
    with pytest.raises(Unreadable) as refused:
        read_jurisdiction(document)
    return refused.value.path, refused.value.code


def test_the_levels_of_vietnam_stand_in_order(vietnam: Jurisdiction) -> None:
    assert vietnam.areas == ("province", "district", "commune")
    assert vietnam.bodies == ("authority", "agency", "subordinate", "division")
    assert [level.rank for level in vietnam.levels.values()] == [1, 2, 3, 4, 5, 6, 7]


def test_people_live_at_the_lowest_level_of_areas(vietnam: Jurisdiction) -> None:
    assert vietnam.basic_level == "commune"
    assert read_jurisdiction(CITY).basic_level == "city"


def test_a_level_of_functions_alone_is_one_of_bodies(vietnam: Jurisdiction) -> None:
    assert vietnam.is_area("commune")
    assert not vietnam.is_area("agency")
    assert vietnam.is_area("unheard-of")


def test_a_board_is_of_the_bloc_of_the_committee_above_it(vietnam: Jurisdiction) -> None:
    board = ("agency", "ban")

    assert vietnam.bloc([board, ("authority", "thành ủy")]) == "party"
    assert vietnam.bloc([board, ("authority", "ủy ban nhân dân")]) == "state"
    assert vietnam.bloc([board]) is None


def test_a_school_serves_the_public_and_a_department_governs(vietnam: Jurisdiction) -> None:
    assert vietnam.kind_at("subordinate", "trường").public_service
    assert not vietnam.kind_at("agency", "sở").public_service


def test_evidence_has_a_mark_and_may_have_words(vietnam: Jurisdiction) -> None:
    assert (vietnam.mark("knowledge"), vietnam.mark("both")) == ("K", "R")
    assert vietnam.evidence_words["single-source"].in_("en") == "one secondary source alone"


def test_functions_are_of_blocs_and_in_the_order_of_the_file(vietnam: Jurisdiction) -> None:
    assert next(iter(vietnam.functions)) == "party-organisation"
    assert {one.bloc for one in vietnam.functions.values()} == {"party", "front", "state"}


@pytest.mark.parametrize(
    ("level", "kind", "day", "known"),
    [
        ("district", "quận", EVE, True),
        ("district", "quận", DAY, False),
        ("commune", "thị trấn", EVE, True),
        ("commune", "thị trấn", DAY, False),
        ("commune", "đặc khu", EVE, False),
        ("commune", "đặc khu", DAY, True),
        ("commune", "phường", DAY, True),
    ],
)
def test_the_law_of_vietnam_knows_kinds_for_a_time(
    vietnam: Jurisdiction, level: str, kind: str, day: date, known: bool
) -> None:
    assert (vietnam.levels.kind(level, kind, day) is not None) is known


def test_kind_and_name_are_written_together(vietnam: Jurisdiction) -> None:
    assert vietnam.full_name("phường", "Ba Đình") == "Phường Ba Đình"


def test_what_is_not_listed_is_not_verified(vietnam: Jurisdiction) -> None:
    assert vietnam.mark("both") == "R"
    assert vietnam.mark("alias") == vietnam.mark("hearsay") == "K"


def test_words_are_given_in_a_language_and_number() -> None:
    words = Words({"vi": ("xã", "xã"), "en": ("commune", "communes")})

    assert words.in_("en") == "commune"
    assert words.in_("en", 2) == words.in_("en", 0) == "communes"
    assert words.in_("fr") == "xã"


def test_a_file_need_not_say_everything() -> None:
    city = read_jurisdiction(CITY)

    assert city.whole.in_("en") == "Example"
    assert city.hierarchies.keys() == {"administrative"}
    assert city.levels["city"].holds == TERRITORY
    assert city.levels["office"].holds == {Aspect.FUNCTIONS}
    assert city.words["office"].short == {"bureau": ("b",)}
    assert city.words["city"].title.in_("en", 2) == "cities"


def test_in_the_principal_hierarchy_somebody_always_answers(vietnam: Jurisdiction) -> None:
    assert read_jurisdiction(CITY).answering == {"administrative"}
    assert vietnam.answering == {"administrative", "party"}


def test_advice_without_a_mark_is_not_checked() -> None:
    advice = [{"title": {"vi": "Giấy tờ", "en": "Papers"}, "text": "Keep them."}]

    (read,) = read_jurisdiction(changed("papers", advice)).papers

    assert (read.title.in_("vi"), read.text.in_("en"), read.mark) == ("Giấy tờ", "Keep them.", "K")


@pytest.mark.parametrize("until", ["2025-07-01", DAY, {"day": DAY, "source": "law"}])
def test_a_day_may_be_a_text_a_date_or_cited(until: object) -> None:
    read = read_jurisdiction(changed("levels.city.until", until))

    assert read.levels["city"].period == Period(None, DAY)


@pytest.mark.parametrize(
    ("place", "value", "path", "code"),
    [
        ("jurisdiction", " ", "jurisdiction", "not-a-text"),
        ("jurisdiction", 7, "jurisdiction", "not-a-text"),
        ("name", [], "name", "not-words"),
        ("name", {"en": [1]}, "name", "not-words"),
        ("levels", {}, "levels", "not-a-mapping"),
        ("levels", ["city"], "levels", "not-a-mapping"),
        ("levels.city", None, "levels.city", "not-a-mapping"),
        ("levels.city.kinds", [], "levels.city.kinds", "not-a-mapping"),
        ("levels.city.code", "(", "levels.city.code", "not-a-pattern"),
        ("levels.city.code", 5, "levels.city.code", "not-a-pattern"),
        ("levels.city.holds", ["air"], "levels.city.holds", "unknown-aspect"),
        ("levels.city.holds", "land", "levels.city.holds", "unknown-aspect"),
        ("levels.city.from", "soon", "levels.city.from", "not-a-date"),
        ("levels.city.until", {"day": "2025-02-30"}, "levels.city.until", "not-a-date"),
        ("hierarchies", ["party"], "hierarchies", "not-a-mapping"),
        ("answering", "party", "answering", "not-a-list"),
        ("answering", ["party"], "answering", "unknown-hierarchy"),
        ("full_name", "{kind}", "full_name", "no-name-in-form"),
        ("full_name", "{name} {other}", "full_name", "no-name-in-form"),
        ("full_name", "{name} {", "full_name", "no-name-in-form"),
        ("levels.city.kinds", {False: {"noun": "no"}}, "levels.city.kinds.False", "not-a-text"),
        ("evidence", {"map": "Z"}, "evidence", "unknown-mark"),
        ("papers", {"en": "Keep them."}, "papers", "not-a-list"),
        ("papers", ["Keep them."], "papers.0", "not-a-mapping"),
        ("finding_out", [{"title": "Ask"}], "finding_out.0.text", "missing"),
        ("papers", [{"title": "a", "text": "b", "mark": "Z"}], "papers.0.mark", "unknown-mark"),
    ],
)
def test_a_file_is_refused_where_it_is_wrong(
    place: str, value: object, path: str, code: str
) -> None:
    assert refusal(changed(place, value)) == (path, code)


def test_a_kind_cannot_end_before_it_begins() -> None:
    kind = {"from": "2025-07-01", "until": "2025-07-01"}

    path, code = refusal(changed("levels.office.kinds.bureau", kind))

    assert (path, code) == ("levels.office.kinds.bureau.until", "ends-before-it-starts")


@pytest.mark.parametrize("member", ["jurisdiction", "name", "root", "levels"])
def test_some_members_must_be_there(member: str) -> None:
    rest = {name: value for name, value in CITY.items() if name != member}

    assert refusal(rest) == (member, "missing")


@pytest.mark.parametrize("document", [None, [], "levels", {}])
def test_a_file_must_say_something(document: object) -> None:
    assert refusal(document) == (".", "not-a-mapping")


@pytest.mark.parametrize(
    ("marks", "least"), [("P", "P"), ("PR", "R"), ("RK", "K"), ("OP", "O"), ("", "K")]
)
def test_a_result_is_as_sure_as_the_least_sure_thing_it_rests_on(marks: str, least: str) -> None:
    assert weakest(*marks) == least
