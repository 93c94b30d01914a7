"""What the jurisdiction says of work: templates, kinds, how it is judged. Read once a register."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from django.utils.translation import get_language

from tinhgon.domain.work.clarities import Clarity, Working, read_working
from tinhgon.registry.directory import Directory, directory


def working() -> Working:
    """What the file of the register says; kept as long as the register is."""
    register = directory()
    if register not in _kept:
        _kept[register] = read_working(register.jurisdiction.document)
    return _kept[register]


_kept: WeakKeyDictionary[Directory, Working] = WeakKeyDictionary()


def kind_name(key: str, count: int = 1) -> str:
    """What works of a kind are called in the reader's language; the key where it is unknown."""
    words = working().kinds.get(key)
    return words.in_(get_language() or "", count) if words else key


def clarity_names(items: Iterable[Clarity]) -> list[str]:
    """What clarities are called in the reader's language."""
    return [one.name.in_(get_language() or "") for one in items]
