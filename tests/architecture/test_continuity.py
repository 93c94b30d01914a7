"""Continuity: for everything that can hang on a unit it is said what a reorganisation does."""

from django.apps import apps

from tinhgon.registry.models import Unit
from tinhgon.reorganisation.continuity.table import TABLE, Identity, Responsibility
from tinhgon.temporal.models import Valid

RELATIONS = {
    f"{model._meta.app_label}.{model.__name__}.{field.name}": model
    for model in apps.get_models(include_auto_created=True)
    for field in model._meta.get_fields()
    if field.concrete and field.is_relation and field.related_model is Unit
}


def columns(model):
    return {field.column for field in model._meta.concrete_fields}


def test_every_relation_to_a_unit_is_in_the_table_and_nothing_else():
    assert {*TABLE} == {*RELATIONS}


def test_what_is_closed_on_the_day_has_a_period():
    dated = {
        name: RELATIONS[name]
        for name, rule in TABLE.items()
        if isinstance(rule, (Identity, Responsibility)) and rule.dated
    }

    assert dated
    assert [name for name, model in dated.items() if not issubclass(model, Valid)] == []


def test_what_goes_on_as_new_rows_can_say_where_it_came_from():
    handed_on = [
        (RELATIONS[name], {*rule.alike, *filter(None, [rule.origin])})
        for name, rule in TABLE.items()
        if isinstance(rule, Responsibility)
    ]

    assert all(named <= columns(model) for model, named in handed_on)
    assert any(named for _model, named in handed_on)
