"""There is no plan in the package."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    if not composition.plans:
        yield Finding(rule="no-plan")
