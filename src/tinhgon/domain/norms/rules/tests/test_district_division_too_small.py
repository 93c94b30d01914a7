"""A division of a district needed its least number of posts, while there were districts."""

from datetime import date

from tinhgon.domain.norms.tests.city import City, civil_servants
from tinhgon.domain.norms.verdicts import Severity
from tinhgon.domain.structure.units import Unit

DISTRICT = (
    Unit("quan", "district", "quận", "Nam Từ Liêm", "019", "P01"),
    Unit("ubnd-quan", "authority", "ủy ban nhân dân", "quận Nam Từ Liêm", parent="quan"),
    Unit("phong-tu-phap", "agency", "phòng", "Tư pháp", parent="ubnd-quan"),
)
DAY = date(2025, 1, 1)


def test_four_posts_are_one_too_few(city: City) -> None:
    posts = civil_servants(phong_tu_phap=4)

    (found,) = city.having(*DISTRICT).found("district-division-too-small", posts=posts, on=DAY)

    assert (found.severity, found.found, found.limit) == (Severity.WARN, 4, 5)


def test_five_are_enough(city: City) -> None:
    posts = civil_servants(phong_tu_phap=5)

    found = city.having(*DISTRICT).found("district-division-too-small", posts=posts, on=DAY)

    assert found == []
