"""The content of a file as an answer: to be kept, never to be carried out."""

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from tinhgon.ui.errors import NotHere
from tinhgon.work.files.keeping import place_of
from tinhgon.work.files.kinds import CSV, TXT
from tinhgon.work.models import Attachment, Work

HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-cache",
}


def file_known(work: Work, number: int) -> Attachment:
    """A file of a work that somebody may see. Raises `NotHere`."""
    rows = Attachment.objects.select_related("withdrawal", "unit").filter(work=work)
    found = rows.filter(pk=number).first() if number < 2**63 else None
    if found is None:
        raise NotHere(_("This work has no file of this number."))
    return found


def content(request: HttpRequest, attachment: Attachment) -> HttpResponseBase:
    """What is in a file, piece by piece; nothing again where the reader has it (ETag).

    Raises `NotHere` where it was withdrawn, or is missing from the folder.
    """
    if hasattr(attachment, "withdrawal"):
        words = _("The file “%(name)s” was withdrawn: %(reason)s")
        raise NotHere(words % {"name": attachment.name, "reason": attachment.withdrawal.reason})
    etag = f'"{attachment.digest}"'
    answer: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = _streamed(attachment)
    for name, value in {**HEADERS, "ETag": etag}.items():
        answer[name] = value
    return answer


def _streamed(attachment: Attachment) -> FileResponse:
    is_text = attachment.kind in (TXT, CSV)
    kind = f"{attachment.kind}; charset=utf-8" if is_text else attachment.kind
    try:
        file = place_of(attachment.digest).open("rb")
    except FileNotFoundError:
        words = _("What is in “%s” is missing. Tell whoever runs this installation.")
        raise NotHere(words % attachment.name) from None
    return FileResponse(file, as_attachment=True, filename=attachment.name, content_type=kind)
