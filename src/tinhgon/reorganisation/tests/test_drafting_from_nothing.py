"""A unit that begins without taking anything from another is drafted as established."""

from tinhgon.conftest import DAY
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.queries import structure
from tinhgon.reorganisation import drafting


def test_what_comes_from_nothing_is_established(register, folder):
    folder.add("units.csv", "YN,YN,00004,commune,phường,Yên Nghĩa,P01,2025-07-01,,,,,test")
    folder.add("changes.csv", "YN,203/2025/QH15,2025-07-01,establish,commune,,YN,,,,,khoản 5")

    drafted = drafting.draft(read_folder(folder.path, "VN", 1), DAY, structure(DAY))

    established = [
        operation
        for plan in drafted.plans
        for operation in plan.operations
        if isinstance(operation, Establish)
    ]
    assert [(one.unit.key, one.clause) for one in established] == [("YN", "khoản 5")]
    assert drafted.unexplained == ()
