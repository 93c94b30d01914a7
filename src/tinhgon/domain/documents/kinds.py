"""Kinds of documents (loại văn bản): the symbols in numbers and the words that stand for them.

A symbol says less than people think: the Party's QĐ is a decision or a regulation, and laws and
resolutions of the National Assembly have none at all.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum


class System(StrEnum):
    """Whose way of numbering: the State puts a stroke after the number, the Party a dash."""

    STATE = "state"
    PARTY = "party"


LETTER = "công văn"
"""What the State's number without a type is: a letter from one body to another."""

BOTH: Mapping[str, tuple[str, ...]] = {
    "NQ": ("nghị quyết",),
    "CT": ("chỉ thị",),
    "QC": ("quy chế",),
    "TB": ("thông báo",),
    "HD": ("hướng dẫn",),
    "CTr": ("chương trình",),
    "KH": ("kế hoạch",),
    "PA": ("phương án",),
    "ĐA": ("đề án",),
    "DA": ("dự án",),
    "BC": ("báo cáo",),
    "BB": ("biên bản",),
    "TTr": ("tờ trình",),
    "CV": (LETTER,),
    "CĐ": ("công điện",),
    "GM": ("giấy mời",),
    "GGT": ("giấy giới thiệu",),
    "PG": ("phiếu gửi",),
}
"""Symbols that the State and the Party use alike."""

STATE: Mapping[str, tuple[str, ...]] = {
    **BOTH,
    "L": ("lệnh",),
    "PL": ("pháp lệnh",),
    "LCT": ("lệnh",),
    "NĐ": ("nghị định",),
    "QĐ": ("quyết định",),
    "TT": ("thông tư",),
    "TTLT": ("thông tư liên tịch",),
    "NQLT": ("nghị quyết liên tịch",),
    "VBHN": ("văn bản hợp nhất",),
    "QyĐ": ("quy định",),
    "TC": ("thông cáo",),
    "HĐ": ("hợp đồng",),
    "BGN": ("bản ghi nhớ",),
    "BTT": ("bản thỏa thuận",),
    "GUQ": ("giấy ủy quyền",),
    "GNP": ("giấy nghỉ phép",),
    "PC": ("phiếu chuyển",),
    "PB": ("phiếu báo",),
    "KLTT": ("kết luận thanh tra",),
    "KL": ("kết luận",),
    "QCPH": ("quy chế phối hợp",),
    "CTPH": ("chương trình phối hợp",),
    "KHPH": ("kế hoạch phối hợp",),
}
PARTY: Mapping[str, tuple[str, ...]] = {
    **BOTH,
    "KL": ("kết luận",),
    "QĐ": ("quyết định", "quy định"),
    "QĐi": ("quy định",),
    "TT": ("thông tri",),
    "TC": ("thông cáo",),
    "LKG": ("lời kêu gọi",),
    "NQLT": ("nghị quyết liên tịch",),
    "QCPH": ("quy chế phối hợp",),
    "CTPH": ("chương trình phối hợp",),
    "KHPH": ("kế hoạch phối hợp",),
    "HDLT": ("hướng dẫn liên tịch",),
}
KINDS: Mapping[System, Mapping[str, tuple[str, ...]]] = {
    System.STATE: STATE,
    System.PARTY: PARTY,
}

JOINT = frozenset({"TTLT", "NQLT", "HDLT", "QCPH", "CTPH", "KHPH"})
"""Symbols of what several bodies issue together."""

WITHOUT_SYMBOL = ("hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị quyết", LETTER)
"""What may bear a number in which no type stands."""

BEFORE_A_NUMBER: Mapping[str, str] = {
    "thông báo kết luận": "thông báo",
    "thông báo ý kiến": "thông báo",
    "văn bản": "",
    "tờ trình": "tờ trình",
    "thư công": "thư công",
    "điều lệ": "điều lệ",
    "nội quy": "nội quy",
}
"""Words before a number that are no kind of their own; an empty one says nothing."""


def _all_words() -> Iterator[tuple[str, str]]:
    for table in (STATE, PARTY):
        for kinds in table.values():
            yield from ((kind, kind) for kind in kinds)
    yield from ((kind, kind) for kind in WITHOUT_SYMBOL)
    yield from BEFORE_A_NUMBER.items()


SAID: Mapping[str, str] = dict(sorted(_all_words(), key=lambda pair: (-len(pair[0]), pair[0])))
"""The kind that words before a number say, longest words first."""

_canonical = {
    system: {symbol.casefold(): symbol for symbol in table} for system, table in KINDS.items()
}


def symbol_as_known(system: System, written: str) -> str | None:
    """A symbol of a type in its usual letters (CTr for CTR); None where there is none such."""
    return _canonical[system].get(written.casefold())


def kind_in_title(title: str) -> str | None:
    """The kind that a title begins with: «Luật Tổ chức chính quyền địa phương» is a law."""
    said = title.lower()
    return next(
        (kind or None for words, kind in SAID.items() if said.startswith(f"{words} ")), None
    )
