"""Two units would bear one code on one day."""

from collections import defaultdict
from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    bearers: dict[str, list[str]] = defaultdict(list)
    for unit in composition.after:
        if unit.code:
            bearers[unit.code].append(unit.key)
    for code, keys in sorted(bearers.items()):
        if len(keys) > 1:
            yield Finding(rule="code-taken", units=tuple(sorted(keys)), facts={"code": code})
