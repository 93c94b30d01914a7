"""A code has not the shape that codes of its level have."""

import re
from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    for unit in composition.touched:
        level = composition.levels.get(unit.level)
        shape = level.code if level else None
        if shape and unit.code and not re.fullmatch(shape, unit.code, re.ASCII):
            facts = {"code": unit.code, "level": unit.level}
            yield Finding(rule="code-shape", units=(unit.key,), facts=facts)
