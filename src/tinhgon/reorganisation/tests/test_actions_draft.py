"""What may be drafted as a package, and what is refused: codes, instruments."""

import re
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tinhgon.audit.models import Entry
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.packages import Plan
from tinhgon.reorganisation import actions, keeping
from tinhgon.reorganisation.models import RESERVED, Package
from tinhgon.reorganisation.urls import urlpatterns


def plan_of(code="plan", instrument=None, day=date(2025, 7, 1)):
    return Plan(code=code, day=day, operations=(), instrument=instrument)


@pytest.fixture
def draft_plans(world, operator):
    """Draft plans of the day as a package."""

    def drafted(*plans):
        return actions.draft("p", by=operator, on=world.day, plans=[*plans], titles={"en": "P"})

    return drafted


@pytest.mark.parametrize("code", ["", "Sai mã", "-x", "a/b", "x" * 61, "ä"])
def test_a_code_that_no_address_can_bear_is_refused(draft, code):
    with pytest.raises(keeping.NotACode):
        draft(code)


def test_a_code_of_a_package_is_taken_once(package, draft):
    with pytest.raises(keeping.Taken):
        draft("reform")


@pytest.mark.parametrize(
    ("codes", "code", "why"),
    [
        (["A/B"], "A/B", "shape"),
        (["effect"], "effect", "reserved"),
        (["one", "one"], "one", "twice"),
    ],
)
def test_so_is_the_code_of_a_plan_that_has_no_page_of_its_own(draft_plans, codes, code, why):
    with pytest.raises(keeping.NotACode) as refused:
        draft_plans(*map(plan_of, codes))

    assert (refused.value.code, refused.value.why) == (code, why)
    assert not Package.objects.exists()


def pages_below(address):
    """The words that come next in the addresses of pages below one."""
    words = (re.match(re.escape(address) + r"([a-z-]+)/", str(one.pattern)) for one in urlpatterns)
    return {word[1] for word in words if word}


def test_no_plan_is_called_as_a_page_of_its_package():
    assert pages_below("plans/<slug:code>/") == RESERVED


def test_no_package_is_called_as_a_page_of_all_packages(draft):
    assert pages_below("plans/") == keeping.RESERVED_CODES == {"new"}
    with pytest.raises(keeping.NotACode) as refused:
        draft("new")
    assert (refused.value.code, refused.value.why) == ("new", "reserved")


def test_of_a_number_used_again_the_last_instrument_up_to_the_day_is_meant(draft_plans):
    Instrument.objects.bulk_create(
        Instrument(number="05/NQ-HĐND", issued=issued)
        for issued in (date(2020, 1, 2), date(2025, 7, 1), date(2025, 7, 2), None)
    )

    package = draft_plans(plan_of(instrument="05/NQ-HĐND"))

    assert package.plans.get().instrument.issued == date(2025, 7, 1)


def test_an_instrument_without_a_day_is_meant_where_there_is_no_other(draft_plans):
    Instrument.objects.create(number="05/NQ-HĐND", issued=None)

    package = draft_plans(plan_of(instrument="05/NQ-HĐND"))

    assert package.plans.get().instrument.number == "05/NQ-HĐND"


def test_an_instrument_that_was_not_issued_by_the_day_is_refused(draft_plans, world):
    Instrument.objects.create(number="05/NQ-HĐND", issued=date(2025, 7, 2))

    with pytest.raises(keeping.UnknownInstrument) as refused:
        draft_plans(plan_of(instrument="05/NQ-HĐND"))

    assert (refused.value.number, refused.value.day) == ("05/NQ-HĐND", world.day)
    assert not Package.objects.exists()


@pytest.mark.parametrize("number", [None, "203/2025/QH15"])
def test_an_instrument_has_one_plan_and_one_plan_may_be_without(draft_plans, number):
    with pytest.raises(keeping.SharedInstrument) as refused:
        draft_plans(plan_of("one", number), plan_of("two", number))

    assert (refused.value.number, refused.value.plans) == (number, ["one", "two"])
    assert not Package.objects.exists()


def test_the_database_refuses_two_plans_of_one_instrument(package):
    plan = package.plans.first()

    with pytest.raises(IntegrityError), transaction.atomic():
        package.plans.create(code="other", instrument=plan.instrument)


def test_the_database_refuses_two_plans_without_an_instrument(package):
    package.plans.create(code="one")

    with pytest.raises(IntegrityError), transaction.atomic():
        package.plans.create(code="other")


def test_who_drafted_a_package_and_when_is_kept(world, package):
    assert (package.drafting.by, package.drafting.by_name) == (None, "operator:test")
    assert package.drafting.at == Entry.objects.get(chain=package.chain).at
