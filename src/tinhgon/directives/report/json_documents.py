"""Progress and reports as documents for programs, from the API and from commands alike."""

from typing import Any

from tinhgon.directives.progress.asking import Asked
from tinhgon.directives.progress.figures import Figures
from tinhgon.directives.progress.progress import Lain, Parts, Progress
from tinhgon.directives.report.compiled import Report, YearOfWorks
from tinhgon.work.json_documents import row_document
from tinhgon.work.listing.stood import Quadrant, Stretch


def figures_document(figures: Figures) -> dict[str, Any]:
    """The counts of one stretch."""
    by = {one.value.replace("-", "_"): figures.by[one] for one in Quadrant}
    alike = {"every": figures.all, "new": figures.new, "carried": figures.carried}
    return {**alike, **by, "at_risk": figures.at_risk}


def progress_document(asked: Asked, found: Progress) -> dict[str, Any]:
    """The progress of a set of works."""
    handed = found.handed
    return {
        **_set(asked),
        "figures": figures_document(found.figures),
        "trend": [
            {**_days(stretch), "figures": figures_document(figures)}
            for stretch, figures in found.others
        ],
        **_parts(found),
        "lain": [_lain(one) for one in found.lain],
        "handed_over": handed.works if handed else 0,
        "times": handed.times if handed else 0,
        "ownerless": handed.ownerless if handed else 0,
        "days_to_acceptance": handed.average if handed else None,
    }


def report_document(report: Report) -> dict[str, Any]:
    """The report of a year of what a unit gave."""
    return {
        **_set(report.of),
        **works_document(report),
        "handed_over": report.handed.works,
        "times": report.handed.times,
        "moved_most": [{"work": key, "title": title, "times": n} for key, title, n in report.moved],
        "lain": [_lain(one) for one in report.lain],
    }


def works_document(report: YearOfWorks) -> dict[str, Any]:
    """What the report of any body tells of works."""
    return {
        "year": report.number,
        **_days(report.asked.stretch),
        "compiled_at": report.at,
        "invented": report.carried.invented,
        "figures": figures_document(report.figures),
        "year_before": figures_document(report.before),
        **_parts(report.progress),
        "late": [row_document(row) for row in report.late.rows],
        "late_in_all": report.late.matching,
        "extensions": {
            one.value.removeprefix("extension-"): many
            for one, many in report.carried.extensions.items()
        },
        "carried_over": [{"month": month, "works": many} for month, many in report.carried.months],
    }


def _set(asked: Asked) -> dict[str, Any]:
    return {
        "unit": asked.unit.key,
        "deep": asked.deep,
        "under": asked.instrument.number if asked.instrument else None,
        "part_of": asked.parent.key if asked.parent else None,
        **_days(asked.stretch),
    }


def _days(stretch: Stretch) -> dict[str, Any]:
    return {"first": stretch.first, "last": stretch.last}


def _parts(found: Progress) -> dict[str, Any]:
    sorts: dict[str, Parts] = {
        "units": found.units,
        "kinds": found.kinds,
        "instruments": found.instruments,
    }
    return {
        name: [
            {"key": one.key, "name": one.name, "figures": figures_document(one.figures)}
            for one in parts.parts
        ]
        for name, parts in sorts.items()
    }


def _lain(one: Lain) -> dict[str, Any]:
    lay = one.lay
    days = {"average": round(lay.average, 2), "longest": round(lay.longest, 2)}
    return {"unit": one.key, "works": lay.works, **days, "longest_work": lay.work}
