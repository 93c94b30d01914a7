"""What the jurisdiction says of staff: kinds, bases, roles, ages. Read once for a revision."""

from datetime import date
from functools import lru_cache

from django.utils.translation import get_language

from tinhgon.domain.staffing import Staffing, StaffKind, read_staffing
from tinhgon.registry.queries import register, revision


def staffing() -> Staffing:
    """What the file of the register says; one small query where it was read before."""
    return _read(revision())


@lru_cache(maxsize=4)
def _read(revision: int) -> Staffing:
    return read_staffing(register().jurisdiction)


def kinds_on(day: date) -> dict[str, StaffKind]:
    """The kinds of staff that there are on a day."""
    return {key: kind for key, kind in staffing().kinds.items() if day in kind.period}


def kind_noun(key: str, count: int = 1) -> str:
    """What staff of a kind is called in the reader's language; the key where it is not known."""
    kind = staffing().kinds.get(key)
    return kind.noun.in_(get_language() or "", count) if kind else key
