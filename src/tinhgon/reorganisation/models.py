"""Plans and what happened to them. A state is never stored: it follows from these rows."""

from enum import StrEnum
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.ui import writing

CODE = RegexValidator(r"^[a-z0-9][a-z0-9-]{0,59}\Z", _("Small letters, digits and hyphens only."))


RESERVED = frozenset(
    {
        *("findings", "appraisal", "evidence", "allotments", "sealing", "approval", "return"),
        *("enactment", "effect", "withdrawal", "compensation", "editor", "comments", "readers"),
        *("variants", "comparison", "impact", "papers", "notices", "events", "history", "map"),
    }
)
"""What no plan may be called: pages of its package stand under these names."""


class State(StrEnum):
    """Where a package stands on its way."""

    DRAFT = "draft"
    APPRAISED = "appraised"
    SEALED = "sealed"
    APPROVED = "approved"
    ENACTED = "enacted"
    IN_EFFECT = "in-effect"
    WITHDRAWN = "withdrawn"


REACHED_BY = (
    (State.WITHDRAWN, "withdrawal"),
    (State.IN_EFFECT, "effect"),
    (State.ENACTED, "enactment"),
    (State.APPROVED, "approval"),
    (State.SEALED, "sealing"),
    (State.APPRAISED, "appraisal"),
)
"""The row by which each state is reached, the last state first; without any it is a draft."""


class Package(models.Model):
    """Plans of one day (gói phương án): composed, enacted and put into effect as one.

    `edition` grows by one with every edit: whoever edits or decides says which one they saw.
    `variant_of` is the package that this one was copied from; `undoes` the one whose effect it
    takes back.
    """

    code = models.CharField(max_length=60, unique=True, validators=[CODE])
    titles = models.JSONField(default=dict)
    day = models.DateField()
    edition = models.PositiveIntegerField(default=1)
    variant_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="variants"
    )
    undoes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("reorganisation:package", args=[self.code])

    @property
    def title(self) -> str:
        """Its title in the reader's language."""
        return writing.title(self.titles, self.code)

    @property
    def chain(self) -> str:
        """Where the record of acts keeps what was done to it."""
        return f"plan:{self.code}"

    @property
    def state(self) -> State:
        """Derived from the rows that say what was done."""
        return next((state for state, row in REACHED_BY if hasattr(self, row)), State.DRAFT)


class Plan(models.Model):
    """What one instrument does (phương án): operations that happen at once.

    By their instruments the plans of a package are told apart, in the register too.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="plans")
    code = models.CharField(max_length=60, validators=[CODE])
    titles = models.JSONField(default=dict)
    instrument = models.ForeignKey(Instrument, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "code"], name="reorganisation_one_plan_a_code"
            ),
            models.UniqueConstraint(
                fields=["package", "instrument"],
                name="reorganisation_one_plan_an_instrument",
                violation_error_message=_("An instrument has one plan in a package."),
            ),
            models.UniqueConstraint(
                fields=["package"],
                condition=models.Q(instrument=None),
                name="reorganisation_one_plan_without",
                violation_error_message=_("One plan of a package may be without an instrument."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    title = Package.title


class Operation(models.Model):
    """One operation of a plan, as the JSON of docs/reference/structure-json.md."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="operations")
    place = models.PositiveIntegerField()
    document = models.JSONField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "place"], name="reorganisation_one_operation_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} #{self.place}"


class Done(models.Model):
    """Something done to a package: by whom, at which instant, on which legal day."""

    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    by_name = models.CharField(max_length=150)
    on: Any = models.DateField()

    class Meta:
        abstract = True

    @property
    def who(self) -> str:
        """Who did it, for those who may know: an operator goes without a name."""
        return self.by_name if self._is_official else gettext("the operator of this site")

    @property
    def office(self) -> str:
        """Who did it, for everybody: nobody is named."""
        return gettext("an official") if self._is_official else self.who

    @property
    def _is_official(self) -> bool:
        return self.by_id is not None  # type: ignore[attr-defined]


class Drafting(Done):
    """The package was drafted; `on` is the day on which that was done."""

    package = models.OneToOneField(Package, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"{self.package} drafted {self.on}"


class Edit(models.Model):
    """One change of a draft: from `place` on, the operations `before` gave way to `after`.

    `undoes` is the edit that this one took back.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="edits")
    edition = models.PositiveIntegerField()
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="edits")
    place = models.PositiveIntegerField()
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, related_name="undone_by"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    by_name = models.CharField(max_length=150)

    class Meta:
        ordering = ["edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "edition"], name="reorganisation_one_edit_an_edition"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.package} edition {self.edition}"


class Invitation(Done):
    """Somebody may read a draft and comment on it (mời góp ý)."""

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="invitations")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta(Done.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["package", "reader"], name="reorganisation_one_invitation_a_reader"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reader} reads {self.package}"


class Comment(Done):
    """What somebody says about a package, a plan of it or a unit that it speaks of (góp ý)."""

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="comments")
    plan = models.ForeignKey(
        Plan, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    unit = models.CharField(max_length=100, blank=True)
    text = models.TextField(max_length=5000)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(max_length=5000, blank=True)

    class Meta(Done.Meta):
        abstract = False
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.by_name} on {self.package}"


class Evidence(Done):
    """A fact that the law wants before a package may be sealed (căn cứ, thủ tục đã thực hiện).

    `fact` is its key in the jurisdiction file, `subject` the unit it is about, where it is asked of
    several. `agreeing` of `asked` is an opinion or a vote; `document` the report that says so.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="evidence")
    fact = models.CharField(max_length=60)
    subject = models.CharField(max_length=100, blank=True)
    agreeing = models.PositiveIntegerField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)
    document = models.CharField(max_length=120, blank=True)

    class Meta(Done.Meta):
        abstract = False
        ordering = ["fact", "subject"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "fact", "subject"], name="reorganisation_one_evidence_a_fact"
            ),
            models.CheckConstraint(
                condition=models.Q(asked=None, agreeing=None)
                | models.Q(
                    asked__isnull=False,
                    agreeing__isnull=False,
                    agreeing__lte=models.F("asked"),
                    asked__gt=0,
                ),
                name="reorganisation_no_more_agree_than_asked",
                violation_error_message=_("No more can agree than were asked."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact} for {self.package}"


class Allotment(Done):
    """A person's decision who answers afterwards for what hangs on a unit (quyết định phân giao).

    `relation` is that of `continuity.table`; `heir` the key of the unit it all goes to, but for
    what `named` gives to others: the ids of the rows, by the key of the unit.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="allotments")
    relation = models.CharField(max_length=100)
    unit = models.CharField(max_length=100)
    heir = models.CharField(max_length=100)
    named = models.JSONField(default=dict)
    reason = models.CharField(max_length=500)

    class Meta(Done.Meta):
        abstract = False
        ordering = ["relation", "unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "relation", "unit"], name="reorganisation_one_allotment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.relation} of {self.unit} to {self.heir}"


class Explanation(Done):
    """What the drafter says to a finding that asks for an explanation (giải trình).

    `about` is a digest of the units and figures of the finding: what is found of others needs
    another explanation.
    """

    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="explanations")
    rule = models.CharField(max_length=60)
    about = models.CharField(max_length=64)
    text = models.TextField(max_length=2000)

    class Meta(Done.Meta):
        abstract = False
        ordering = ["rule", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "rule", "about"], name="reorganisation_one_explanation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} of {self.package}"


class Appraisal(Done):
    """The package was appraised (thẩm định); an edit afterwards takes this row away.

    `findings` are what the rules found, `levels` as in `Enactment`, `resting` how much hung on the
    units that end, by relation, `opinion` what the appraiser says.
    """

    package = models.OneToOneField(Package, on_delete=models.CASCADE)
    edition = models.PositiveIntegerField()
    findings = models.JSONField(default=list)
    levels = models.JSONField(default=dict)
    resting = models.JSONField(default=dict)
    opinion = models.TextField(max_length=5000, blank=True)

    def __str__(self) -> str:
        return f"{self.package} appraised {self.on}"


class Sealing(Done):
    """The package was sealed (niêm phong): `contents` is what is decided upon, `digest` its hash.

    Giving the package back takes this row away; the record of acts keeps that it was.
    """

    package = models.OneToOneField(Package, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64)
    contents = models.JSONField()

    def __str__(self) -> str:
        return f"{self.package} sealed {self.on}"


class Approval(Done):
    """The package was approved (phê duyệt) under the seal of this digest."""

    package = models.OneToOneField(Package, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.package} approved {self.on}"


class Enactment(Done):
    """The package was enacted: its future structure stands in the register from its day on.

    `findings` are what the rules found then; `levels` how many units of each level there were
    where the package reaches, before and after.
    """

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    counts = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    levels = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.package} enacted {self.on}"


class Effect(Done):
    """The package took effect: what hung on the units that ended has moved.

    `hanging` is how much, counted afterwards, still hung on them: none.
    """

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    counts = models.JSONField(default=dict)
    hanging = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.package} in effect {self.on}"


class Withdrawal(Done):
    """The package was withdrawn before it took effect."""

    package = models.OneToOneField(Package, on_delete=models.PROTECT)
    reason = models.CharField(max_length=500)

    def __str__(self) -> str:
        return f"{self.package} withdrawn {self.on}"


class Subscription(models.Model):
    """Another system that is told what became of packages (nơi nhận thông báo tự động).

    Each message is signed with `secret`; `ended` is when it was told no more.
    """

    url = models.URLField(max_length=500)
    secret = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=models.Q(ended=None),
                name="reorganisation_one_subscription_an_address",
                violation_error_message=_("This address is told already."),
            ),
        ]

    def __str__(self) -> str:
        return self.url


class Delivery(models.Model):
    """One message to a subscriber: written with the act, sent afterwards, tried again if refused.

    `event` is an entry of the record of acts by its act: plan.enacted, plan.took-effect …
    """

    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="deliveries"
    )
    package = models.ForeignKey(Package, on_delete=models.CASCADE, related_name="deliveries")
    event = models.CharField(max_length=40)
    at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    due = models.DateTimeField()
    delivered = models.DateTimeField(null=True)
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["due", "pk"]
        indexes = [
            models.Index(
                fields=["due"],
                condition=models.Q(delivered=None),
                name="reorganisation_due_deliveries",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} to {self.subscription}"
