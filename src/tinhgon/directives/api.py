"""Directives for programs."""

from ninja import Router

from tinhgon.directives.committees.api import router as committees

router = Router()
router.add_router("", committees)
