"""A paper as the answer to whoever asks for it over the web."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.papers.making import KINDS, check_length, written
from tinhgon.reorganisation.papers.matter import Manner


def as_file(package: Package, name: str, kind: str, manner: Manner) -> HttpResponse:
    """A paper to keep: `reform-scheme.docx`. Raises `NoSuchPaper` and `TooLong`."""
    check_length(package, name, kind)
    response = HttpResponse(written(package, name, kind, manner), content_type=KINDS[kind])
    named = content_disposition_header(as_attachment=True, filename=f"{package.code}-{name}.{kind}")
    response["Content-Disposition"] = named
    return response
