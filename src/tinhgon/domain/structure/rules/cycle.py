"""A unit would stand below itself."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    above = {
        (hierarchy, unit.key): parent
        for unit in composition.after
        for hierarchy, parent in unit.parents
    }
    clear: set[tuple[str, str]] = set()
    for hierarchy, start in sorted(above):
        trail: list[str] = []
        key: str | None = start
        while key and (hierarchy, key) not in clear and key not in trail:
            trail.append(key)
            key = above.get((hierarchy, key))
        if key in trail:
            circle = tuple(sorted(trail[trail.index(key) :]))
            yield Finding(rule="cycle", units=circle, facts={"hierarchy": hierarchy})
        clear.update((hierarchy, key) for key in trail)
