"""A table brought into the reform: units by key, code or name, and what it would change."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.plan_tables.faults import Faulty
from tinhgon.domain.structure.plan_tables.lookup import NotFound
from tinhgon.domain.structure.plan_tables.reading import read_table
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.editing.drafted import Bearings, drafted
from tinhgon.reorganisation.exchange.bringing import bringing, taken_along
from tinhgon.reorganisation.exchange.differing import differing
from tinhgon.reorganisation.exchange.files import KINDS
from tinhgon.reorganisation.exchange.meaning import Meaning
from tinhgon.reorganisation.exchange.words import fault_words

FORMING = "operation,verb,successor,kind,name,parent,unit,extent\n"
"""A plan of forming, as people would head it."""


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


@pytest.fixture
def bring(plan):
    """Bring a CSV into the plan."""

    def brought(text):
        return bringing(plan, text.encode(), "csv")

    return brought


@pytest.fixture
def faults(bring):
    """What is wrong with a CSV, in words."""

    def found(text):
        with pytest.raises(Faulty) as refused:
            bring(text)
        return [fault_words(one) for one in refused.value.faults]

    return found


def sources(found):
    return [source.unit for source in found.said.operations[0].sources]


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_taken_along_changes_nothing(plan, kind):
    found = bringing(plan, taken_along(plan, kind), kind)

    assert not found.differing
    assert found.notes == []


def test_units_stand_in_it_by_key_and_name(plan):
    assert 'DM,"Phường Đại Mỗ, Quận Nam Từ Liêm"' in taken_along(plan, "csv").decode()


@pytest.mark.parametrize(
    "said",
    ["DM", "00634", "Phường Đại Mỗ", "đại mỗ", '"Phường Đại Mỗ, Quận Nam Từ Liêm, Hà Nội"'],
)
def test_a_source_is_meant_by_key_code_or_name(bring, said):
    found = bring(f"{FORMING}1,form,MOI,xã,Mới,P01,{said},whole\n")

    assert sources(found) == ["DM"]


def test_the_level_is_that_of_the_kind(bring):
    found = bring(f"{FORMING}1,form,MOI,phường,Mới,Hà Nội,DM,whole\n")

    unit = found.said.operations[0].successor
    assert (unit.level, unit.parent) == ("commune", "P01")


def test_a_unit_that_the_table_forms_may_be_named_in_it(bring):
    found = bring(
        f"{FORMING}1,form,,phường,Mới,P01,DM,part\n2,form,Phường Mới,,,,TM,whole\n"
        "3,conclude,,,,,DM,\n"
    )

    first, second, _conclude = found.said.operations
    assert second.successor == first.successor.key
    assert first.successor.key.startswith("N-reform-")


def test_a_unit_without_a_key_keeps_the_one_that_it_has_in_the_plan(bring):
    found = bring(f"{FORMING}1,form,,phường,Tây Mỗ,P01,TM,whole\n")

    assert found.said.operations[0].successor.key == "TM-new"


def test_a_unit_that_is_not_there_is_told_with_what_was_perhaps_meant(faults):
    (said,) = faults(f"{FORMING}1,form,MOI,xã,Mới,P01,Phường Đại Mổ,whole\n")

    assert said.startswith(
        "line 2, column unit: No unit is called “Phường Đại Mổ” on the day of effect"
    )
    assert "Perhaps: Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (00634, DM)" in said


def test_a_code_that_lost_its_zeros_is_told_apart(faults):
    (said,) = faults(f"{FORMING}1,form,MOI,xã,Mới,P01,634,whole\n")

    assert "Perhaps: Phường Đại Mỗ" in said


def test_a_short_code_that_may_be_a_longer_one_is_not_guessed(plan):
    """268 is a district, and may be the ward 00268 whose zeros a spreadsheet has dropped."""
    draft = drafted(plan.package)
    ward = replace(draft.before["TM"], code="00268")
    meaning = Meaning(replace(draft, bearings=Bearings(draft.before.having([ward]))), plan.code, [])

    with pytest.raises(NotFound) as unclear:
        meaning.unit("268", standing=True)

    assert unclear.value.several
    assert len(unclear.value.candidates) == 2
    assert meaning.unit("00268", standing=True) == "TM"


def test_a_name_of_several_is_refused_with_all_of_them(faults):
    (said,) = faults(f"{FORMING}1,form,A,phường,Đại Mỗ,P01,DM,whole\n2,move,,,,Phường Đại Mỗ,TM,\n")

    assert said.startswith("line 3, column parent: “Phường Đại Mỗ” may be several units")
    assert "(00634, DM)" in said


@pytest.fixture
def many(plan):
    """The draft of a register with seven communes of one name."""
    draft = drafted(plan.package)
    communes = [Unit(f"T{n}", "commune", "xã", "Tân Lập", None, "D019") for n in range(7)]
    return replace(draft, bearings=Bearings(draft.before.having(communes)))


def test_of_many_the_first_are_named_always_the_same_and_how_many_more_there_are(many, plan):
    def look_up(news):
        return Meaning(many, plan.code, news)

    rows = [
        (1, ["số thao tác", "loại thao tác", "Đơn vị"]),
        (2, ["1", "kết thúc hoạt động", "tân lập"]),
    ]
    with pytest.raises(Faulty) as refused:
        read_table(rows, look_up)

    (fault,) = refused.value.faults
    assert [key in fault_words(fault) for key in ("(T0)", "(T1)", "(T2)", "(T3)", "(T4)")] == [
        *[True] * 4,
        False,
    ]
    assert "and 3 more" in fault_words(fault)
    with override("vi"):
        assert fault_words(fault).startswith("dòng 2, cột Đơn vị: ")


def test_verbs_and_columns_are_named_in_the_language_of_the_reader(faults):
    with override("vi"):
        (unknown,) = faults("operation,loại thao tác,unit\n1,xóa,DM\n")
        (missing,) = faults("operation,unit\n1,DM\n")

    assert unknown.startswith("dòng 2, cột loại thao tác: ")
    assert "sắp xếp thành, thành lập, hợp nhất" in unknown
    assert missing.startswith("dòng 1, cột loại thao tác: ")


def test_a_key_and_a_name_beside_it_must_be_of_one_unit(faults):
    (said,) = faults("operation,verb,unit,unit_name\n1,conclude,DM,Phường Tây Mỗ\n")

    assert said == (
        "line 2, column unit_name: “Phường Tây Mỗ” is not the unit “DM” beside it. "
        "Empty one of the two cells."
    )


def test_a_name_alone_will_do(bring):
    found = bring("operation,verb,unit_name\n1,conclude,Phường Đại Mỗ\n")

    assert found.said.operations[0].unit == "DM"


def test_a_key_that_can_be_none_is_refused(faults):
    (said,) = faults(f"{FORMING}1,form,Tây Mỗ mới,xã,Mới,P01,DM,whole\n")

    assert "cannot be the key of a new unit" in said


def test_columns_that_are_not_read_are_told(bring):
    found = bring("operation,verb,unit,ghi chú\n1,conclude,DM,xem lại\n")

    assert found.notes == ["These columns are not read: ghi chú."]


def test_the_file_of_another_plan_is_told(plan, package):
    other = package.plans.exclude(pk=plan.pk).get()

    found = bringing(plan, taken_along(other, "yaml"), "yaml")

    assert found.notes == [
        f"The file is of the plan “{other.code}” of 1 July 2025; only its operations are taken."
    ]


def test_rules_say_what_they_would_find(bring):
    found = bring("operation,verb,unit,name\n1,rename,KHONG,Mới\n".replace("KHONG", "DM"))

    assert found.findings


# --- What differs ---------------------------------------------------------------------------------

ONE, OTHER = Rename(unit="DM", name="Một"), Rename(unit="DM", name="Hai")
TAKES = Rename(unit="MT", name="Ba")


def test_what_says_otherwise_of_the_same_unit_has_changed():
    found = differing([ONE, TAKES], [OTHER, TAKES])

    assert (found.changed, found.kept) == (((ONE, OTHER),), 1)
    assert found.counts == {"added": 0, "changed": 1, "removed": 0, "kept": 1}


def test_what_comes_and_goes_is_told_apart():
    found = differing([ONE], [TAKES])

    assert (found.added, found.removed) == ((TAKES,), (ONE,))


def test_the_order_alone_differs():
    found = differing([ONE, TAKES], [TAKES, ONE])

    assert found.reordered
    assert found


def test_one_that_stands_there_twice_is_counted_twice():
    found = differing([ONE, ONE], [ONE])

    assert (found.removed, found.kept) == ((ONE,), 1)
