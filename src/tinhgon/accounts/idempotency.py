"""A request of a program that is sent twice is carried out once (Idempotency-Key).

The answer is kept with the act, in one transaction, for a day: whoever sends the same again, not
knowing whether it arrived, is given the same answer. A request that was refused is not kept.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.accounts.models import Answered
from tinhgon.ui.api import Problem, problem_response

Answer = Callable[[HttpRequest], HttpResponse]

KEPT = timedelta(days=1)
LONGEST = 200
WRITING = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def answer_once(answer: Answer) -> Answer:
    """The middleware: only requests that write and carry the header are concerned."""

    def answered(request: HttpRequest) -> HttpResponse:
        key = request.headers.get("Idempotency-Key", "")
        token = request.headers.get("Authorization", "")
        writes = request.method in WRITING and request.path.startswith("/api/")
        if not (key and token and writes):
            return answer(request)
        if len(key) > LONGEST:
            words = _("An idempotency key has at most %s characters.") % LONGEST
            return problem_response(Problem(400, "bad-idempotency-key", words))
        return _once(request, answer, _digest(token, key))

    return answered


def _once(request: HttpRequest, answer: Answer, key: str) -> HttpResponse:
    said = _digest(request.method or "", request.get_full_path(), *_sent(request))
    if kept := _kept(key, said):
        return kept
    try:
        with transaction.atomic():
            response = answer(request)
            if response.status_code >= 400:
                transaction.set_rollback(True)
            else:
                _keep(key, said, response)
            return response
    except IntegrityError:
        if kept := _kept(key, said):  # the same came in meanwhile and was quicker
            return kept
        raise


def _sent(request: HttpRequest) -> Iterator[str | bytes]:
    """What a request sends; of files, which may be larger than memory, the digest of each."""
    if request.content_type != "multipart/form-data":
        yield request.body
        return
    for name, values in sorted(request.POST.lists()):
        yield from (name, *values)
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            whole = hashlib.sha256()
            for piece in file.chunks():
                whole.update(piece)
            yield from (name, file.name or "", whole.hexdigest())


def _kept(key: str, said: str) -> HttpResponse | None:
    """The answer that was given to this key; a problem where something else is sent with it."""
    found = Answered.objects.filter(key=key, at__gt=timezone.now() - KEPT).first()
    if found is None:
        return None
    if found.said != said:
        words = _("This idempotency key was used for another request. Choose a new one.")
        return problem_response(Problem(422, "idempotency-key-used", words))
    response = HttpResponse(found.body, content_type=found.content_type, status=found.status)
    response["Idempotency-Replayed"] = "true"
    return response


def _keep(key: str, said: str, response: HttpResponse) -> None:
    Answered.objects.filter(at__lte=timezone.now() - KEPT).delete()
    Answered.objects.create(
        key=key,
        said=said,
        status=response.status_code,
        content_type=response["Content-Type"],
        body=response.content.decode(),
        at=timezone.now(),
    )


def _digest(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        given = part.encode() if isinstance(part, str) else part
        whole.update(len(given).to_bytes(8, "big") + given)
    return whole.hexdigest()
