"""Reading a conclusion sentence by sentence into drafts of tasks.

A sentence gives a task where somebody is charged, as in «giao Sở Nội vụ …», where a body stands
before a verb of duty, as in «Sở Nội vụ rà soát …», or under a heading that is a body's name. What
tells of the past, praises or gives grounds gives none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from tinhgon.domain.documents.directions import lexicon
from tinhgon.domain.documents.directions.agencies import Names
from tinhgon.domain.documents.directions.charges import Charge, Sentence
from tinhgon.domain.documents.directions.clauses import Line, lines_of, sentences_of
from tinhgon.domain.documents.directions.deadlines import chosen, find_dues
from tinhgon.domain.documents.directions.drafts import Agency, Draft, Due, Register, nobody
from tinhgon.domain.documents.directions.rows import Row, row_at
from tinhgon.domain.documents.directions.tokens import Phrases, tokens_of
from tinhgon.domain.documents.heads import head_of
from tinhgon.domain.documents.spans import Span, Text

HEADING = Phrases(("giao", "đối với", "yêu cầu", "đề nghị", "về phía", "phân công"))

FIELDS = re.compile(
    r"(?<!\w)(?:(?P<leads>(?:cơ quan|đơn vị|đầu mối)\s+(?:chủ trì|thực hiện))"
    r"|(?P<joins>(?:cơ quan|đơn vị)\s+phối hợp)"
    r"|(?P<due>(?:thời gian|thời hạn)(?:\s+(?:hoàn thành|thực hiện|trình|ban hành))?)"
    r"|(?P<product>sản phẩm|kết quả)(?:\s+dự kiến)?)\s*:\s*",
    re.IGNORECASE,
)
"""What is said of a task line by line, as plans do."""
PRODUCT = re.compile(
    rf"(?<!\w)(?:{'|'.join(lexicon.MAKES)})\s+"
    rf"(?P<product>(?:{'|'.join(lexicon.PRODUCTS)})(?!\w)[^,;.]*)",
    re.IGNORECASE,
)
CUT = re.compile(r";|,(?=\s+(?:đồng thời\s+\w|giao\s|phân công\s))", re.IGNORECASE)
"""Where the next task of a sentence may begin."""
DONE = re.compile(
    r"[\s,;]*(?:và\s+)?(?:(?:phấn đấu|phải)\s+)?(?:hoàn thành|xong)?[\s,;.]*$", re.IGNORECASE
)
"""What stands before a deadline at the end and is no part of the task."""


@dataclass(frozen=True)
class Heading:
    """Who leads what stands below a line, and how deep that line is."""

    leads: tuple[Agency, ...]
    span: Span
    depth: int


def read_directions(
    given: str, *, register: Register = nobody, on: date | None = None
) -> tuple[Draft, ...]:
    """The drafts of tasks that a text gives, in its order.

    `register` says which units bear a name; `on` is the day of the text, by which days without a
    year and «this week» are understood.
    """
    text = Text(given)
    return tuple(_Reading(text, register, on).drafts())


class _Reading:
    """One text being read."""

    def __init__(self, text: Text, register: Register, on: date | None) -> None:
        self.text, self.read, self.register, self.on = text, text.composed, register, on
        self.headings: list[Heading] = []
        self.of_line: Heading | None = None
        self.above: Heading | None = None
        self.points_above: int | None = None
        self.fresh = False
        self.has_fields = False
        self._read_at: dict[Span, tuple[int, int]] = {}

    def drafts(self) -> list[Draft]:
        found: list[Draft] = []
        begin = head_of(self.read).end
        lines = [line for line in lines_of(self.read) if line.start >= begin]
        for line, below in zip_longest(lines, lines[1:]):
            self.has_fields = bool(below and FIELDS.match(self.read, below.start, below.end))
            self._leave(line)
            self.of_line = None
            row = row_at(self.read, line.start, line.end, self.register)
            if row:
                found.append(self._of_row(row, line))
                continue
            begin = self._headed(line)
            for start, end in sentences_of(self.read, begin, line.end):
                self._sentence(start, end, line, found)
        return found

    def _of_row(self, row: Row, line: Line) -> Draft:
        """A draft of what the cells of a row say."""
        what, whole = row.what or (line.start, line.end), (line.start, line.end)
        dues = find_dues(self.read, *row.due, self.on, self._span, alone=True) if row.due else []
        product = self._product(what, [])
        return Draft(
            leads=self._placed(row.named[0]),
            contributors=self._placed(tuple(one for named in row.named[1:] for one in named)),
            what=self._words(what),
            what_span=self._span(*what),
            due=chosen(dues),
            product=self._words(product) if product else None,
            product_span=self._span(*product) if product else None,
            words=self._words(whole),
            span=self._span(*whole),
        )

    # --- Headings ---------------------------------------------------------------------------------

    def _leave(self, line: Line) -> None:
        """Forget the headings that do not reach to a line.

        One without a label reaches over the paragraphs or the points that follow it, not both.
        """
        if self.above and (line.depth is None) != (self.points_above is None):
            first = self.points_above is None and self.fresh
            self.above = self.above if first else None
        if self.above and line.depth is not None:
            self.points_above = self.points_above or line.depth
            self.above = self.above if line.depth >= self.points_above else None
        self.fresh = False
        if line.depth is not None:
            self.headings = [one for one in self.headings if one.depth < line.depth]

    def _headed(self, line: Line) -> int:
        """Remember a line that is, or begins with, a heading; where its sentences begin."""
        tokens = tokens_of(self.read, line.start, line.end)
        place = HEADING.at(tokens, 0)
        named = Names(self.read, tokens, self.register).listed(place)
        if not named.agencies:
            return line.start
        closes = named.end == len(tokens)
        colon = not closes and tokens[named.end].text == ":"
        if not (closes or colon):
            return line.start
        span = self._span(tokens[0].start, tokens[named.end - 1].end)
        begin = tokens[named.end].end if colon else line.end
        alone = not self.read[begin : line.end].strip()
        heading = Heading(self._placed(named.agencies), span, line.depth or 0)
        if line.depth is not None:
            self.headings.append(heading)
        elif alone:
            self.above, self.points_above, self.fresh = heading, None, True
        else:
            self.of_line = heading
        return begin

    @property
    def _heading(self) -> Heading | None:
        """The heading under which a sentence stands."""
        return self.of_line or self.above or (self.headings[-1] if self.headings else None)

    # --- Sentences --------------------------------------------------------------------------------

    def _sentence(self, start: int, end: int, line: Line, found: list[Draft]) -> None:
        for begin, stop in self._pieces(start, end, line):
            field = FIELDS.match(self.read, self._first(begin, stop), stop)
            if field and found:
                found[-1] = self._with_field(found[-1], field, stop)
                continue
            draft = self._draft(begin, stop, line)
            if draft:
                found.append(draft)

    def _pieces(self, start: int, end: int, line: Line) -> Iterator[tuple[int, int]]:
        """A sentence cut where another task or a field begins."""
        begin = start
        for mark in CUT.finditer(self.read, start, end):
            place, behind = mark.span()
            opens = FIELDS.match(self.read, self._first(behind, end), end)
            if opens or (self._says(begin, place) and self._parsed(behind, end, line).charge()):
                yield begin, place
                begin = behind
        yield begin, end

    def _first(self, start: int, end: int) -> int:
        """Where words begin between two places."""
        gap = re.compile(r"\s*").match(self.read, start, end)
        return gap.end() if gap else start

    def _says(self, start: int, end: int) -> bool:
        """Whether something is said besides names."""
        tokens = tokens_of(self.read, start, end)
        named = Names(self.read, tokens, self.register).listed(HEADING.at(tokens, 0))
        return named.end < len(tokens)

    def _parsed(self, start: int, end: int, line: Line) -> Sentence:
        tokens = tokens_of(self.read, start, end)
        listed = line.depth is not None or self._heading is not None
        return Sentence(self.read, tokens, self.register, listed=listed)

    def _draft(self, start: int, end: int, line: Line) -> Draft | None:
        sentence = self._parsed(start, end, line)
        charge = sentence.charge()
        if charge:
            return self._composed(sentence, charge, self._placed(charge.leads))
        charge = sentence.bare(under=self._heading is not None)
        if charge and self._heading:
            draft = self._composed(sentence, charge, self._heading.leads)
            return replace(draft, heading=self._heading.span) if draft else None
        closes = sentence.tokens[-1].text in ".;" or self.has_fields
        is_point = closes and line.depth is not None
        return (
            self._composed(sentence, charge, ()) if charge and (is_point or sentence.must) else None
        )

    def _composed(
        self, sentence: Sentence, charge: Charge, leads: tuple[Agency, ...]
    ) -> Draft | None:
        """A draft of what a sentence tells."""
        first, last = sentence.tokens[0], sentence.tokens[-1]
        whole = first.start, last.end
        dues = find_dues(self.read, *whole, self.on, self._span)
        what = self._what(sentence.tokens[charge.place].start, last.end, dues)
        if what[0] >= what[1]:
            return None
        due = chosen(dues)
        product = self._product(what, dues)
        return Draft(
            leads=leads,
            contributors=self._placed(charge.joined),
            what=self._words(what),
            what_span=self._span(*what),
            due=due,
            other_dues=tuple(one for one in dues if one is not due),
            product=self._words(product) if product else None,
            product_span=self._span(*product) if product else None,
            words=self._words(whole),
            span=self._span(*whole),
        )

    # --- What -------------------------------------------------------------------------------------

    def _what(self, start: int, end: int, dues: list[Due]) -> tuple[int, int]:
        """The task without a deadline at its end or its beginning."""
        for due in reversed(dues):
            place = self._read_at[due.span]
            tail = self.read[place[1] : end].strip(" ,;.)")
            if place[0] >= start and not tail:
                done = DONE.search(self.read, start, place[0])
                end = done.start() if done else place[0]
        while end > start and self.read[end - 1] in " ,;.(\n":
            end -= 1
        return start, end

    def _product(self, what: tuple[int, int], dues: list[Due]) -> tuple[int, int] | None:
        """Where the thing to be made stands in a task: up to a deadline within it."""
        found = PRODUCT.search(self.read, *what)
        if found is None:
            return None
        start, end = found.span("product")
        inside = [self._read_at[due.span][0] for due in dues]
        end = min([place for place in inside if start < place < end], default=end)
        return start, start + len(self.read[start:end].rstrip())

    def _with_field(self, draft: Draft, field: re.Match[str], end: int) -> Draft:
        """A draft with what a labelled line says of it."""
        tokens = tokens_of(self.read, field.end(), end)
        named = self._placed(Names(self.read, tokens, self.register).listed(0).agencies)
        if field["leads"]:
            return replace(draft, leads=named)
        if field["joins"]:
            return replace(draft, contributors=named)
        if field["due"]:
            dues = find_dues(self.read, field.end(), end, self.on, self._span, alone=True)
            return replace(draft, due=chosen(dues) or draft.due)
        start, stop = field.end(), len(self.read[:end].rstrip(" .;"))
        words = self._words((start, stop))
        return replace(draft, product=words, product_span=self._span(start, stop))

    # --- Places -----------------------------------------------------------------------------------

    def _words(self, place: tuple[int, int]) -> str:
        """The words at a place, on one line."""
        return " ".join(self.read[slice(*place)].split())

    def _span(self, start: int, end: int) -> Span:
        span = self.text.span(start, end)
        self._read_at[span] = (start, end)
        return span

    def _placed(self, agencies: tuple[Agency, ...]) -> tuple[Agency, ...]:
        """Agencies with their places in the text as it was given."""
        return tuple(
            replace(one, span=self._span(one.span.start, one.span.end)) for one in agencies
        )
