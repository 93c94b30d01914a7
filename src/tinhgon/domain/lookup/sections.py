"""Sections of a jurisdiction file: read strictly, with the place of what is wrong."""

import re
from collections.abc import Mapping
from typing import Any

from tinhgon.domain.jurisdiction_file import Unreadable


class Section:
    """One mapping of the file; a member that is not there is empty."""

    def __init__(self, value: Any, path: str, known: tuple[str, ...] | None = None) -> None:
        if value is not None and not isinstance(value, Mapping):
            raise Unreadable(path, "not-a-mapping")
        self.value: Mapping[Any, Any] = value or {}
        self.path = path
        for name in self.value if known else ():
            if name not in (known or ()):
                raise Unreadable(self.place(name), "unknown-member", known=", ".join(known or ()))

    def place(self, name: object) -> str:
        return f"{self.path}.{name}"

    def section(self, name: str) -> "Section":
        return Section(self.value.get(name), self.place(name))

    def text(self, name: str) -> str:
        value = self.value.get(name, "")
        if not isinstance(value, str):
            raise Unreadable(self.place(name), "not-a-text", given=str(value))
        return value

    def flag(self, name: str) -> bool:
        value = self.value.get(name, False)
        if not isinstance(value, bool):
            raise Unreadable(self.place(name), "not-a-boolean", given=str(value))
        return value

    def texts(self, name: Any) -> tuple[str, ...]:
        value = self.value.get(name) or []
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise Unreadable(self.place(name), "not-a-list-of-texts")
        return tuple(value)

    def members(self, name: str) -> list["Section"]:
        """The mappings of a list, each with its own place."""
        value = self.value.get(name) or []
        if not isinstance(value, list):
            raise Unreadable(self.place(name), "not-a-list")
        return [Section(one, f"{self.place(name)}.{number}") for number, one in enumerate(value)]

    def lists(self, name: str) -> tuple[tuple[str, ...], ...]:
        value = self.value.get(name) or []
        if not isinstance(value, list):
            raise Unreadable(self.place(name), "not-a-list")
        numbered = Section(dict(enumerate(value)), self.place(name))
        return tuple(numbered.texts(number) for number in numbered.value)

    def characters(self, name: str) -> dict[str, str]:
        """What stands for single characters."""
        given = self.section(name)
        for character in given.value:
            if not isinstance(character, str) or len(character) != 1:
                raise Unreadable(given.place(character), "not-one-character")
        return {character: given.text(character) for character in given.value}

    def pattern(self, name: str) -> re.Pattern[str] | None:
        if not self.text(name):
            return None
        try:
            return re.compile(self.text(name))
        except re.error:
            raise Unreadable(self.place(name), "not-a-pattern", given=self.text(name)) from None
