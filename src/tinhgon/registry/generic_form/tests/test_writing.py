"""A folder that was loaded, row by row in the register."""

from datetime import date
from decimal import Decimal

import pytest

from tinhgon.conftest import DAY
from tinhgon.documents.models import Instrument
from tinhgon.registry import actions
from tinhgon.registry.models import Code, Contact, Succession, Tie, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(folder, vietnam, operator):
    """Load the whole folder, with what came after the day."""
    return lambda **options: actions.load(folder.path, by=operator, file=vietnam, **options)


def test_everything_is_counted(load):
    assert load().counts == {
        "units": 11,
        "versions": 11,
        "codes": 11,
        "ties": 11,
        "successions": 6,
        "contacts": 0,
    }


def test_rows_that_say_the_same_one_after_the_other_are_one_fact(load):
    load()

    assert Version.objects.get(unit__key="XP").valid_to is None
    assert Code.objects.get(unit__key="XP").valid_from is None
    ties = Tie.objects.filter(unit__key="XP").in_order()
    assert [(tie.parent.key, tie.valid_from, tie.valid_to) for tie in ties] == [
        ("D019", None, DAY),
        ("P01", DAY, None),
    ]


def test_rows_in_any_order_are_the_same_register(load, folder):
    header, *rows = (folder.path / "units.csv").read_text().splitlines()
    folder.put("units.csv", header, *reversed(rows))

    assert load().counts["versions"] == 11


def test_a_fact_rests_on_the_instrument_of_its_day(load):
    load()

    begun, ended = Version.objects.get(unit__key="TM-new"), Version.objects.get(unit__key="DM")
    moved = Tie.objects.get(unit__key="XP", valid_from=DAY)
    assert (begun.instrument.number, begun.ended_under) == ("1656/NQ-UBTVQH15", None)
    assert (ended.instrument, ended.ended_under.number) == (None, "1656/NQ-UBTVQH15")
    assert moved.instrument.number == "1656/NQ-UBTVQH15"
    assert Version.objects.get(unit__key="D268").ended_under.number == "203/2025/QH15"


def test_what_was_handed_on_is_kept_with_its_clause(load):
    load()

    handed = Succession.objects.get(predecessor__key="DM", successor__key="DN-new")
    assert (handed.day, handed.extent, handed.carries) == (DAY, "part", "land")
    assert (handed.verb, handed.evidence, handed.clause) == ("form", "both", "Điều 1 khoản 3")
    assert handed.instrument.number == "1656/NQ-UBTVQH15"
    assert not handed.main


def test_what_is_not_said_to_be_carried_is_not_known(load):
    load()

    handed = Succession.objects.get(predecessor__key="DM", successor__key="TM-new")
    assert handed.carries is None


def test_who_goes_on_hands_nothing_to_itself(load):
    load()

    assert not Succession.objects.filter(predecessor__key="XP").exists()


def test_an_instrument_is_as_sure_as_its_weakest_evidence(load, folder):
    folder.edit("changes.csv", "1,both,Điều 1 khoản 3", "1,alias,Điều 1 khoản 3")

    load()

    marks = dict(Instrument.objects.values_list("number", "mark"))
    assert marks == {"1656/NQ-UBTVQH15": "K", "203/2025/QH15": "R"}


def test_a_mark_that_is_stated_counts(load, folder):
    folder.edit("instruments.csv", "title_vi", "mark")
    folder.edit(
        "instruments.csv",
        "Về việc sắp xếp các đơn vị hành chính cấp xã của thành phố Hà Nội năm 2025",
        "p",
    )
    folder.edit("instruments.csv", "Sửa đổi một số điều của Hiến pháp", "")

    load()

    assert Instrument.objects.get(number="1656/NQ-UBTVQH15").mark == "P"


def test_where_a_unit_lies_is_rounded_alike_on_every_engine(load, folder):
    folder.edit("units.csv", "21.00870,105.77800,4.67", "21.0087049,105.778,4.6749")

    load()

    ward = Version.objects.get(unit__key="MT")
    assert (ward.latitude, ward.area_km2) == (Decimal("21.00870"), Decimal("4.67"))


def test_text_is_kept_composed(load, folder):
    folder.edit("units.csv", "Mễ Trì", "Me\u0302\u0303 Tri\u0300")

    load()

    assert Version.objects.get(unit__key="MT").name == "Mễ Trì"


def test_a_unit_may_be_established_from_nothing(load, folder):
    folder.add("units.csv", "YN,YN,00004,commune,phường,Yên Nghĩa,P01,2025-07-01,,,,,test")
    folder.add("changes.csv", "YN,203/2025/QH15,2025-07-01,establish,commune,,YN,,,,,")

    load()

    assert Version.objects.get(unit__key="YN").instrument.number == "203/2025/QH15"
    assert not Succession.objects.filter(successor__key="YN").exists()


def test_further_files_are_read_where_they_are_there(load, folder):
    folder.put(
        "ties.csv",
        "entity_id,hierarchy,parent_id,valid_from,valid_to",
        "XP,party,P01,2025-01-01,",
    )
    folder.put(
        "contacts.csv",
        "entity_id,address,telephone,hours,source,valid_from,valid_to",
        "DM,1 phố Đại Mỗ,+84 24 3838,Mo-Fr 08:00-17:00,trang của phường,,2025-07-01",
    )

    load()

    tie, contact = Tie.objects.get(hierarchy="party"), Contact.objects.get()
    assert (tie.parent.key, tie.valid_from) == ("P01", date(2025, 1, 1))
    assert (contact.unit.key, contact.telephone, contact.valid_to) == ("DM", "+84 24 3838", DAY)


@pytest.mark.parametrize(
    "operation", ["form", "merge-with-parts", "MERGE", "transfer_part", "transfer-part"]
)
def test_an_operation_may_be_said_in_either_vocabulary(load, folder, operation):
    folder.edit("changes.csv", "merge_with_parts,commune,DM,TM-new", f"{operation},,DM,TM-new")

    load()

    handed = Succession.objects.get(predecessor__key="DM", successor__key="TM-new")
    assert handed.verb in ("form", "transfer-part")
