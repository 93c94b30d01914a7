"""The life of a package as pages, programs and commands tell it."""

from collections.abc import Iterable
from typing import Any

from tinhgon.reorganisation.life.lines import Line
from tinhgon.reorganisation.life.words import digest, facts, says, titles_of_facts, who


def told(lines: Iterable[Line], *, named: bool) -> list[dict[str, Any]]:
    """Each line in words: act, when, legal day, how often, what, by whom, what is to be known."""
    lines = list(lines)
    asks = any(line.act == "plan.evidence" for line in lines)
    titles = titles_of_facts() if asks else {}
    return [
        {
            "act": line.act,
            "at": line.at,
            "on": line.on or line.day,
            "times": line.many,
            "says": says(line),
            "who": who(line),
            "facts": facts(line, titles, named=named),
            "digest": digest(line),
        }
        for line in lines
    ]
