"""The catalogue: all entries, found by name, by code, and above and below one another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.lookup.addresses import read_addresses
from tinhgon.domain.lookup.entries import Entry, Path
from tinhgon.domain.lookup.kinds import Kinds
from tinhgon.domain.lookup.phrases import Phrases
from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.domain.lookup.writing import Writing, name_writing

Posting = tuple[Writing, list[Entry]]


class Catalogue:
    """Entries by what is asked of them. Nothing changes it once it is built."""

    def __init__(self, entries: Iterable[Entry], jurisdiction: Jurisdiction) -> None:
        self.jurisdiction = jurisdiction
        self.speller = Speller(read_spelling(jurisdiction))
        addresses = read_addresses(jurisdiction)
        self.streets = Phrases(addresses.streets, self.speller)
        self.places = Phrases(addresses.places, self.speller)
        self.code_words = Phrases(addresses.codes, self.speller)
        self.country = Phrases(addresses.country, self.speller)
        self.postcode = addresses.postcode
        self.kinds = Kinds(jurisdiction, self.speller)
        self.units: dict[str, list[Entry]] = defaultdict(list)
        self.children: dict[str | None, list[Entry]] = defaultdict(list)
        self.codes: dict[str, list[Entry]] = defaultdict(list)
        named: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            named[entry.name].append(entry)
            self.units[entry.unit].append(entry)
            self.children[entry.parent].append(entry)
            if entry.code:
                self.codes[code_key(entry.code)].append(entry)
        self.writings = {name: name_writing(name, self.speller) for name in named}
        self.postings = self._postings(named)
        self.longest_name = max((w.text.count(" ") + 1 for w in self.writings.values()), default=0)

    def _postings(self, named: dict[str, list[Entry]]) -> dict[str, list[Posting]]:
        postings: dict[str, list[Posting]] = defaultdict(list)
        for name, entries in named.items():
            postings[self.writings[name].key].append((self.writings[name], entries))
        for level, aliases in self.speller.rules.aliases.items():
            for name, others in aliases.items():
                entries = [entry for entry in named.get(name, ()) if entry.level == level]
                for other in others if entries else ():
                    writing = name_writing(other, self.speller, is_alias=True)
                    postings[writing.key].append((writing, entries))
        return dict(postings)

    def paths(self, entry: Entry, on: date | None) -> Iterator[Path]:
        """The entry with those above it on a day, or in its own time; several if they changed."""
        return self._upwards((entry,), on)

    def _upwards(self, path: Path, on: date | None) -> Iterator[Path]:
        above = [
            parent
            for parent in self.units.get(path[-1].parent or "", ())
            if stands(parent, on, path) and all(parent.unit != entry.unit for entry in path)
        ]
        if not above:
            yield path
        for parent in above:
            yield from self._upwards((*path, parent), on)

    def below(self, path: Path, on: date | None) -> Iterator[Path]:
        """Every unit below the first of a path, children first, with its own path."""
        paths = [
            (child, *path)
            for child in self.children.get(path[0].unit, ())
            if stands(child, on, path) and all(child.unit != entry.unit for entry in path)
        ]
        yield from paths
        for child in paths:
            yield from self.below(child, on)


def stands(entry: Entry, on: date | None, path: Path = ()) -> bool:
    """Whether an entry counts on a day; without a day, whether it shares time with a path."""
    if on is not None:
        return on in entry.period
    return all(entry.period.overlaps(other.period) for other in path)


def code_key(code: str) -> str:
    """A code without regard to letter case and punctuation; zeros in front count."""
    return re.sub(r"[\W_]", "", code).casefold()
