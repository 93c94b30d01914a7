"""What is kept of staff, by subject: the ledger of posts, posts, officers, targets, files."""

from tinhgon.staff.models.ledger import Act, Handover, Movement, Purse
from tinhgon.staff.models.officers import Assignment, Basis, Officer, Particulars
from tinhgon.staff.models.posts import Placement, Post, Rank
from tinhgon.staff.models.targets import Target
from tinhgon.staff.models.uploads import Upload

__all__ = [
    "Act",
    "Assignment",
    "Basis",
    "Handover",
    "Movement",
    "Officer",
    "Particulars",
    "Placement",
    "Post",
    "Purse",
    "Rank",
    "Target",
    "Upload",
]
