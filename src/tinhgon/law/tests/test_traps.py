"""OpenFisca's traps: each as it is shipped, and what we make of it."""

import subprocess
import sys
from datetime import date

import numpy as np
import pytest
import yaml
from openfisca_core.entities import build_entity
from openfisca_core.parameters import Parameter, ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from tinhgon.law import system
from tinhgon.law.book import book, documents
from tinhgon.law.citations import Unreadable
from tinhgon.law.queries import answer, judge
from tinhgon.law.refusals import BadInput, NoProvision

DAY = "2025-07-01"
ON = date(2025, 7, 1)
FIRST = date(2025, 6, 16)
MONEY = 2_559_804_000  # one salary fund of a commune for a year
ODD = 2**24 + 1

Thing = build_entity(key="thing", plural="things", label="Thing", is_person=True)


class given(Variable):
    value_type, entity, definition_period = int, Thing, DateUnit.DAY


class dated(Variable):
    value_type, entity, definition_period = int, Thing, DateUnit.DAY

    def formula_2025_06_16(thing, day, law):
        return 7


@pytest.fixture
def shipped():
    """A simulation of OpenFisca's own, over one thing."""
    made = TaxBenefitSystem([Thing])
    made.add_variables(given, dated)
    made.parameters = ParameterNode("", data={})
    return SimulationBuilder().build_default_simulation(made)


# --- 32 bits --------------------------------------------------------------------------------------


def test_numbers_are_shipped_in_32_bits_and_lose_money():
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            "import numpy; from openfisca_core.variables.config import VALUE_TYPES as t;"
            f"print(t[int]['dtype'].__name__, t[float]['dtype'].__name__,"
            f" int(numpy.float32({ODD})), int(numpy.array([{MONEY}]).astype(t[int]['dtype'])[0]))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert shown.stdout.split() == ["int32", "float32", str(2**24), str(MONEY - 2**32)]


@pytest.mark.parametrize("amount", [MONEY, ODD, 10**14, 10**14 + 1])
def test_money_goes_in_and_comes_out_exact(amount):
    computation = system.simulation(1)
    computation.set_input("foreign_trade", DAY, np.array([amount]))

    assert computation.calculate("foreign_trade", DAY).tolist() == [amount]


@pytest.mark.parametrize("amount", [MONEY, ODD])
def test_money_is_computed_with_exactly(amount):
    found = answer("headcount_cap_2021", on=ON, headcount_2015=amount).value

    assert found == amount - -(-amount // 10)


def test_decimals_are_64_bits():
    assert system.VALUE_TYPES[float]["dtype"] is np.float64
    assert system.VALUE_TYPES[int]["dtype"] is np.int64


# --- Before the first day -------------------------------------------------------------------------


def test_a_formula_before_its_first_day_is_shipped_as_nothing(shipped):
    assert shipped.calculate("dated", "2025-06-15").tolist() == [0]


def test_a_rule_before_its_first_day_is_refused():
    with pytest.raises(NoProvision) as refused:
        answer("office_minimum_posts", on=date(2025, 6, 15))

    assert refused.value.code == "before-first-provision"
    assert refused.value.facts["first"] == date(2025, 6, 16)


def test_a_rule_that_another_rule_asks_before_its_first_day_is_refused_too():
    computation = system.simulation(1)

    with pytest.raises(NoProvision):
        computation.calculate("office_minimum_posts", "2025-06-15")


def test_a_scale_before_its_first_day_is_shipped_as_nothing():
    scale = ParameterNode(
        "",
        data={
            "scale": {
                "metadata": {"type": "single_amount"},
                "brackets": [{"threshold": {DAY: 0}, "amount": {DAY: 7}}],
            }
        },
    )

    assert scale.get_at_instant("2025-06-30").scale.calc(np.array([5])).tolist() == [0]


def test_so_the_statutes_have_no_scales():
    assert [name for name, document in documents() if "brackets" in document] == []


# --- What nobody gave -----------------------------------------------------------------------------


def test_an_input_that_nobody_gave_is_shipped_as_nothing(shipped):
    assert shipped.calculate("given", DAY).tolist() == [0]


def test_an_input_that_nobody_gave_is_refused():
    computation = system.simulation(1)

    with pytest.raises(BadInput) as refused:
        computation.calculate("office_deputies", DAY)

    assert refused.value.facts == {"input": "posts"}


# --- What stands above ----------------------------------------------------------------------------


def test_a_value_is_shipped_with_what_stands_above_it():
    parameter = Parameter("p", {"metadata": {"mark": "P"}, "values": {DAY: {"value": 1}}})

    assert parameter.values_list[0].metadata == {"mark": "P"}


def test_a_citation_stands_beside_the_value_itself(statutes):
    statutes("departments/most", lambda file: file["special"]["values"][FIRST].pop("metadata"))

    with pytest.raises(Unreadable) as refused:
        book()

    assert refused.value.code == "no-citation"


# --- The rest -------------------------------------------------------------------------------------


def test_an_error_is_shipped_without_the_name_of_its_parameter():
    from openfisca_core.errors import ParameterNotFoundError

    assert ParameterNotFoundError("a.b", DAY).name is None


def test_what_has_no_value_is_named_all_the_same():
    with pytest.raises(NoProvision) as refused:
        answer("commune_division_deputies", on=date(2025, 10, 15))

    assert refused.value.facts["figure"].name == "communes.division.most_deputies"


def test_days_of_other_files_are_still_read_as_days():
    assert yaml.safe_load("2025-07-01") == ON


def test_a_case_that_ended_does_not_become_one_of_the_others():
    with pytest.raises(NoProvision) as refused:
        judge("has_council", on=ON, locality=["hanoi"], level=["commune"], unit_kind=["thị trấn"])

    assert refused.value.code == "ended"
