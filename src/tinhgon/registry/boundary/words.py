"""What is wrong with a file of boundaries, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.registry.boundary.reading import Problem

PROBLEMS: dict[str, Promise] = {
    "too-large": gettext_lazy(
        "The file is larger than %(value)s MB. Simplify it, or raise TINHGON_LOAD_LIMIT_MB."
    ),
    "not-json": gettext_lazy("The file is not JSON."),
    "not-features": gettext_lazy(
        "The file is no FeatureCollection with features. Export it as GeoJSON (RFC 7946)."
    ),
    "no-key": gettext_lazy("it has no property “%(value)s” that names its unit."),
    "no-unit": gettext_lazy("no unit has the code or key “%(value)s” on that day."),
    "twice": gettext_lazy("the unit %(value)s had a boundary before it. Join the two."),
    "geometry": gettext_lazy(
        "it is no closed Polygon or MultiPolygon (%(value)s). A ring needs four positions, the "
        "last the same as the first."
    ),
    "outside": gettext_lazy(
        "the position %(value)s is outside WGS 84. Write longitude and latitude in degrees."
    ),
}


def problem_words(problem: Problem) -> str:
    """One problem in a sentence, with its place."""
    says = str(PROBLEMS[problem.why]) % {"value": problem.value}
    if problem.feature:
        return _("Feature %(number)s: %(says)s") % {"number": problem.feature, "says": says}
    if problem.line:
        return _("Line %(number)s: %(says)s") % {"number": problem.line, "says": says}
    return says
