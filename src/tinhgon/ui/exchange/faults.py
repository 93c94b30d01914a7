"""What is wrong with a file, by sheet, row and column; all of it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST_FAULTS = 500


@dataclass(frozen=True)
class Fault:
    """Something wrong at a place: `code` names the sentence, `facts` are the values it needs.

    `row` is counted as a spreadsheet does; None for the whole sheet or file. `cell` is how a
    spreadsheet names the place: C12.
    """

    sheet: str | None
    row: int | None
    column: str | None
    code: str
    facts: Mapping[str, object] = field(default_factory=dict, compare=False)
    cell: str = field(default="", compare=False)


class Faulty(ValueError):
    """A file that is not taken, with all that is wrong with it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults, first {faults[0]}" if faults else "")
        self.faults = tuple(faults)


class Faults:
    """What was found wrong so far; gives up when more would not help.

    `order` is that of the sheets. `letters` are those of the columns, by sheet and column, as far
    as the files have been read.
    """

    def __init__(self, order: Sequence[str] = ()) -> None:
        self.order = [*order]
        self.found: dict[tuple[object, ...], Fault] = {}
        self.letters: dict[tuple[str | None, str | None], str] = {}

    def add(
        self, sheet: str | None, row: int | None, column: str | None, code: str, /, **facts: object
    ) -> None:
        """Note a fault once."""
        letter = self.letters.get((sheet, column), "")
        fault = Fault(sheet, row, column, code, facts, f"{letter}{row}" if letter and row else "")
        self.found.setdefault((sheet, row, column, code), fault)
        if len(self.found) >= MOST_FAULTS:
            self.check()

    def check(self) -> None:
        """Raise `Faulty` where anything is wrong, in the order of sheets and rows."""
        if self.found:
            raise Faulty(sorted(self.found.values(), key=self._place))

    def _place(self, fault: Fault) -> tuple[int, int, str]:
        sheet = self.order.index(fault.sheet) if fault.sheet in self.order else -1
        return sheet, fault.row or 0, fault.column or ""
