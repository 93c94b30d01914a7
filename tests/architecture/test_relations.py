"""Relations between models are arrows too, which no import shows: they point downwards only."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps

PROJECT = Path(__file__).resolve().parent.parent.parent / "pyproject.toml"


def layers():
    """The modules of the house in their layers, top first, as `make check` enforces them."""
    linted = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]
    (contract,) = [one for one in linted["contracts"] if one["type"] == "layers"]
    return [{name.strip() for name in layer.split("|")} for layer in contract["layers"]]


def height(model):
    """How high the module of a model stands; None for one that is not ours."""
    module = model.__module__.removeprefix("tinhgon.").partition(".")[0]
    standing = [place for place, layer in enumerate(reversed(layers())) if module in layer]
    return standing[0] if standing and model.__module__.startswith("tinhgon.") else None


OURS = [model for model in apps.get_models(include_auto_created=True) if height(model) is not None]
RELATIONS = [
    (model, field)
    for model in OURS
    for field in (*model._meta.fields, *model._meta.many_to_many)
    if field.is_relation
]


def test_every_model_of_ours_stands_in_a_layer():
    ours = {model for model in apps.get_models() if model.__module__.startswith("tinhgon.")}

    assert ours
    assert ours <= {*OURS}


@pytest.mark.parametrize(("model", "field"), RELATIONS, ids=str)
def test_a_relation_points_to_what_stands_no_higher(model, field):
    above, below = height(model), height(field.related_model)

    assert below is None or below <= above


def test_the_record_of_acts_is_tied_to_nothing():
    entry = apps.get_model("audit", "Entry")

    assert [field for field in entry._meta.get_fields() if field.is_relation] == []


def test_layers_are_told_from_top_to_bottom():
    accounts, registry = apps.get_model("accounts", "Grant"), apps.get_model("registry", "Unit")

    assert height(accounts) > height(registry) > height(apps.get_model("audit", "Entry"))
    assert height(apps.get_model("sessions", "Session")) is None
