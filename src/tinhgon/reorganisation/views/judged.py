"""What whoever decides about a package reads first (căn cứ để quyết định).

The appraiser's opinion, why it was given back, what the rules ask to be explained and what is said,
who was chosen to answer afterwards and why, the facts that the law asks for.
"""

from typing import Any

from tinhgon.audit.models import Entry
from tinhgon.domain.structure import rules
from tinhgon.reorganisation.consulting.listing import open_comments
from tinhgon.reorganisation.evidence.required import wanted
from tinhgon.reorganisation.evidence.words import told as fact_told
from tinhgon.reorganisation.explaining.explained import explained
from tinhgon.reorganisation.findings import appraisal
from tinhgon.reorganisation.models import Allotment, Package, State
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.reorganisation.words import RELATIONS

MOST_SHOWN = 20


def judged(package: Package, done: Rearrangement, names: Names) -> dict[str, Any]:
    """For the pages of a package and of its acts; longer lists have pages of their own."""
    asked = explained(package, done.findings)
    allotted = package.allotments.all()
    return {
        "opinion": getattr(package, "appraisal", None),
        "returned": returned(package),
        "blocking": len(rules.blocks(done.findings)),
        "explained": [
            (appraisal.told([finding], names, done.findings.index(finding) + 1)[0], said)
            for finding, said in asked[:MOST_SHOWN]
        ],
        "unexplained": sum(said is None for _finding, said in asked),
        "allotted": [_allotted(one, names) for one in allotted[:MOST_SHOWN]],
        "allotted_count": len(allotted),
        "facts": [fact_told(one, names) for one in wanted(package, done)[:MOST_SHOWN]],
        "open_comments": open_comments(package),
    }


def returned(package: Package) -> dict[str, Any] | None:
    """Why a package was given back and is not sealed anew; None where it was not."""
    if package.state not in (State.DRAFT, State.APPRAISED):
        return None
    acts = ("plan.sealed", "plan.given-back")
    last = Entry.objects.filter(chain=package.chain, act__in=acts).order_by("-place").first()
    return last.facts if last and last.act == "plan.given-back" else None


def _allotted(one: Allotment, names: Names) -> dict[str, Any]:
    return {
        "what": RELATIONS[one.relation],
        "unit": names(one.unit),
        "heir": names(one.heir),
        "reason": one.reason,
    }
