"""The number that a document gets is one that is read back."""

import pytest

from tinhgon.domain.documents.composing import compose, issuable
from tinhgon.domain.documents.kinds import LETTER, System
from tinhgon.domain.documents.numbers import Misnumbered, parse

STATE, PARTY = System.STATE, System.PARTY


@pytest.mark.parametrize(
    ("serial", "given", "written"),
    [
        (12, (STATE, "QĐ", "UBND", None), "12/QĐ-UBND"),
        (12, (PARTY, "QĐ", "TU", None), "12-QĐ/TU"),
        (7, (PARTY, "KH", "BCĐ", None), "07-KH/BCĐ"),
        (9, (STATE, "QĐ", "UBND", None), "09/QĐ-UBND"),
        (10, (STATE, "QĐ", "UBND", None), "10/QĐ-UBND"),
        (5, (STATE, "QĐ", "UBND", 2026), "05/2026/QĐ-UBND"),
        (1747, (STATE, None, "UBND-NC", None), "1747/UBND-NC"),
        (3, (STATE, "QCPH", "SNV-STC", None), "03/QCPH-SNV-STC"),
    ],
)
def test_serial_kind_and_issuer_make_a_number(
    serial: int, given: tuple[System, str | None, str, int | None], written: str
) -> None:
    system, type, issuer, year = given

    made = compose(serial, system=system, type=type, issuer=issuer, year=year)

    assert str(made) == written
    assert parse(written) == made


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ((STATE, None, "UBND"), "no-type"),
        ((STATE, None, "QĐ-UBND"), "bad-symbol"),
        ((STATE, "XX", "UBND"), "bad-symbol"),
        ((STATE, "QĐ", ""), "bad-symbol"),
        ((PARTY, "NĐ", "TU"), "unknown-type"),
        ((PARTY, None, "TU"), "unknown-type"),
    ],
)
def test_what_makes_no_number_is_refused(given: tuple[System, str | None, str], code: str) -> None:
    system, type, issuer = given

    with pytest.raises(Misnumbered) as wrong:
        compose(1, system=system, type=type, issuer=issuer)

    assert wrong.value.code == code


def test_what_can_be_issued_is_told_by_symbol_and_kind() -> None:
    state, party = [*issuable(STATE)], [*issuable(PARTY)]

    assert state[0] == ("", LETTER)
    assert [kind for symbol, kind in party if symbol == "QĐ"] == ["quyết định", "quy định"]
    assert "" not in dict(party)
