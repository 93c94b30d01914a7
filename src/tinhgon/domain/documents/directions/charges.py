"""Who is charged in a sentence (phân công), with whom, and where the task begins to be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhgon.domain.documents.directions import lexicon
from tinhgon.domain.documents.directions.agencies import Named, Names
from tinhgon.domain.documents.directions.drafts import Agency, Register
from tinhgon.domain.documents.directions.tokens import Phrases, Tokens

ASSIGN = Phrases(lexicon.ASSIGN)
AGREED = Phrases(lexicon.AGREED)
LEADS = Phrases(lexicon.LEADS)
JOINS = Phrases(lexicon.JOINS)
MUST = Phrases(lexicon.MUST)
MANNER = Phrases(lexicon.MANNER)
DUTY = Phrases(lexicon.DUTY)
VERBS = Phrases(lexicon.VERBS)
NEVER = Phrases(lexicon.NEVER)
TELLS = Phrases(lexicon.TELLS)
OPENERS = Phrases(lexicon.OPENERS)
CONNECTIVES = Phrases(lexicon.CONNECTIVES)
INSERTED = Phrases(lexicon.INSERTED)
DEMANDS = Phrases(("yêu cầu",))

NOTIFIES = re.compile(
    r"thông\s+báo\s[^;]*(?<!\w)biết(?:,|\s+và)?\s+(?:tổ\s+chức\s+|triển\s+khai\s+)*thực\s+hiện",
    re.IGNORECASE,
)
"""With what a notice closes: it charges nobody with anything new."""

MOST_OPENERS = 4
MOST_JOINED = 8
"""So many «và» are looked behind for what is demanded after praise."""
MOST_INSERTED = 3
"""So many commas are looked behind for the main clause."""


@dataclass(frozen=True)
class Charge:
    """Who leads and who takes part, and from which token on the task is told."""

    leads: tuple[Agency, ...]
    joined: tuple[Agency, ...]
    place: int


class Sentence:
    """A sentence, or a part of one, as tokens of a text.

    `listed` says that it is a point of a list or stands under a heading: there a body before any
    word that does not tell of something is charged, and no verb need be known.
    """

    def __init__(
        self, text: str, tokens: Tokens, register: Register, *, listed: bool = False
    ) -> None:
        self.tokens, self.is_listed = tokens, listed
        self.names = Names(text, tokens, register)

    def charge(self) -> Charge | None:
        """Who is charged by name, if anybody is; behind what opens a sentence too."""
        for place in self._openings():
            found = self._assigned(place) or self._subject(place)
            if found:
                return found
        return self._passive()

    def bare(self, *, under: bool) -> Charge | None:
        """A verb of duty at the beginning, with nobody before it; any verb under a heading."""
        known = any(words.at(self.tokens, 0) for words in (MANNER, MUST, LEADS, VERBS))
        if NEVER.at(self.tokens, 0) or not (known or (under and self._may_be_duty(0))):
            return None
        return self._charged((), 0)

    @property
    def must(self) -> bool:
        """Whether it begins with «cần», so that nobody can take it for a title."""
        return self.tokens[0].lower == "cần"

    def _openings(self) -> Iterator[int]:
        """Where the main clause may begin: at the start, behind a colon or commas that open it."""
        commas = [at + 1 for at in self._marks(",", MOST_OPENERS)]
        tied = [at for at in commas if CONNECTIVES.at(self.tokens, at)]
        opened = commas if OPENERS.at(self.tokens, 0) else tied
        for place in (0, *(at + 1 for at in self._marks(":", 1)), *opened):
            yield place + CONNECTIVES.at(self.tokens, place)

    def _marks(self, mark: str, most: int, start: int = 0) -> list[int]:
        found = [at for at in range(start, len(self.tokens)) if self.tokens[at].text == mark]
        return found[:most]

    def _assigned(self, place: int) -> Charge | None:
        """«giao Sở Nội vụ …», with or without whoever gives it in front."""
        speaker = self.names.listed(place, across=False)
        for begin in dict.fromkeys((place, speaker.end, self._behind_telling(speaker.end))):
            begin += max(AGREED.at(self.tokens, begin), MANNER.at(self.tokens, begin))
            length = ASSIGN.at(self.tokens, begin)
            named = self.names.listed(begin + length) if length else Named((), 0)
            if named.agencies:
                return self._charged(named.agencies, named.end)
        return None

    def _behind_telling(self, place: int) -> int:
        """Behind the «và» of «nhấn mạnh và yêu cầu», «ghi nhận kết quả … và yêu cầu»."""
        if not TELLS.at(self.tokens, place):
            return place
        joined = (at + 1 for at in self._marks("và", MOST_JOINED, place))
        return next((at for at in joined if DEMANDS.at(self.tokens, at)), place)

    def _subject(self, place: int) -> Charge | None:
        """«Sở Nội vụ rà soát …»: a body before a verb of duty."""
        named = self.names.listed(place)
        if not named.agencies:
            return None
        place = self._behind_inserted(named.end + self._is_comma(named.end))
        told = NEVER.at(self.tokens, place) > LEADS.at(self.tokens, place)
        if told or self._notifies(place) or not self._is_duty(place):
            return None
        return self._charged(named.agencies, place)

    def _notifies(self, place: int) -> bool:
        """Whether from a place on it only says that the text is told to those whom it concerns."""
        tokens = self.tokens[place:]
        return bool(tokens and NOTIFIES.match(self.names.text, tokens[0].start, tokens[-1].end))

    def _behind_inserted(self, place: int) -> int:
        """Behind «theo chức năng, nhiệm vụ được giao,»; else the place itself."""
        if not (INSERTED.at(self.tokens, place) and self.tokens[place - 1].text == ","):
            return place
        behind = [at + 1 for at in self._marks(",", MOST_INSERTED, place)]
        return next(filter(self._is_duty, behind), place)

    def _is_duty(self, place: int) -> bool:
        while length := MANNER.at(self.tokens, place):
            place += length
        known = any(words.at(self.tokens, place) for words in (MUST, LEADS, VERBS, JOINS))
        return known or (self.is_listed and self._may_be_duty(place))

    def _may_be_duty(self, place: int) -> bool:
        """Whether a word that no list has may be the verb of a duty; one alone is none."""
        if place + 1 >= len(self.tokens) or not self.tokens[place].text.isalpha():
            return False
        told = any(words.at(self.tokens, place) for words in (TELLS, NEVER, ASSIGN))
        return not told and not (self.tokens[place].is_capital and place > 0)

    def _passive(self) -> Charge | None:
        """«… được giao cho Sở Tài chính chủ trì», «…, do Sở Nội vụ chủ trì»: all of it is told."""
        for place, token in enumerate(self.tokens):
            behind = self._behind_passive(place)
            named = self.names.listed(behind, across=False) if behind else Named((), 0)
            if named.agencies and (token.lower != "do" or LEADS.at(self.tokens, named.end)):
                return Charge(named.agencies, self._joined(named.end)[0], 0)
        return None

    def _behind_passive(self, place: int) -> int:
        words = [token.lower for token in self.tokens[place : place + 3]]
        if words[:1] == ["do"]:
            return place + 1
        if words[:2] == ["được", "giao"]:
            return place + 2 + (words[2:] == ["cho"])
        return 0

    def _charged(self, leads: tuple[Agency, ...], place: int) -> Charge | None:
        joined, place = self._joined(place)
        place += DUTY.at(self.tokens, place)
        return Charge(leads, joined, place) if place < len(self.tokens) else None

    def _joined(self, place: int) -> tuple[tuple[Agency, ...], int]:
        """Who takes part, and where the task itself begins."""
        joined: tuple[Agency, ...] = ()
        while place < len(self.tokens):
            place += self._is_comma(place)
            if length := self._introduces(place):
                place += length
                continue
            agencies, end = self._taking_part(place)
            if not agencies:
                break
            joined, place = joined + agencies, end
        return joined, place

    def _introduces(self, place: int) -> int:
        """How long words are that only say that somebody leads, or must do so with others."""
        length = MUST.at(self.tokens, place)
        behind = place + length
        if length and (JOINS.at(self.tokens, behind) or LEADS.at(self.tokens, behind)):
            return length
        return LEADS.at(self.tokens, place)

    def _taking_part(self, place: int) -> tuple[tuple[Agency, ...], int]:
        """«phối hợp với Sở Tài chính», or «Công an Thành phố phối hợp,»."""
        length = JOINS.at(self.tokens, place)
        named = self.names.listed(place + length, across=False)
        if length or not named.agencies:
            return named.agencies if length else (), named.end
        behind = JOINS.at(self.tokens, named.end)
        return (named.agencies, named.end + behind) if behind else ((), place)

    def _is_comma(self, place: int) -> int:
        return int(place < len(self.tokens) and self.tokens[place].text in (",", ":"))
