"""What is wrong with a plan's table, by line and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST_FAULTS = 200


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place: `code` names the sentence, `facts` are the values it needs.

    `line` is the line as an editor or spreadsheet counts it; None for the whole file. `heading` is
    what the file itself calls the column.
    """

    line: int | None
    column: str | None
    code: str
    facts: Mapping[str, object] = field(default_factory=dict, compare=False)
    heading: str | None = field(default=None, compare=False)


class Faulty(ValueError):
    """A file that is not read, with all that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults, first {faults[0]}" if faults else "")
        self.faults = tuple(faults)


class Faults(list[Fault]):
    """What was found wrong so far; gives up after `MOST_FAULTS`, when more would not help.

    `headings` is what the file calls each column that it has.
    """

    def __init__(self, headings: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.headings = headings or {}

    def add(self, line: int | None, column: str | None, code: str, /, **facts: object) -> None:
        """Note a fault once."""
        fault = Fault(line, column, code, facts, self.headings.get(column or ""))
        if fault not in self:
            self.append(fault)
        if len(self) >= MOST_FAULTS:
            raise Faulty(self)

    def check(self) -> None:
        """Raise `Faulty` where anything is wrong, with all of it in order of lines."""
        if self:
            raise Faulty(sorted(self, key=lambda fault: fault.line or 0))
