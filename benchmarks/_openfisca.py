"""What does OpenFisca-core answer? Runs in a venv of its own, where it is installed.

    python _openfisca.py FOLDER

Reads `facts.npz` (-1 no, 0 unknown, 1 yes) and `formulas.json` (Python expressions for
scope, bar, wait, duty and basis) from FOLDER, writes `status.npy` and prints the
seconds of the best of three calculations. OpenFisca has no unknown: a missing value is
the default, so the default is 0, "and" is the least, "or" the greatest, "not" the sign.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026-11"
PERSON = build_entity(key="person", plural="persons", label="A case", is_person=True)


def variable(name, formula=None):
    """Declare a three-valued variable, with a formula or as an input."""
    content = {
        "value_type": int,
        "entity": PERSON,
        "definition_period": DateUnit.MONTH,
        "default_value": 0,
        "label": name,
    }
    if formula is not None:
        content["formula"] = formula
    return type(name, (Variable,), content)


def formula_of(source):
    """Compile a formula; facts and other variables are asked for by `ask`."""
    code = compile(source, "<norms>", "eval")

    def formula(person, period):
        names = {"np": np, "ask": lambda name: person(name, period)}
        return eval(code, names)  # noqa: S307 - written by our own benchmark

    return formula


def calculated(system, facts):
    """Calculate the status of every case; return it with the seconds it took."""
    cases = len(next(iter(facts.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count=cases)
    for name, values in facts.items():
        simulation.set_input(name, PERIOD, values.astype(np.int32))
    begun = perf_counter()
    status = simulation.calculate("status", PERIOD)
    return perf_counter() - begun, status


def main(folder):
    """Calculate, write the answers, print the time."""
    facts = dict(np.load(folder / "facts.npz"))
    formulas = json.loads((folder / "formulas.json").read_text())
    system = TaxBenefitSystem([PERSON])
    for name in facts:
        system.add_variable(variable(name))
    for name, source in formulas.items():
        system.add_variable(variable(name, formula_of(source)))
    runs = [calculated(system, facts) for _ in range(3)]
    np.save(folder / "status.npy", runs[0][1].astype(np.uint8))
    print(min(seconds for seconds, _ in runs))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
