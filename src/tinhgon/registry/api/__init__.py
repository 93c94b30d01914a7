"""The register for programs: units, look-ups, comparisons, corrections."""

from ninja import Router

from tinhgon.registry.api.comparison import router as comparison
from tinhgon.registry.api.corrections import router as corrections
from tinhgon.registry.api.instruments import router as instruments
from tinhgon.registry.api.lookups import router as lookups
from tinhgon.registry.api.mandates import router as mandates
from tinhgon.registry.api.units import router as units

router = Router(tags=["register"])
for part in (units, lookups, comparison, instruments, mandates, corrections):
    router.add_router("", part)
