"""Whatever is done in whatever order, days long past and reversals included, the books hold."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tinhgon.staff.conftest import KIND, NEW_YEAR
from tinhgon.staff.ledger.balances import balances, totals
from tinhgon.staff.ledger.refusals import Refused
from tinhgon.staff.models import Act, Movement, Purse

pytestmark = pytest.mark.django_db

DAYS = 12
KINDS = (KIND, "official")
UNITS = ("city", "district", "dai_mo", "tay_mo")

attempts = st.lists(
    st.tuples(
        st.sampled_from(["grant", "allocate", "give_back", "transfer", "lapse", "lapse-frozen",
                         "freeze", "thaw", "reverse"]),
        st.integers(1, 9),
        st.sampled_from(UNITS),
        st.sampled_from(UNITS),
        st.integers(0, DAYS - 1),
        st.sampled_from(KINDS),
        st.integers(0, 99),
    ),
    min_size=4,
    max_size=24,
)  # fmt: skip


def attempt(books, what, posts, one, other, day, kind, which):
    """Try an act; says whether it was done."""
    source, target, on = getattr(books, one), getattr(books, other), NEW_YEAR + timedelta(days=day)
    acts = {
        "grant": lambda: books._do(_allocate(), posts, on, source=None, target=target, kind=kind),
        "allocate": lambda: books.allocate(posts, source, target, on, kind=kind),
        "give_back": lambda: books._do(
            _acts().give_back, posts, on, source=source, target=target, kind=kind
        ),
        "transfer": lambda: books._do(
            _acts().transfer, posts, on, source=source, target=target, kind=kind
        ),
        "lapse": lambda: books.lapse(posts, source, on, kind=kind),
        "lapse-frozen": lambda: books.lapse(posts, source, on, kind=kind, purse=Purse.FROZEN),
        "freeze": lambda: books._do(_acts().freeze, posts, on, unit=source, kind=kind),
        "thaw": lambda: books._do(_acts().thaw, posts, on, unit=source, kind=kind),
        "reverse": lambda: books.reverse(_picked(which), on=max(on, _picked(which).day)),
    }
    try:
        acts[what]()
    except (Refused, IndexError):
        return False
    return True


def _acts():
    from tinhgon.staff.ledger import actions

    return actions


def _allocate():
    return _acts().allocate


def _picked(which):
    rows = list(Movement.objects.order_by("pk"))
    return rows[which % len(rows)] if rows else rows[0]


def by_hand(until, known=None):
    """What every account holds, summed row by row."""
    held = {}
    for row in Movement.objects.filter(day__lte=until):
        if known is not None and row.recorded_at > known:
            continue
        for unit, purse, sign in (
            (row.target_unit_id, row.target_purse, 1),
            (row.source_unit_id, row.source_purse, -1),
        ):
            if unit:
                place = (unit, row.staff_kind, purse)
                held[place] = held.get(place, 0) + sign * row.posts
    return held


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(attempts)
def test_the_books_hold_on_every_day_whatever_is_tried(empty_books, tried):
    with transaction.atomic():
        empty_books.grant(20)
        done = [attempt(empty_books, *one) for one in tried]

        assert Movement.objects.count() == 1 + sum(done)
        for place in range(DAYS):
            on = NEW_YEAR + timedelta(days=place)
            held, ids = by_hand(on), {u.pk: u.key for u in _units(empty_books)}
            found = balances(on, "P01")
            assert all(posts >= 0 for posts in held.values())
            assert {
                (ids[unit], kind, purse): posts
                for (unit, kind, purse), posts in held.items()
                if posts
            } == {
                (key, *what): posts
                for key, balance in found.items()
                for what, posts in balance.own.items()
                if posts
            }
            assert found["P01"].whole == +totals(on)
            assert sum(totals(on).values()) == _granted(on) - _lapsed(on)
        for instant in Movement.objects.values_list("recorded_at", flat=True):
            assert all(
                posts >= 0
                for day in range(DAYS)
                for posts in by_hand(NEW_YEAR + timedelta(days=day), instant).values()
            )
        transaction.set_rollback(True)


def _units(books):
    return (books.city, books.district, books.dai_mo, books.tay_mo)


def _granted(on):
    return sum(m.posts for m in Movement.objects.filter(day__lte=on, source_unit=None))


def _lapsed(on):
    return sum(m.posts for m in Movement.objects.filter(day__lte=on, target_unit=None))


def test_acts_of_every_kind_are_done_at_times(empty_books):
    empty_books.grant(20)
    tried = [
        ("allocate", 9, "city", "district", 0, KIND, 0),
        ("give_back", 2, "district", "city", 3, KIND, 0),
        ("transfer", 1, "district", "city", 4, KIND, 0),
        ("freeze", 3, "district", "city", 5, KIND, 0),
        ("thaw", 1, "district", "city", 6, KIND, 0),
        ("lapse-frozen", 1, "district", "city", 7, KIND, 0),
        ("lapse", 1, "district", "city", 7, KIND, 0),
        ("reverse", 1, "city", "city", 0, KIND, 3),
    ]

    assert all(attempt(empty_books, *one) for one in tried)
    assert {*Movement.objects.values_list("act", flat=True)} == {*Act.values} - {Act.SUCCESSION}
    assert date(2025, 1, 1) == NEW_YEAR
