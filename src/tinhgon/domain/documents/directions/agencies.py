"""Names of bodies, groups and persons (tên cơ quan) where they stand in a sentence.

A name begins with a word of the lexicon such as Sở or UBND and goes on over words with a capital
letter, each with at most one in small letters behind it, as names of offices are written, and over
known words in small letters. It ends before a verb; that of a unit of the register where it ends
there.
"""

from dataclasses import dataclass, replace

from tinhgon.domain.documents.directions import lexicon
from tinhgon.domain.documents.directions.drafts import Agency, Register, nobody
from tinhgon.domain.documents.directions.tokens import Phrases, Tokens
from tinhgon.domain.documents.spans import Span

HEADS = Phrases(lexicon.HEADS)
POSTS = Phrases(lexicon.POSTS)
PERSONS = Phrases(lexicon.PERSONS)
PORTFOLIOS = Phrases(lexicon.PORTFOLIOS)
PLURAL = Phrases(lexicon.PLURAL)
MEMBERS = Phrases(lexicon.MEMBERS)
QUALIFIERS = Phrases(lexicon.QUALIFIERS)
AREAS = Phrases(lexicon.AREAS)
INSIDE = Phrases(lexicon.INSIDE)
STOPS = Phrases(
    (
        *(*lexicon.VERBS, *lexicon.MUST, *lexicon.MANNER, *lexicon.LEADS, *lexicon.JOINS),
        *(*lexicon.NEVER, *lexicon.ASSIGN, *lexicon.AGREED),
    )
)
PREPOSITIONS = Phrases(lexicon.PREPOSITIONS)
LONGEST_NAME = 16
"""So many tokens a name of the register may have here."""
LEAST_OF_A_PERSON = 2
"""So many words with capitals a person's name has at least."""
MOST_OF_A_FIELD = 6
"""So many words in small letters say what somebody looks after."""
MOST_LOWERED = 3
"""So many words in small letters stand between a head and what it is called."""


@dataclass(frozen=True)
class Named:
    """Agencies named one after another: the last one ends before the token `end`."""

    agencies: tuple[Agency, ...]
    end: int


class Names:
    """Reads names among the tokens of a sentence."""

    def __init__(self, text: str, tokens: Tokens, register: Register = nobody) -> None:
        self.text, self.tokens, self.register = text, tokens, register

    def listed(self, place: int, *, across: bool = True) -> Named:
        """The agencies named from a place on, with commas or «và» between; none if there is none.

        `across` says whether a semicolon may stand between them too.
        """
        agencies: list[Agency] = []
        end = place
        while found := self.one(end if not agencies else self._behind_separator(end, across)):
            agencies += found.agencies
            end = found.end
        return Named(tuple(agencies), end)

    def one(self, place: int) -> Named | None:
        """The name that begins at a place; a group with a shared word gives several."""
        if place < 0 or place >= len(self.tokens):
            return None
        found = (
            self._person(place)
            or self._headed(place)
            or self._shared(place)
            or self._group(place)
            or self._body(place)
        )
        return replace(found, end=self._behind_short_form(found.end)) if found else None

    def _behind_short_form(self, place: int) -> int:
        """Behind «(EVNHANOI)», which is no part of a name; else the place itself."""
        brackets = [token.text for token in self.tokens[place : place + 3]]
        written = brackets[1:2]
        is_short = brackets[:1] == ["("] and brackets[2:] == [")"] and written[0].isupper()
        return place + 3 if is_short else place

    def _behind_separator(self, place: int, across: bool) -> int:
        """Where the next name may begin; -1 where nothing separates."""
        marks = {",", "và", "cùng"} | ({";"} if across else set())
        begin = place
        while place < len(self.tokens) and self.tokens[place].lower in marks:
            place += 1
        return place if place > begin else -1

    # --- Persons ----------------------------------------------------------------------------------

    def _person(self, place: int) -> Named | None:
        """«đồng chí Nguyễn Văn Bình, Phó Chủ tịch UBND Thành phố»."""
        length = PERSONS.at(self.tokens, place)
        if not length:
            return None
        end = place + length
        while end < len(self.tokens) and self.tokens[end].is_capital and not self._post_at(end):
            end += 1
        post = self._headed(end + 1 if self._is(end, ",") else end)
        if post:
            end = post.end
        if end == place + length:
            return None
        body = post.agencies[0].body if post else self._words(place, end)
        return Named((self._agency(place, end, body=body),), end)

    def _headed(self, place: int) -> Named | None:
        """A body by whoever heads it: «Giám đốc Sở Y tế», «Chủ tịch UBND các xã, phường»."""
        length = self._post_at(place)
        if not length:
            return None
        begin = place + length
        headed = (
            self._headed(begin) or self._shared(begin) or self._group(begin) or self._body(begin)
        )
        if headed is None:
            return self._post_of(place, begin)
        first = headed.agencies[0]
        end = self._behind_portfolio(headed.end)
        agency = self._agency(place, end, body=first.body, is_group=first.is_group)
        return Named((agency,), end)

    def _behind_portfolio(self, place: int) -> int:
        """Behind «phụ trách lĩnh vực kinh tế», up to a verb or a mark; else the place itself."""
        length = PORTFOLIOS.at(self.tokens, place)
        begin = place + length
        field = self.tokens[begin : begin + MOST_OF_A_FIELD] if length else ()
        ends = (
            at
            for at, token in enumerate(field, begin)
            if STOPS.at(self.tokens, at) or not token.text.isalpha()
        )
        return next(ends, begin + len(field))

    def _post_of(self, place: int, begin: int) -> Named | None:
        """Somebody by post and name: «Phó Thủ tướng Lê Văn Hòa»."""
        end = begin
        while end < len(self.tokens) and self.tokens[end].is_capital:
            end += 1
        return Named((self._agency(place, end),), end) if end - begin >= LEAST_OF_A_PERSON else None

    def _post_at(self, place: int) -> int:
        return POSTS.at(self.tokens, place)

    # --- Groups -----------------------------------------------------------------------------------

    def _shared(self, place: int) -> Named | None:
        """«các Sở: Nội vụ, Tài chính, Tư pháp»: several bodies that share their first word."""
        plural = PLURAL.at(self.tokens, place)
        head = HEADS.at(self.tokens, place + plural) if plural else 0
        begin = place + plural + head
        colon = self._is(begin, ":")
        begin += colon
        if not head or not (begin < len(self.tokens) and self.tokens[begin].is_capital):
            return None
        if HEADS.at(self.tokens, begin) and not colon:
            return None
        word = self._words(place + plural, place + plural + head)
        found: list[Agency] = []
        end = begin
        while (last := self._field(end if not found else self._behind_field(end))) is not None:
            start = end if not found else self._behind_field(end)
            name = f"{word[:1].upper()}{word[1:]} {self._words(start, last)}"
            found.append(self._agency(start, last, name=name, body=name))
            end = last
        return Named(tuple(found), end) if found else None

    def _behind_field(self, place: int) -> int:
        behind = self._behind_separator(place, False)
        return behind if behind > 0 and not HEADS.at(self.tokens, behind) else len(self.tokens)

    def _field(self, place: int) -> int | None:
        """Where a field that begins at a place ends: «Giáo dục và Đào tạo»."""
        end = self._capitals(place)
        while end > place and self._is(end, "và") and self._pairs(end):
            end = self._capitals(end + 1)
        return end if end > place else None

    def _group(self, place: int) -> Named | None:
        """«các sở, ban, ngành», «UBND các xã, phường», «các phường Hoàn Kiếm, Cửa Nam»."""
        head = HEADS.at(self.tokens, place)
        plural = PLURAL.at(self.tokens, place + head)
        if not plural:
            return None
        end = self._members(place + head + plural)
        if end is None:
            return None
        name = self._words(place, end)
        return Named((self._agency(place, end, body=name, is_group=True),), end)

    def _members(self, place: int) -> int | None:
        """Where a list of members of a group ends; None where it does not begin."""
        end, begin = place, place
        while length := MEMBERS.at(self.tokens, begin):
            end = begin + length
            begin = end + 1 if self._is(end, ",", "và", "-", "–") else len(self.tokens)
        if end == place:
            return None
        while True:
            behind = end + self._is(end, ",")
            length = QUALIFIERS.at(self.tokens, behind)
            capitals = self._areas_named(end)
            if not length and capitals == end:
                return end
            end = max(behind + length if length else end, capitals)

    def _areas_named(self, place: int) -> int:
        """Where a list of proper names ends, such as follows «các phường» or «các xã:»."""
        begin = place + self._lists_areas(place)
        end = self._capitals(begin)
        if end == begin:
            return place
        while self._is(end, ",", "và"):
            if HEADS.at(self.tokens, end + 1) or self._post_at(end + 1):
                break
            behind = self._capitals(end + 1)
            if behind == end + 1:
                break
            end = behind
        return end

    def _lists_areas(self, place: int) -> bool:
        """Whether a colon stands before several proper names, and not before a task."""
        names = self.tokens[place + 1 : place + 3]
        if not self._is(place, ":") or not all(one.is_capital for one in names):
            return False
        return self._is(self._capitals(place + 1), ",", "và")

    # --- Single bodies ----------------------------------------------------------------------------

    def _body(self, place: int) -> Named | None:
        registered = self._registered(place)
        if registered:
            return registered
        head = HEADS.at(self.tokens, place)
        if not head or not (self.tokens[place].is_capital or head > 1):
            return None
        end = self._name_end(place, self._lowered(place + head))
        word = self._words(place, place + head).lower()
        if end == place + head and word not in WHOLE:
            return None
        return Named((self._agency(place, end),), end)

    def _lowered(self, place: int) -> int:
        """Behind words in small letters that lead to a capital: «Ban Quản lý phố cổ Hà Nội»."""
        for end in range(place, min(place + MOST_LOWERED + 1, len(self.tokens))):
            token = self.tokens[end]
            if token.is_capital:
                return place if HEADS.at(self.tokens, end) else end
            if not token.text.isalpha() or STOPS.at(self.tokens, end):
                return place
            if PREPOSITIONS.at(self.tokens, end) or AREAS.at(self.tokens, end):
                return place
        return place

    def _registered(self, place: int) -> Named | None:
        """The longest name of a unit of the register that begins with a head here."""
        if not HEADS.at(self.tokens, place):
            return None
        for end in range(min(len(self.tokens), place + LONGEST_NAME), place + 1, -1):
            if self.tokens[end - 1].is_word and self._continues(end):
                known = self.register(written_out(self._words(place, end)))
                if known:
                    return Named((self._agency(place, end),), end)
        return None

    def _continues(self, end: int) -> bool:
        """Whether a name may end here: not before a word with a capital or the name of an area."""
        if end >= len(self.tokens):
            return True
        return not (self.tokens[end].is_capital or AREAS.at(self.tokens, end))

    def _name_end(self, start: int, place: int) -> int:
        """Where the name of a single body ends that began with a head."""
        while place < len(self.tokens):
            step = self._step(start, place)
            if not step:
                break
            place += step
        return place

    def _step(self, start: int, place: int) -> int:
        """How many tokens further on the name goes; 0 where it ends."""
        token = self.tokens[place]
        if token.is_capital:
            return self._nested(place) or self._capitals(place) - place
        if length := max(INSIDE.at(self.tokens, place), AREAS.at(self.tokens, place)):
            return length
        if STOPS.at(self.tokens, place):
            return 0
        if token.lower == "và" and self._pairs(place):
            return 1
        if token.lower in ("-", "–") and place + 1 < len(self.tokens):
            behind = place + 1  # a name goes on behind a dash, a person's post does not
            return int(self.tokens[behind].is_capital and not self._post_at(behind))
        if token.text == "," and self._lists_fields(start, place):
            return 1
        return 0

    def _nested(self, place: int) -> int:
        """How long a head is that begins a name within a name; 0 where words only begin like one.

        «Văn phòng HĐND và UBND», «Chi bộ Trường Tiểu học Ba Đình», but not «Ban Tổ chức».
        """
        length = HEADS.at(self.tokens, place)
        behind = self.tokens[place + length : place + length + 1]
        is_name = length > 1 or all(token.is_capital for token in behind)
        return length if is_name else 0

    def _pairs(self, place: int) -> bool:
        """Whether «và» at a place joins two fields of one name."""
        if place + 1 >= len(self.tokens) or HEADS.at(self.tokens, place + 1):
            return False
        if not self.tokens[place + 1].is_capital:
            return False
        before = " ".join(token.lower for token in self.tokens[max(0, place - 2) : place])
        after = " ".join(token.lower for token in self.tokens[place + 1 : place + 5])
        pairs = [
            after.startswith(second)
            for first, seconds in lexicon.PAIRS.items()
            for second in seconds
            if before.endswith(first)
        ]
        begun = self._head_before(place)
        return any(pairs) or begun not in ("sở", "các sở")

    def _head_before(self, place: int) -> str:
        """The head of the name in which a place lies, as far as it can be seen behind."""
        for begin in range(place - 1, max(-1, place - 10), -1):
            length = HEADS.at(self.tokens, begin)
            if length:
                return self._words(begin, begin + length).lower()
        return ""

    def _lists_fields(self, start: int, place: int) -> bool:
        """Whether a comma lists fields of one name: «Phòng Kinh tế, Hạ tầng và Đô thị»."""
        said, behind = self._words(start, place).lower(), place + 1
        if behind >= len(self.tokens) or not self.tokens[behind].is_capital:
            return False
        if HEADS.at(self.tokens, behind) or self._post_at(behind):
            return False
        if said == "sở văn hóa" or said.startswith("cơ quan"):
            return True
        return said.startswith("phòng") and self._is(self._capitals(behind), "và", ",")

    def _capitals(self, place: int) -> int:
        """Where words with capitals end, each with at most one in small letters behind it."""
        start = place
        while place < len(self.tokens) and self.tokens[place].is_capital:
            place += 1
            proper = place - start > 1 and self._is_proper(place)
            if place < len(self.tokens) and not proper and self._belongs(place):
                place += 1
        return place

    def _is_proper(self, place: int) -> bool:
        """Whether two capitals stand before a place, as in Hà Nội, behind which nothing belongs."""
        first, second = self.tokens[place - 2 : place]
        is_short = first.text.isupper() and len(first.text) > 1
        before = (place - 2, place - 1)
        begins = any(max(HEADS.at(self.tokens, at), AREAS.at(self.tokens, at)) > 1 for at in before)
        return first.is_capital and second.is_capital and not (is_short or begins)

    def _belongs(self, place: int) -> bool:
        """Whether a word in small letters is the second half of the one before it."""
        token = self.tokens[place]
        if not token.text.isalpha() or token.is_capital or token.lower in ("và", "các", "của"):
            return False
        before = self.tokens[place - 1]
        if before.text.isupper() and len(before.text) > 1:
            return False
        return not STOPS.at(self.tokens, place) or bool(INSIDE.at(self.tokens, place - 1) > 1)

    # --- Values -----------------------------------------------------------------------------------

    def _is(self, place: int, *words: str) -> bool:
        return place < len(self.tokens) and self.tokens[place].lower in words

    def _words(self, start: int, end: int) -> str:
        written = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(written.split())

    def _agency(
        self, start: int, end: int, *, name: str = "", body: str = "", is_group: bool = False
    ) -> Agency:
        name = name or self._words(start, end)
        span = Span(self.tokens[start].start, self.tokens[end - 1].end)
        known = () if is_group else self.register(written_out(body or name))
        return Agency(name=name, body=body or name, span=span, is_group=is_group, known=known)


WHOLE = frozenset(
    {
        *("ubnd", "hđnd", "hđnd và ubnd", "ủy ban nhân dân", "văn phòng", "mttq", "thành ủy"),
        *("tỉnh ủy", "đảng ủy", "ban thường vụ", "ban chỉ đạo", "thành đoàn", "đoàn kiểm tra"),
        *("cơ quan thường trực", *(short for short in lexicon.SHORT if short.startswith("s"))),
    }
)
"""Heads that name a body without any more words."""


def written_out(name: str) -> str:
    """A name with its short forms written out: UBND phường Ba Đình, SNV, VP UBND TP."""
    words = [lexicon.SHORT.get(word.lower().rstrip("."), word) for word in name.split()]
    return " ".join(words)
