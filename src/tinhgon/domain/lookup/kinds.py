"""Kinds (loại đơn vị) as people write them beside a name: «Phường», «P.», «kommune»."""

from collections import defaultdict
from collections.abc import Iterator

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.phrases import Phrases
from tinhgon.domain.lookup.spelling import Speller
from tinhgon.domain.lookup.words import Words, cut, folded, spelled
from tinhgon.domain.lookup.writing import Step

Kind = tuple[str, str]
"""A level and a kind at that level."""

Written = tuple[str, ...]


class Affix:
    """What stands before and after a name to say its kind, in one folded form."""

    def __init__(self, before: Written, after: Written) -> None:
        self.before, self.after = before, after
        self.forms: dict[Kind, dict[Written, Step]] = defaultdict(dict)

    def steps(self, said: Written) -> dict[Kind, Step]:
        """The kinds it may say, each with how exactly these spelled words say it."""
        return {kind: forms.get(said, Step.FOLDED) for kind, forms in self.forms.items()}


class Kinds:
    """All kinds of areas of a jurisdiction with their short forms."""

    def __init__(self, jurisdiction: Jurisdiction, speller: Speller) -> None:
        self.affixes: dict[Written, dict[Written, Affix]] = {}
        for kind, form, step in _forms(jurisdiction):
            for before, after in _around_name(jurisdiction.full_name_form, form):
                self._add(kind, cut(before, speller), cut(after, speller), step)
        around = [
            affix
            for _, form, _ in _forms(jurisdiction)
            for affix in _around_name(jurisdiction.full_name_form, form)
        ]
        self._first = Phrases([before for before, _ in around], speller)
        self._last = Phrases([after for _, after in around], speller)
        self.longest_before = max(map(len, self.affixes), default=0)
        self.longest = self.longest_before + max(
            (len(after) for affixes in self.affixes.values() for after in affixes), default=0
        )

    def open(self, words: Words) -> bool:
        """Whether the words begin with a kind."""
        return self._first.at_start(words) > 0

    def enclose(self, words: Words) -> bool:
        """Whether the words begin or end with a kind, as a unit's name does."""
        return self.open(words) or self._last.at_end(words) > 0

    def _add(self, kind: Kind, before: Words, after: Words, step: Step) -> None:
        if not (before or after):
            return
        affixes = self.affixes.setdefault(folded(before), {})
        affix = affixes.setdefault(folded(after), Affix(folded(before), folded(after)))
        affix.forms[kind].setdefault(spelled(before) + spelled(after), step)

    def before(self, words: Written, start: int) -> Iterator[Affix]:
        """The affixes whose first part stands at a place of folded words, or that have none."""
        said = words[start : start + self.longest_before]
        for length in range(len(said) + 1):
            yield from self.affixes.get(said[:length], {}).values()


def _forms(jurisdiction: Jurisdiction) -> Iterator[tuple[Kind, str, Step]]:
    for level in jurisdiction.areas:
        for kind, short in jurisdiction.words[level].short.items():
            yield (level, kind), kind, Step.EXACT
            for form in short:
                yield (level, kind), form, Step.SPELLING


def _around_name(full_name: str, form: str) -> Iterator[tuple[str, str]]:
    """What a form of the kind puts around a name, with and without the words that join them."""
    before, _, after = full_name.partition("{name}")
    yield before.replace("{kind}", form), after.replace("{kind}", form)
    yield form if "{kind}" in before else "", form if "{kind}" in after else ""
