"""One text for one value, one root for the same rows in the same order."""

import hashlib
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

from tinhgon.audit.hashing import FIRST, as_stored, canonical, digest, instant, merkle_root

DAI_MO, TAY_MO, DUONG_NOI = "Đại Mỗ", "Tây Mỗ", "Dương Nội"


def leaf(text):
    return hashlib.sha256(b"\0" + text.encode()).digest()


def pair(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def test_the_order_of_members_does_not_count():
    assert canonical({"on": "2025-07-01", "act": "x"}) == canonical(
        {"act": "x", "on": "2025-07-01"}
    )


def test_the_order_of_a_list_counts():
    assert canonical([1, 2]) != canonical([2, 1])


def test_letters_stand_as_they_are_and_nothing_is_spaced():
    assert canonical({"b": [1, None], "a": DAI_MO}) == '{"a":"Đại Mỗ","b":[1,null]}'.encode()


def test_composed_and_decomposed_letters_are_the_same():
    decomposed = unicodedata.normalize("NFD", DUONG_NOI)

    assert decomposed != DUONG_NOI
    assert canonical(decomposed) == canonical(DUONG_NOI)


def test_a_day_is_its_text():
    assert canonical(date(2025, 7, 1)) == b'"2025-07-01"'


def test_a_value_hashes_the_same_once_it_was_stored():
    given = {"places": {2: "b", 10: "a"}, "on": date(2025, 7, 1), "pair": (1, 2)}

    assert canonical(as_stored(given)) == canonical(as_stored(as_stored(given)))
    assert as_stored(given)["pair"] == [1, 2]


def test_an_instant_is_the_same_in_every_zone():
    here = datetime(2025, 7, 1, 7, 0, tzinfo=timezone(timedelta(hours=7)))

    assert instant(here) == "2025-07-01T00:00:00.000000Z"
    assert instant(here) == instant(here.astimezone(UTC))


def test_a_microsecond_makes_another_instant():
    at = datetime(2025, 7, 1, tzinfo=UTC)

    assert instant(at) != instant(at + timedelta(microseconds=1))


def test_each_fact_changes_the_digest():
    facts = {"act": "plan.enacted", "actor": "user:1"}

    assert len(digest(facts)) == 64
    assert digest(facts) != digest(facts | {"actor": "user:2"})


def test_no_rows_have_the_root_of_nothing():
    assert merkle_root([]) == (0, FIRST)


def test_one_row_is_its_own_root():
    assert merkle_root([DAI_MO]) == (1, leaf(DAI_MO).hex())


def test_two_rows_are_a_pair():
    assert merkle_root([DAI_MO, TAY_MO]) == (2, pair(leaf(DAI_MO), leaf(TAY_MO)).hex())


def test_an_odd_last_row_moves_up_as_it_is():
    three = pair(pair(leaf(DAI_MO), leaf(TAY_MO)), leaf(DUONG_NOI))

    assert merkle_root([DAI_MO, TAY_MO, DUONG_NOI]) == (3, three.hex())


def test_an_odd_row_moves_up_through_every_level():
    four = pair(pair(leaf("1"), leaf("2")), pair(leaf("3"), leaf("4")))

    assert merkle_root("12345") == (5, pair(four, leaf("5")).hex())
    assert (
        merkle_root("1234567")[1] == pair(four, pair(pair(leaf("5"), leaf("6")), leaf("7"))).hex()
    )


def test_the_last_row_twice_is_not_the_last_row_once():
    assert merkle_root("123")[1] != merkle_root("1233")[1]


def test_the_order_of_rows_counts():
    assert merkle_root([DAI_MO, TAY_MO])[1] != merkle_root([TAY_MO, DAI_MO])[1]


def test_a_row_cannot_pass_for_a_pair_of_rows():
    both = (leaf("1") + leaf("2")).decode("latin-1")
    root_if_unmarked = hashlib.sha256(leaf("1") + leaf("2")).hexdigest()

    assert merkle_root("12")[1] != root_if_unmarked
    assert merkle_root([both])[1] != merkle_root("12")[1]


def test_rows_may_come_one_at_a_time():
    assert merkle_root(str(place) for place in range(1000)) == merkle_root(
        [str(place) for place in range(1000)]
    )
