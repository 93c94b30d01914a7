"""The catalogue: all entries, found by name, by code, and above and below one another."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.addresses import read_addresses
from tinhgon.domain.lookup.entries import Entry, Path
from tinhgon.domain.lookup.kinds import Kinds
from tinhgon.domain.lookup.phrases import Phrases
from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.domain.lookup.words import cut
from tinhgon.domain.lookup.writing import Writing, name_writing, one_letter_wrong

Posting = tuple[Writing, list[Entry]]
Asked = tuple[object, ...]

MOST_KEPT = 20_000
"""Questions about paths whose answers are kept; beyond that, they are found anew."""


class Catalogue:
    """Entries by what is asked of them. Once it is built, it only remembers what it was asked."""

    def __init__(self, entries: Iterable[Entry], jurisdiction: Jurisdiction) -> None:
        self.jurisdiction = jurisdiction
        self.speller = Speller(read_spelling(jurisdiction))
        addresses = read_addresses(jurisdiction)
        self.streets = Phrases((*addresses.streets, *addresses.ways), self.speller)
        self.ways = Phrases(addresses.ways, self.speller)
        self.places = Phrases(addresses.places, self.speller)
        self.code_words = Phrases(addresses.codes, self.speller)
        self.country = Phrases(addresses.country, self.speller)
        self.is_postcode = addresses.postcode.fullmatch if addresses.postcode else _never
        self.kinds = Kinds(jurisdiction, self.speller)
        self.units: dict[str, list[Entry]] = defaultdict(list)
        self.children: dict[str | None, list[Entry]] = defaultdict(list)
        self.codes: dict[str, list[Entry]] = defaultdict(list)
        self._named = named = defaultdict[str, list[Entry]](list)
        for entry in entries:
            named[entry.name].append(entry)
            self.units[entry.unit].append(entry)
            self.children[entry.parent].append(entry)
            if entry.code:
                self.codes[code_key(entry.code)].append(entry)
        self.writings = {name: name_writing(name, self.speller) for name in named}
        self.postings = self._postings()
        self._found: dict[Asked, tuple[Path, ...]] = {}
        self.longest_name = max((writing.words for writing in self.writings.values()), default=0)

    def _postings(self) -> dict[str, list[Posting]]:
        postings: dict[str, list[Posting]] = defaultdict(list)
        for name, entries in self._named.items():
            postings[self.writings[name].key].append((self.writings[name], entries))
        for level, aliases in self.speller.rules.aliases.items():
            for name, others in aliases.items():
                entries = [entry for entry in self._named.get(name, ()) if entry.level == level]
                for other in others if entries else ():
                    writing = name_writing(other, self.speller, is_alias=True)
                    postings[writing.key].append((writing, entries))
        return dict(postings)

    def one_letter_from(self, said: Writing) -> Iterator[Entry]:
        """The entries with a name one letter away from what was said, if it begins or ends so."""
        ends = {said.folded[:3], said.folded[-3:]}
        for name in sorted({name for end in ends for name in self._by_end.get(end, ())}):
            if one_letter_wrong(said, self.writings[name]):
                yield from self._named[name]

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        """Names by their first and by their last three letters."""
        names: dict[str, list[str]] = defaultdict(list)
        for name, writing in self.writings.items():
            for end in {writing.folded[:3], writing.folded[-3:]}:
                names[end].append(name)
        return dict(names)

    def is_like_street(self, entry: Entry) -> bool:
        """Whether a unit is named as streets are: «Phố Huế», «Đường Lâm»."""
        words = cut(entry.name, self.speller)
        return 0 < self.ways.at_start(words, marked=True) < len(words)

    def paths(self, entry: Entry, on: date | None) -> tuple[Path, ...]:
        """The entry with those above it on a day, or in its own time; several if they changed."""
        return self._kept(("paths", on, id(entry)), lambda: self._upwards((entry,), on))

    def below(self, path: Path, on: date | None) -> tuple[Path, ...]:
        """Every unit below the first of a path with its own path, those directly below first."""
        return self._kept(("below", on, *map(id, path)), lambda: self._downwards(path, on))

    def _kept(self, asked: Asked, find: Callable[[], Iterator[Path]]) -> tuple[Path, ...]:
        """What was found before for the same question: most queries ask about the same parents."""
        found = self._found.get(asked)
        if found is None:
            if len(self._found) >= MOST_KEPT:
                self._found.clear()
            found = self._found[asked] = tuple(find())
        return found

    def _upwards(self, path: Path, on: date | None) -> Iterator[Path]:
        above = self.units.get(path[-1].parent or "", ())
        standing = [parent for parent in above if _continues(path, parent, on)]
        if not standing:
            yield path
        for parent in standing:
            yield from self._upwards((*path, parent), on)

    def _downwards(self, path: Path, on: date | None) -> Iterator[Path]:
        children = self.children.get(path[0].unit, ())
        paths = [(child, *path) for child in children if _continues(path, child, on)]
        yield from paths
        for child in paths:
            yield from self._downwards(child, on)


def _never(text: str) -> None:
    """No text is a postcode."""


def stands(entry: Entry, on: date | None, path: Path = ()) -> bool:
    """Whether an entry counts on a day; without a day, whether it shares time with a path."""
    if on is not None:
        return on in entry.period
    return all(entry.period.overlaps(other.period) for other in path)


def _continues(path: Path, entry: Entry, on: date | None) -> bool:
    """Whether an entry may be added to a path: it stands, and is not below or above itself."""
    return stands(entry, on, path) and entry.unit not in [other.unit for other in path]


def code_key(code: str) -> str:
    """A code without regard to letter case and punctuation; zeros in front count."""
    return re.sub(r"[\W_]", "", code).casefold()
