"""Questions about norms: what the rules say of a structure, what was found and is open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from tinhgon.accounts.models import Grant
from tinhgon.accounts.roles import roles_with
from tinhgon.accounts.sources import units_given
from tinhgon.domain.norms.judging import judge
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import Counts
from tinhgon.domain.structure.units import PRINCIPAL, Structure
from tinhgon.norms.models import Finding, Run, Waiver
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.reading import Chosen, Recorded, world_on
from tinhgon.ui.actors import EVERYWHERE


@dataclass(frozen=True)
class Judged:
    """What the rules say, and the names of the figures of law that they asked for."""

    verdicts: list[Verdict]
    figures: list[str]


def judged(
    structure: Structure,
    on: date,
    *,
    new: Collection[str] = (),
    heirs: Mapping[str, str] | None = None,
    chosen: Chosen | None = None,
    posts: Mapping[str, Counts] | None = None,
    only: Collection[str] = (),
    recorded: Recorded | None = None,
) -> Judged:
    """What all rules, or `only` some, say of a structure that a plan makes for a day.

    Nothing is kept. `new` are the keys of the units that it forms: what they may not be blocks.
    `heirs` says of each unit that ends there who takes its posts, people and mandates over, but for
    what somebody was `chosen` for; an heir counts as rearranged on the day. `posts` are those that
    the plan states by unit and kind of staff. `recorded` is what was read of the day already.
    """
    world = world_on(
        on, structure, new=new, heirs=heirs, chosen=chosen, posts=posts, recorded=recorded
    )
    return Judged(judge(world, only), sorted(world.figures.used))


def findings(on: date) -> QuerySet[Finding]:
    """All findings, each with whether it is let be on a day (`waived`)."""
    held = Waiver.objects.on(on).filter(rule=OuterRef("rule"), unit=OuterRef("unit"))
    return Finding.objects.select_related("unit", "answers").annotate(waived=Exists(held))


def seen_by(actor: Any, on: date, *, today: date) -> QuerySet[Finding]:
    """The findings that somebody may see: of units below those over which they may.

    What could not be judged is of no unit: whoever sees anything sees it.
    """
    every = findings(on)
    if actor.may(NormsPermission.SEE, on=today, unit=EVERYWHERE):
        return every
    roots = parts_of(actor, NormsPermission.SEE, today)
    if not roots:
        return every.none()
    return every.filter(Q(unit_id__in=below(roots, on)) | Q(unit=None))


def parts_of(actor: Any, permission: str, today: date) -> list[str]:
    """The keys of the units over which somebody holds a permission today, not those below them."""
    roles = roles_with(permission)
    granted = Grant.objects.on(today).filter(user=actor, role__in=roles, unit__isnull=False)
    return sorted(
        {*granted.values_list("unit__key", flat=True)} | units_given(actor.pk, roles, today)
    )


def last_run() -> Run | None:
    """The last run that is kept."""
    return Run.objects.order_by("-day", "-pk").first()


def below(roots: list[str], on: date) -> RawSQL:
    """A query of the ids of some units and all below them on a day."""
    places = ", ".join(["%s"] * len(roots))
    day = on.isoformat()
    query = f"""
        WITH RECURSIVE below(id) AS (
          SELECT id FROM registry_unit WHERE key IN ({places})
          UNION
          SELECT tie.unit_id FROM registry_tie tie JOIN below ON tie.parent_id = below.id
          WHERE tie.hierarchy = '{PRINCIPAL}' AND tie.recorded_to IS NULL
            AND (tie.valid_from IS NULL OR tie.valid_from <= %s)
            AND (tie.valid_to IS NULL OR tie.valid_to > %s)
        )
        SELECT id FROM below
        """
    return RawSQL(query, [*roots, day, day])


def waivers_seen_by(actor: Any, today: date) -> QuerySet[Waiver]:
    """The waivers for units that somebody may see, those that end first before the others."""
    every = Waiver.objects.select_related("unit", "authority").order_by("valid_to", "pk")
    if actor.may(NormsPermission.SEE, on=today, unit=EVERYWHERE):
        return every
    roots = parts_of(actor, NormsPermission.SEE, today)
    return every.filter(unit_id__in=below(roots, today)) if roots else every.none()
