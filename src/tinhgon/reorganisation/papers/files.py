"""A paper as the answer to whoever asks for it over the web."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.papers.making import KINDS, asked_for
from tinhgon.reorganisation.papers.matter import Manner


def as_file(
    package: Package, name: str, kind: str, manner: Manner, may_make: bool = True
) -> HttpResponse:
    """A paper to keep: `reform-scheme.docx`. Raises what `making.asked_for` raises."""
    content = asked_for(package, name, kind, manner, may_make)
    response = HttpResponse(content, content_type=KINDS[kind])
    named = content_disposition_header(as_attachment=True, filename=f"{package.code}-{name}.{kind}")
    response["Content-Disposition"] = named
    return response
