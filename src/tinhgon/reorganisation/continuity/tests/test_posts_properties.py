"""Whatever is moved and rearranged in whatever order, days long past included, the books hold."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhgon.conftest import approved, ordered, reloaded
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry import models
from tinhgon.registry.queries import structure
from tinhgon.registry.rearranging import Moved
from tinhgon.registry.revision import changed
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.staff.conftest import NEW_YEAR, empty_books  # noqa: F401 - a fixture
from tinhgon.staff.ledger import actions as ledger
from tinhgon.staff.ledger.balances import left_behind
from tinhgon.staff.ledger.refusals import Refused
from tinhgon.staff.models import Act, Movement, Purse

pytestmark = pytest.mark.django_db

KINDS = ("civil-servant", "official")
EFFECTS = tuple(NEW_YEAR + timedelta(days=20 * many) for many in range(1, 6))
LAST = EFFECTS[-1] + timedelta(days=20)
ALLOTTED = ("DM", "TM", "MT", "XP", "D019", "D268")
POSTS = "staff.Movement.target_unit"

moves = st.tuples(
    st.sampled_from(["allocate", "return", "transfer", "lapse", "freeze", "thaw", "reverse"]),
    st.integers(1, 9),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, (LAST - NEW_YEAR).days),
    st.sampled_from(KINDS),
    st.sampled_from(Purse.values),
)
rearrangements = st.tuples(
    st.sampled_from(["merge", "absorb", "divide", "dissolve", "compensate"]),
    st.integers(0, 99),
    st.integers(0, 99),
)


@dataclass
class Life:
    """What happens to the apparatus and its posts; `done` says what was not refused."""

    by: object
    done: Counter = field(default_factory=Counter)
    effects: list = field(default_factory=list)
    compensated: set = field(default_factory=set)

    def begin(self):
        """Wards and districts have posts of both kinds, one of them frozen."""
        changed()
        for kind in KINDS:
            self._move("allocate", 200, None, "P01", NEW_YEAR, kind)
            for key in ALLOTTED:
                self._move("allocate", 9, "P01", key, NEW_YEAR, kind)
                self._move("freeze", 1, key, key, NEW_YEAR, kind)

    def go_on(self, steps):
        for what, *given_ in steps:
            tried = self._rearrange if what in REARRANGED else self._try
            self.done[what] += tried(what, *given_)

    # --- Posts

    def _try(self, what, posts, one, other, day, kind, purse):
        on = NEW_YEAR + timedelta(days=day)
        keys = [*models.Unit.objects.order_by("pk").values_list("key", flat=True)]
        rows = [*Movement.objects.order_by("pk")]
        try:
            with transaction.atomic():
                if what == "reverse":
                    row = rows[(one + 100 * other) % len(rows)]
                    ledger.reverse(row, by=self.by, reason="nhầm", on=max(on, row.day))
                else:
                    source, target = keys[one % len(keys)], keys[other % len(keys)]
                    source = "P01" if what == "allocate" else source
                    target = "P01" if what == "return" else target
                    self._move(what, posts, source, target, on, kind, purse)
        except Refused:
            return 0
        return 1

    def _move(self, what, posts, source, target, on, kind, purse=Purse.OPEN):
        source, target = (key and models.Unit.objects.get(key=key) for key in (source, target))
        sides = {
            "lapse": {"source": source, "purse": purse},
            "freeze": {"unit": source},
            "thaw": {"unit": source},
        }
        function = ledger.give_back if what == "return" else getattr(ledger, what)
        more = sides.get(what, {"source": source, "target": target})
        function(posts, by=self.by, kind=kind, on=on, reason="theo quyết định", **more)

    # --- The apparatus

    def _rearrange(self, what, one, other):
        on = EFFECTS[len(self.effects) % len(EFFECTS)]
        if len(self.effects) == len(EFFECTS):
            return 0
        stands = structure(on)
        wards = sorted(unit.key for unit in stands if unit.level == "commune")
        try:
            with transaction.atomic():
                REARRANGED[what](self, on, wards, one, other)
        except NOT_DONE:
            return 0
        return 1

    def _merge(self, on, wards, one, other):
        sources = tuple(dict.fromkeys([wards[one % len(wards)], wards[other % len(wards)]]))
        above = structure(on)[sources[0]].parent
        self._enact("p", on, Consolidate(sources=sources, successor=self._ward(1, above)))

    def _absorb(self, on, wards, one, other):
        absorbed, into = wards[one % len(wards)], wards[other % len(wards)]
        self._enact("p", on, Absorb(into=into, absorbed=(absorbed,)))

    def _divide(self, on, wards, one, other):
        unit = structure(on)[wards[one % len(wards)]]
        into = (self._ward(1, unit.parent), self._ward(2, unit.parent))
        self._enact("p", on, Divide(unit=unit.key, into=into, main=into[other % 2].key))

    def _dissolve(self, on, wards, one, other):
        stands = structure(on)
        moved = [Move(unit=key, parent="P01") for key in wards if stands[key].parent != "P01"]
        self._enact("p", on, *moved, AbolishLevel(level="district"))

    def _compensate(self, on, wards, one, other):
        package = [one for one in self.effects if one.pk not in self.compensated][-1]
        back = compensate(
            package, by=self.by, on=on, code=self._code("back"), titles={"vi": "Khắc phục"}
        )
        actions.enact(approved(back, self.by), by=self.by, on=on)
        self.compensated |= {package.pk, back.pk}
        self.effects.append(reloaded(back))

    def _enact(self, name, on, *operations):
        plan = Plan(code="plan", day=on, operations=operations)
        package = actions.draft(
            self._code(name), by=self.by, on=on, plans=[plan], titles={"vi": "Sắp xếp"}
        )
        ordered(package)
        actions.enact(package, by=self.by, on=on)
        if name == "p":
            self.effects.append(reloaded(package))

    def _code(self, name):
        return f"{name}-{len(self.effects)}"

    def _ward(self, place, above):
        number = 2 * len(self.effects) + place
        return Unit(f"N{number}", "commune", "phường", f"Mới {number}", f"{70000 + number}", above)


REARRANGED = {
    "merge": Life._merge,
    "absorb": Life._absorb,
    "divide": Life._divide,
    "dissolve": Life._dissolve,
    "compensate": Life._compensate,
}
NOT_DONE = (
    *(actions.Blocked, actions.Undecided, actions.FactsMissing, Moved),
    *(ValueError, IndexError, ZeroDivisionError),
)
"""What stops a rearrangement that makes no sense: one ward merged with itself, none to dissolve."""


# --- What must hold -------------------------------------------------------------------------------


def accounts(rows, on):
    """What every account holds on a day, summed row by row."""
    held = Counter()
    for row in rows:
        if row.day <= on:
            for unit, purse, sign in (
                (row.target_unit_id, row.target_purse, 1),
                (row.source_unit_id, row.source_purse, -1),
            ):
                if unit:
                    held[unit, row.staff_kind, purse] += sign * row.posts
    return held


def overdrawn(rows, days):
    """The accounts that are below zero on some day, as known at some instant."""
    known = sorted({row.recorded_at for row in rows})
    return {
        (account, on, instant)
        for instant in known
        for on in days
        for account, posts in accounts(
            [one for one in rows if one.recorded_at <= instant], on
        ).items()
        if posts < 0
    }


def unbalanced(rows, days):
    """The days on which what all hold is not what was granted less what lapsed."""
    return {
        on
        for on in days
        if sum(accounts(rows, on).values())
        != sum(
            row.posts * ((row.source_unit_id is None) - (row.target_unit_id is None))
            for row in rows
            if row.day <= on
        )
    }


def wrong_in_the_books():
    """Everything that must never be, on every day on which anything changes."""
    rows = [*Movement.objects.order_by("pk")]
    days = sorted({row.day for row in rows} | {*EFFECTS, LAST})
    return {
        "overdrawn": overdrawn(rows, days),
        "unbalanced": unbalanced(rows, days),
        "left behind": {on: left for on in days if (left := left_behind(on))},
        "hanging": {on for on in days if hanging(on)[POSTS]},
    }


RIGHT = {"overdrawn": set(), "unbalanced": set(), "left behind": {}, "hanging": set()}


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(moves | moves | rearrangements, min_size=8, max_size=24))
def test_the_books_hold_whatever_is_moved_and_rearranged(empty_books, operator, steps):  # noqa: F811
    with transaction.atomic():
        life = Life(operator)
        life.begin()

        life.go_on(steps)

        assert wrong_in_the_books() == RIGHT
        transaction.set_rollback(True)


def test_moves_and_rearrangements_of_every_kind_are_done_at_times(empty_books, operator):  # noqa: F811
    life = Life(operator)
    life.begin()
    keys = [*models.Unit.objects.order_by("pk").values_list("key", flat=True)]
    city, dm, tm = (keys.index(key) for key in ("P01", "DM", "TM"))
    civil, purse = KINDS[0], Purse.OPEN

    life.go_on(
        [
            ("merge", 0, 2),
            ("allocate", 3, city, dm, 2, civil, purse),
            ("transfer", 2, dm, tm, 3, civil, purse),
            ("lapse", 1, tm, 0, 4, civil, purse),
            ("freeze", 2, dm, 0, 5, civil, purse),
            ("thaw", 1, dm, 0, 6, civil, purse),
            ("divide", 0, 1),
            ("return", 1, dm, city, 7, civil, purse),
            ("dissolve", 0, 0),
            ("reverse", 1, 2, 0, 90, civil, purse),
            ("compensate", 0, 0),
            ("absorb", 0, 1),
            ("lapse", 1, dm, 0, 8, civil, Purse.FROZEN),
        ]
    )

    assert {what: many for what, many in life.done.items() if not many} == {}
    assert Movement.objects.filter(act=Act.SUCCESSION).count() > 20
    assert wrong_in_the_books() == RIGHT
    assert date(2025, 1, 21) == EFFECTS[0]
