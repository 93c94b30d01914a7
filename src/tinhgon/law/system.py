"""The rules as an OpenFisca system, made strict: what is missing is an error, never a silent 0.

OpenFisca computes with 32 bits, gives the default for a formula before its first day and for an
input that nobody gave, and leaves the past of a parameter empty. Here is the one place where that
is put right; `tests/test_traps.py` shows each trap as it is shipped.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from openfisca_core.variables.config import VALUE_TYPES

from tinhgon.law.inputs import CHOICE, DAY, INPUTS, NUMBER
from tinhgon.law.refusals import BadInput, NoProvision
from tinhgon.statutes import PARAMETERS

VALUE_TYPES[int]["dtype"] = np.int64
VALUE_TYPES[float]["dtype"] = np.float64

Unit = build_entity(key="unit", plural="units", label="Unit", is_person=True)
Day = DateUnit.DAY

ENUMS = {
    name: Enum(name, {key: key for key in asked.choices})  # type: ignore[call-overload]
    for name, asked in INPUTS.items()
    if asked.kind == CHOICE
}


class Strict(Simulation):
    """A computation that stops where OpenFisca would go on with a default."""

    def _run_formula(self, variable: Any, population: Any, period: Any) -> Any:
        if variable.get_formula(period) is None:
            self._refuse(variable, period)
        return super()._run_formula(variable, population, period)

    def _refuse(self, variable: Any, period: Any) -> None:
        if not variable.formulas:
            raise BadInput("missing", input=variable.name)
        raise NoProvision(
            "before-first-provision",
            name=variable.name,
            on=period.start.date,
            first=next(iter(variable.formulas)),
        )


@cache
def system() -> TaxBenefitSystem:
    """All rules and inputs over the parameters of the statutes; made once."""
    made = TaxBenefitSystem([Unit])
    made.load_parameters(str(PARAMETERS))
    for variable in (*_inputs(), *_rules()):
        made.add_variable(variable)
    return made


@cache
def rules() -> dict[str, Any]:
    """The rules by name, in order of the files they stand in."""
    return {rule.__name__: system().get_variable(rule.__name__) for rule in _rules()}


def simulation(rows: int, *, trace: bool = False) -> Strict:
    """An empty computation over so many units."""
    populations = system().instantiate_entities()
    populations["unit"].count = rows
    populations["unit"].ids = range(rows)
    made = Strict(system(), populations)
    made.trace = trace
    return made


def _inputs() -> Iterator[type[Variable]]:
    types: dict[str, Any] = {NUMBER: int, DAY: date, "yes_no": bool}
    for name, asked in INPUTS.items():
        facts: dict[str, Any] = {"entity": Unit, "definition_period": Day}
        if asked.kind == CHOICE:
            first = next(iter(ENUMS[name]))
            facts |= {"value_type": Enum, "possible_values": ENUMS[name], "default_value": first}
        else:
            facts["value_type"] = types[asked.kind]
        yield type(name, (Variable,), facts)


def _rules() -> Iterator[type[Variable]]:
    package = import_module("tinhgon.law.variables")
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        for found in vars(import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, Variable) and found is not Variable:
                yield found
