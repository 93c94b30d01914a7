"""Who may read which packages, and what is known of them."""

from datetime import date

from tinhgon.reorganisation import actions, queries
from tinhgon.reorganisation.models import State
from tinhgon.reorganisation.queries import concerning, passing_on, plan_documents, visible_to


class Nobody:
    """Whoever is not signed in."""

    is_authenticated = False


def codes(packages):
    return [package.code for package in packages]


def test_a_draft_is_for_those_who_plan(world, package):
    assert codes(visible_to(Nobody(), on=world.day)) == []
    assert codes(visible_to(world.an, on=world.day)) == []
    assert codes(visible_to(world.lan, on=world.day)) == []
    assert codes(visible_to(world.huong, on=world.day)) == ["reform"]
    assert codes(visible_to(world.hung, on=world.day)) == ["reform"]


def test_what_was_enacted_is_for_everybody_even_when_it_was_withdrawn(world, enacted, operator):
    assert codes(visible_to(Nobody(), on=world.day)) == ["reform"]

    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert codes(visible_to(Nobody(), on=world.day)) == ["reform"]


def test_a_draft_that_was_withdrawn_stays_with_those_who_plan(world, package, operator):
    actions.withdraw(package, by=operator, on=world.eve, reason="Sai căn cứ")

    assert codes(visible_to(Nobody(), on=world.day)) == []
    assert codes(visible_to(world.huong, on=world.day)) == ["reform"]


def test_a_program_sees_drafts_only_where_its_scopes_say_so(world, package):
    assert codes(visible_to(world.huong, on=world.day, scopes=["plan.draft"])) == ["reform"]
    assert codes(visible_to(world.huong, on=world.day, scopes=["registry.correct"])) == []


def test_the_latest_day_comes_first(in_effect, draft):
    draft("later", on=date(2026, 1, 1))

    assert codes(queries.packages()) == ["later", "reform"]


def test_packages_are_counted_and_chosen_by_state(enacted, draft, operator):
    draft("later", on=date(2026, 1, 1))
    taken_back = draft("taken-back", on=date(2026, 1, 1))
    actions.withdraw(taken_back, by=operator, on=date(2025, 6, 1), reason="Sai căn cứ")

    found = queries.by_state(queries.packages())

    assert found == {State.DRAFT: 1, State.ENACTED: 1, State.WITHDRAWN: 1}
    assert codes(queries.in_state(queries.packages(), "draft")) == ["later"]
    assert codes(queries.in_state(queries.packages(), "in-effect")) == []


def test_a_list_does_not_load_what_the_rules_found(in_effect):
    (listed,) = queries.packages()

    assert {"findings", "counts"} <= listed.enactment.get_deferred_fields()
    assert "levels" not in listed.enactment.get_deferred_fields()


def test_whether_somebody_plans_takes_a_query_a_source_of_roles(
    world, package, django_assert_num_queries
):
    with django_assert_num_queries(2):  # grants, and assignments to posts
        visible_to(world.an, on=world.day)


def test_a_package_concerns_whatever_begins_changes_ends_or_hands_on(world, in_effect):
    concerned = {
        key: codes(concerning(world.unit(key))) for key in ("DM", "DM-new", "XP", "D019", "P01")
    }

    assert concerned == {
        "DM": ["reform"],
        "DM-new": ["reform"],
        "XP": ["reform"],
        "D019": ["reform"],
        "P01": [],
    }


def test_what_is_withdrawn_concerns_nobody_any_more(world, enacted, operator):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert concerning(world.unit("DM")) == []


def test_something_passed_on_the_day_and_not_on_the_eve(world, in_effect):
    assert codes(passing_on(world.day)) == ["reform"]
    assert codes(passing_on(world.eve)) == []


def test_plans_are_kept_as_the_documented_json(package):
    documents = plan_documents(package)

    assert [document["instrument"] for document in documents] == [
        *("1656/NQ-UBTVQH15", "203/2025/QH15")
    ]
    assert documents[1]["operations"] == [{"verb": "abolish-level", "level": "district"}]
