"""Numbers of documents: read into their parts, written back exactly, refused with a reason."""

import unicodedata
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.documents.kinds import JOINT, PARTY, STATE, System
from tinhgon.domain.documents.numbers import (
    Misnumbered,
    Number,
    Shape,
    identity,
    normalised,
    parse,
)

ISSUERS = ("TW", "TU", "BCĐ", "CP", "TTg", "UBND", "HĐND", "BNV", "SNN&MT", "TTPVHCC", "ĐU")


@pytest.mark.parametrize(
    ("written", "shape", "kinds", "issuers"),
    [
        ("07-KH/BCĐ", Shape.PARTY, ("kế hoạch",), ("BCĐ",)),
        ("34-KL/TW", Shape.PARTY, ("kết luận",), ("TW",)),
        ("80-QĐ/TW", Shape.PARTY, ("quyết định", "quy định"), ("TW",)),
        ("02-HD/BTCTW", Shape.PARTY, ("hướng dẫn",), ("BTCTW",)),
        ("16/2015/NĐ-CP", Shape.NORMATIVE, ("nghị định",), ("CP",)),
        ("66.25/2026/NQ-CP", Shape.NORMATIVE, ("nghị quyết",), ("CP",)),
        ("30/NQ-CP", Shape.INDIVIDUAL, ("nghị quyết",), ("CP",)),
        ("12a/NQ-HĐND", Shape.INDIVIDUAL, ("nghị quyết",), ("HĐND",)),
        ("1656/NQ-UBTVQH15", Shape.INDIVIDUAL, ("nghị quyết",), ("UBTVQH",)),
        ("12/KH-MTTQ-BTT", Shape.INDIVIDUAL, ("kế hoạch",), ("MTTQ",)),
        ("05/2017/TTLT-BNV-BTC", Shape.JOINT, ("thông tư liên tịch",), ("BNV", "BTC")),
        ("12/VBHN-VPQH", Shape.INDIVIDUAL, ("văn bản hợp nhất",), ("VPQH",)),
        ("1747/UBND-NC", Shape.LETTER, ("công văn",), ("UBND",)),
        ("72/2025/QH15", Shape.ASSEMBLY, (), ("QH",)),
        ("76/2025/UBTVQH15", Shape.ASSEMBLY, (), ("UBTVQH",)),
    ],
)
def test_a_number_is_read_into_its_parts_and_written_back(
    written: str, shape: Shape, kinds: tuple[str, ...], issuers: tuple[str, ...]
) -> None:
    number = parse(written)

    assert (number.shape, number.kinds, number.issuers) == (shape, kinds, issuers)
    assert str(number) == written


def test_a_law_and_a_resolution_of_the_assembly_look_alike() -> None:
    law, resolution = parse("72/2025/QH15"), parse("202/2025/QH15")

    assert law.shape is resolution.shape
    assert law.kinds == resolution.kinds == ()


@pytest.mark.parametrize(
    "written",
    [
        " 16/2015/NĐ-CP ",
        "16 / 2015 / NĐ - CP",
        "16/2015/N\u00d0-CP",
        "16/2015/NĐ–CP",
        "Số: 16/2015/NĐ-CP",
        "số 16/2015/nđ-CP",
        unicodedata.normalize("NFD", "16/2015/NĐ-CP"),
    ],
)
def test_what_was_typed_otherwise_is_the_same_number(written: str) -> None:
    assert str(parse(written)) == "16/2015/NĐ-CP"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("NĐ-CP", "no-serial"),
        ("16", "no-stroke"),
        ("16NĐ-CP/", "no-stroke"),
        ("16/15/NĐ-CP", "bad-year"),
        ("16/1815/NĐ-CP", "bad-year"),
        ("16/2015/XX-CP", "unknown-type"),
        ("16-XX/TW", "unknown-type"),
        ("16/2015/NĐ-", "bad-symbol"),
        ("16-NQ/", "bad-symbol"),
        ("16/2015/NĐ-4P", "bad-symbol"),
        ("16/UBND", "no-type"),
        (f"16/2015/NĐ-{'C' * 60}", "too-long"),
    ],
)
def test_what_is_no_number_is_refused_with_a_reason(written: str, code: str) -> None:
    with pytest.raises(Misnumbered) as refused:
        parse(written)

    assert refused.value.code == code


def test_a_value_that_cannot_be_is_refused_too() -> None:
    with pytest.raises(Misnumbered, match="several-issuers"):
        Number(digits="1", type="NQ", issuers=("CP", "TTg"))


def test_zeros_in_front_do_not_make_another_document() -> None:
    assert parse("07-KH/BCĐ").key == parse("7-KH/BCĐ").key
    assert parse("07-KH/BCĐ").number == 7


def test_the_same_number_of_another_day_is_another_document() -> None:
    number = parse("12/NQ-HĐND")

    assert identity(number, date(2024, 5, 1)) != identity(number, date(2025, 5, 1))
    assert identity(number, date(2024, 5, 1)) == identity(parse("12/NQ-HĐND"), date(2024, 5, 1))


serials = st.fixed_dictionaries(
    {
        "digits": st.from_regex(r"[0-9]{1,5}", fullmatch=True).filter(str.isascii),
        "part": st.sampled_from(["", "1", "25"]),
        "letter": st.sampled_from(["", "a", "đ"]),
    }
)
issuers = st.sampled_from(ISSUERS)
drafters = st.sampled_from(["", "NC", "TCBC"])
years = st.integers(1945, 2099)


def numbers(**parts: Any) -> st.SearchStrategy[Number]:
    return st.builds(lambda serial, **rest: Number(**serial, **rest), serials, **parts)


single = st.tuples(issuers)
party = numbers(
    system=st.just(System.PARTY),
    type=st.sampled_from(sorted({*PARTY} - JOINT)),
    issuers=single,
    drafter=drafters,
)
state = numbers(
    type=st.sampled_from(sorted({*STATE} - JOINT)),
    year=st.none() | years,
    issuers=single,
    drafter=drafters,
)
joint = numbers(
    type=st.sampled_from(sorted({*STATE} & JOINT)),
    year=st.none() | years,
    issuers=st.lists(issuers, min_size=1, max_size=3).map(tuple),
)
letters = numbers(issuers=st.tuples(st.sampled_from(["UBND", "BNV"])), drafter=st.just("NC"))
assemblies = numbers(
    year=years, issuers=st.tuples(st.sampled_from(["QH", "UBTVQH"])), term=st.integers(1, 20)
)


@given(party | state | joint | letters | assemblies)
def test_what_is_written_is_read_again(number: Number) -> None:
    assert parse(str(number)) == number


@given(party | state | joint | letters | assemblies, st.data())
def test_blanks_separate_marks_and_other_dashes_change_nothing(
    number: Number, data: st.DataObject
) -> None:
    apart = unicodedata.normalize("NFD", str(number)).replace(
        "-", data.draw(st.sampled_from("-–‑"))
    )
    place = data.draw(
        st.integers(0, len(apart)).filter(
            lambda at: at == 0 or not apart[at - 1 : at + 1].isalnum()
        )
    )
    blank = f"{apart[:place]} {apart[place:]}"

    assert normalised(str(parse(blank))) == str(number)


def written_again(text: str) -> str:
    """What is read of a text, written; nothing of what is refused."""
    with suppress(Misnumbered):
        return str(parse(text))
    return ""


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,3}[/-][A-ZĐ/-]{1,12}", fullmatch=True))
def test_whatever_is_typed_is_refused_or_written_the_same_again(text: str) -> None:
    written = written_again(text)

    assert written_again(written) == written
