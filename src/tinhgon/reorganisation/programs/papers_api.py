"""Papers of plans, for programs."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.papers.files import as_file
from tinhgon.reorganisation.papers.listing import listed
from tinhgon.reorganisation.papers.making import KINDS, NoSuchPaper, TooLong, refusal_words
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.programs.asked import PLANNERS_TOO, seen_package
from tinhgon.ui.api import PROBLEMS, Problem, caller, public

router = Router(tags=["plans"])

FILE = {"description": "The paper", "content": {media: {} for media in KINDS.values()}}


class PaperOut(Schema):
    """A paper of a package, by the name under which it is asked for."""

    name: str
    title: str
    says: str
    formats: list[str]
    plan: str | None = Field(description="The plan of which it is the draft or the annexes.")


class Asking(Schema):
    """How a paper is to be."""

    format: Literal["docx", "pdf"] = "pdf"
    form: str = Field("", description="state or party; by default the usual one.", max_length=40)
    signer: Literal["head", "deputy"] = "head"


@router.get(
    "/plans/{code}/papers",
    response={200: list[PaperOut], **PROBLEMS},
    operation_id="list_plan_papers",
    auth=PLANNERS_TOO,
)
@public
def list_papers(request: HttpRequest, code: str) -> Any:
    """The papers that a package has."""
    package = seen_package(request, code)
    return [
        {
            "name": one.name,
            "title": one.title,
            "says": one.says,
            "formats": [kind for kind in KINDS if not (one.is_long and kind == "pdf")],
            "plan": one.plan.code if one.plan else None,
        }
        for one in listed(queries.plans_of(package))
    ]


@router.get(
    "/plans/{code}/papers/{name}",
    response=PROBLEMS,
    operation_id="get_plan_paper",
    auth=PLANNERS_TOO,
    openapi_extra={"responses": {200: FILE}},
)
@public
def get_paper(request: HttpRequest, code: str, name: str, asked: Query[Asking]) -> HttpResponse:
    """A paper of a package as DOCX or PDF, as the package stands now."""
    package = seen_package(request, code)
    site = request.build_absolute_uri("/")
    manner = Manner(site=site, form=asked.form, by_deputy=asked.signer == "deputy")
    try:
        return as_file(package, name, asked.format, manner, may_make=caller(request) is not None)
    except NoSuchPaper as refused:
        raise Problem(404, "no-such-paper", refusal_words(refused)) from None
    except TooLong as refused:
        raise Problem(422, "too-long-for-pdf", refusal_words(refused)) from None
