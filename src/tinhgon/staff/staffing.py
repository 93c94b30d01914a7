"""What the jurisdiction says of staff: kinds, bases, roles, ages. Read once for a register."""

from collections import Counter
from datetime import date
from weakref import WeakKeyDictionary

from django.utils.translation import get_language

from tinhgon.domain.staffing import Staffing, StaffKind, read_staffing
from tinhgon.registry.directory import Directory, directory
from tinhgon.ui import writing


def staffing() -> Staffing:
    """What the file of the register says; one small query where it was read before."""
    return staffing_of(directory())


def staffing_of(register: Directory) -> Staffing:
    """What the file of a register says; kept as long as the register is."""
    if register not in _kept:
        _kept[register] = read_staffing(register.jurisdiction.document)
    return _kept[register]


_kept: WeakKeyDictionary[Directory, Staffing] = WeakKeyDictionary()


def kinds_on(day: date) -> dict[str, StaffKind]:
    """The kinds of staff that there are on a day."""
    return {key: kind for key, kind in staffing().kinds.items() if day in kind.period}


_counted: WeakKeyDictionary[Directory, Counter[str]] = WeakKeyDictionary()


def _bearers(register: Directory) -> Counter[str]:
    """How many units are, or were last, called so in full; counted once for a register."""
    if register not in _counted:
        latest = (register.latest(key) for key in register.entries)
        _counted[register] = Counter(map(register.full_name, latest))
    return _counted[register]


class Names:
    """How units and kinds of staff are called, for a page or a list that names many."""

    def __init__(self, register: Directory | None = None) -> None:
        self.register = register or directory()
        self.staffing = staffing_of(self.register)

    def unit(self, key: str) -> str:
        """What a unit is called, or was last; of several bodies called so, with that above."""
        if key not in self.register.entries:
            return key
        entry = self.register.latest(key)
        name = self.register.full_name(entry)
        is_body = self.register.is_body(key)
        if is_body and entry.parent and _bearers(self.register)[name] > 1:
            return f"{name}, {self.register.full_name(self.register.latest(entry.parent))}"
        return name

    def kind(self, key: str, count: int = 1) -> str:
        """What staff of a kind is called in the reader's language; the key where it is unknown."""
        kind = self.staffing.kinds.get(key)
        return kind.noun.in_(get_language() or "", count) if kind else key

    def posts(self, kind: str, posts: int) -> str:
        """«12 công chức», 12 civil servants."""
        return f"{writing.count(posts)} {self.kind(kind, posts)}"
