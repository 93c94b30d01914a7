"""`law check` finds what would make a figure unfit to rely on."""

from datetime import date

import pytest

from tinhgon.law import uses
from tinhgon.law.checks import faults

DAY = date(2025, 6, 16)


def codes():
    return {fault.code for fault in faults()}


def cited(file):
    return file["values"][DAY]["metadata"]


def test_the_statutes_are_sound():
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (lambda file: file["values"][DAY].pop("metadata"), "no-citation"),
        (lambda file: cited(file).pop("mark"), "missing"),
        (lambda file: cited(file).pop("read"), "missing"),
        (lambda file: cited(file).update(mark="Z"), "bad-mark"),
        (lambda file: cited(file).update(under="150/2025/NĐ-CP"), "no-day"),
        (
            lambda file: cited(file).update(under="150/2025/NĐ-CP of 2025-06-13"),
            "unknown-instrument",
        ),
        (lambda file: cited(file).update(under="unknown"), "mark-without-instrument"),
        (lambda file: cited(file).update(article="unknown"), "mark-without-article"),
        (lambda file: cited(file).update(article="somewhere"), "bad-article"),
        (lambda file: cited(file).update(read="hearsay"), "unknown-key"),
        (lambda file: cited(file).update(since="2025"), "unknown-member"),
        (lambda file: file["values"][DAY].update(value=None), "gap-without-reason"),
        (lambda file: file["values"][DAY].update(value=8), "computed-otherwise"),
        (lambda file: file["metadata"].update(unit="teacups"), "unknown-unit"),
        (lambda file: file["metadata"].pop("vi"), "missing"),
        (
            lambda file: file["values"].update({date(2025, 6, 1): file["values"].pop(DAY)}),
            "before-it-was-issued",
        ),
    ],
)
def test_what_is_wrong_is_found(statutes, how, code):
    statutes("departments/office/minimum_posts", how)

    assert code in codes()


def test_every_parameter_of_a_rule_is_known_to_its_page():
    assert uses.figures_used_by("deputy_directors_allowed") == (
        "departments.deputy_directors.average",
        "departments.deputy_directors.extra",
        "departments.deputy_directors.most_each",
    )
    assert uses.used_in("rearrangement.grace_years") == ("grace_last_day", "within_grace")
