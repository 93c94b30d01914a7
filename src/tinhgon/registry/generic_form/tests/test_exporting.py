"""The register written out and loaded again is the same register."""

import csv

import pytest
import yaml
from django.apps import apps

from tinhgon.conftest import BEFORE, DAY
from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry import actions
from tinhgon.registry.generic_form.exporting import JURISDICTION, export
from tinhgon.registry.models import Code, Contact, Register, Succession, Tie, Version
from tinhgon.reorganisation import actions as plans

FACTS = {
    Version: ("level", "kind", "name", "latitude", "longitude", "area_km2", "source",
              "ended_under__number"),
    Code: ("scheme", "code"),
    Tie: ("hierarchy", "parent__key"),
}  # fmt: skip
HANDED = ("predecessor__key", "successor__key", "day", "extent", "carries", "main", "verb",
          "evidence", "instrument__number", "clause")  # fmt: skip


def everything():
    """What the register says now, without ids and instants."""
    held = Register.objects.get()
    said = {
        model: sorted(
            model.objects.known_at().values_list(
                "unit__key", "valid_from", "valid_to", "instrument__number", *facts
            ),
            key=str,
        )
        for model, facts in FACTS.items()
    }
    return said | {
        Succession: sorted(Succession.objects.known_at().values_list(*HANDED), key=str),
        Contact: list(Contact.objects.values("unit__key", "telephone", "valid_from", "valid_to")),
        Instrument: list(Instrument.objects.order_by("number").values("number", "titles", "mark")),
        Register: (held.jurisdiction, held.coverage),
    }


def forget():
    """A database as empty as a new one, but for the record of acts."""
    for app in ("reorganisation", "accounts", "registry", "documents"):
        for model in apps.get_app_config(app).get_models():
            model._base_manager.all()._raw_delete("default")


def loaded_again(folder, operator):
    """What the register says after the folder was loaded into an empty database."""
    forget()
    file = yaml.safe_load((folder / JURISDICTION).read_text(encoding="utf-8"))
    actions.load(folder, by=operator, file=file)
    return everything()


def rows(path):
    return list(csv.DictReader(path.open(encoding="utf-8")))


@pytest.fixture
def whole(db, folder, vietnam, operator):
    """The small world with what came after the day, further files and a change of a code."""
    folder.put("coverage.csv", "entity_id,from", "P01,2024-12-31", "VN,2025-06-30")
    folder.put(
        "contacts.csv",
        "entity_id,telephone,valid_from,valid_to",
        "DM,024 1,,2025-07-01",
        "DM-new,024 2,2025-07-01,",
    )
    folder.put(
        "ties.csv", "entity_id,hierarchy,parent_id,valid_from,valid_to", "XP,party,P01,,2026-01-01"
    )
    folder.add("units.csv", "YN,YN,00004,commune,phường,Yên Nghĩa,P01,2025-07-01,2026-01-01,,,,t")
    folder.add(
        "changes.csv",
        "YN,203/2025/QH15,2025-07-01,establish,commune,,YN,,,,,",
        "YN,203/2025/QH15,2026-01-01,dissolve,commune,YN,,,,,,",
    )
    actions.load(folder.path, by=operator, file=vietnam)


def test_a_register_survives_being_written_and_loaded(whole, tmp_path, operator):
    before = everything()

    export(Register.objects.get(), tmp_path / "out")

    assert loaded_again(tmp_path / "out", operator) == before


def test_so_does_one_on_which_a_reform_was_carried_out(in_effect, tmp_path, operator):
    before = everything()

    export(Register.objects.get(), tmp_path / "out")

    assert loaded_again(tmp_path / "out", operator) == before


def test_so_does_one_in_which_a_unit_was_renamed_by_a_plan(world, tmp_path, operator):
    instrument = Instrument.objects.get(number="203/2025/QH15").number
    rename = Rename(unit="XP", name="Xuân Phương Mới")
    plan = Plan(code="rename", day=DAY, instrument=instrument, operations=(rename,))
    package = plans.draft("rename", by=operator, on=DAY, plans=[plan], titles={"en": "Rename"})
    plans.enact(package, by=operator, on=DAY)
    before = everything()

    export(Register.objects.get(), tmp_path / "out")

    assert loaded_again(tmp_path / "out", operator) == before


def test_as_many_rows_come_out_as_went_in(whole, tmp_path):
    counts = export(Register.objects.get(), tmp_path)

    assert counts == {
        "units": 13,
        "changes": 11,
        "instruments": 2,
        "ties": 1,
        "contacts": 2,
        "mandates": 0,
        "coverage": 2,
    }


def test_a_correction_is_written_as_what_is_right(world, tmp_path, operator):
    with_reason = {"by": operator, "reason": "chính tả", "facts": {"name": "Mễ-Trì"}}
    actions.correct(world.unit("MT"), period=Period(), **with_reason)

    export(Register.objects.get(), tmp_path)

    assert [row["name"] for row in rows(tmp_path / "units.csv") if row["entity_id"] == "MT"] == [
        "Mễ-Trì"
    ]


def test_one_day_is_written_as_if_it_had_been_so_since(whole, tmp_path, operator):
    counts = export(Register.objects.get(), tmp_path / "out", on=DAY)

    assert (counts["units"], counts["changes"], counts["contacts"]) == (6, 0, 1)
    written = rows(tmp_path / "out" / "units.csv")
    assert {(row["valid_from"], row["valid_to"]) for row in written} == {("2025-07-01", "")}
    assert len(loaded_again(tmp_path / "out", operator)[Version]) == 6


def test_the_day_before_is_another_structure(whole, tmp_path):
    counts = export(Register.objects.get(), tmp_path, on=BEFORE)

    assert counts["units"] == 8


def test_titles_in_every_language_are_kept(world, tmp_path, operator):
    titles = {"vi": "Sắp xếp", "fr": "Réforme", "zh-hant": "改革"}
    Instrument.objects.filter(number="203/2025/QH15").update(titles=titles)

    export(Register.objects.get(), tmp_path / "out")
    loaded_again(tmp_path / "out", operator)

    assert Instrument.objects.get(number="203/2025/QH15").titles == titles
