"""What the jurisdiction says of work: templates, kinds, how it is judged. Read once a register."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from django.utils.translation import get_language

from tinhgon.domain.work.clarities import Clarity, ClarityTemplate, Working, read_working
from tinhgon.registry.directory import Directory, directory


def working() -> Working:
    """What the file of the register says; kept as long as the register is."""
    return working_in(directory())


def working_in(register: Directory) -> Working:
    """The same of a register that was asked for already; without a query."""
    if register not in _kept:
        _kept[register] = read_working(register.jurisdiction.document)
    return _kept[register]


_kept: WeakKeyDictionary[Directory, Working] = WeakKeyDictionary()


def kind_names(count: int = 1) -> dict[str, str]:
    """What works of each kind are called in the reader's language."""
    language = get_language() or ""
    return {key: words.in_(language, count) for key, words in working().kinds.items()}


def names_of(items: Iterable[Clarity | ClarityTemplate]) -> list[str]:
    """What clarities or sets of them are called in the reader's language."""
    return [one.name.in_(get_language() or "") for one in items]
