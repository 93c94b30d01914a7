"""Posts and people for programs: balances, the ledger, leaders, who works where, targets."""

from ninja import Router

from tinhgon.staff.api.assignments import router as assignments
from tinhgon.staff.api.ledger import router as ledger
from tinhgon.staff.api.posts import router as posts
from tinhgon.staff.api.targets import router as targets

router = Router(tags=["staff"])
for part in (ledger, posts, assignments, targets):
    router.add_router("", part)
