"""Posts and people for programs: balances, the ledger, leaders, who works where, targets."""

from ninja import Router

from tinhgon.staff.api.ledger import router as ledger
from tinhgon.staff.api.people import router as people
from tinhgon.staff.api.targets import router as targets

router = Router(tags=["staff"])
for part in (ledger, people, targets):
    router.add_router("", part)
