"""Rows of words: standing wording, language, warnings, audiences, retention and measures."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.codes.code import Code

Standing = Literal["in force", "check commencement", "verify"]
Trigger = Literal[
    "none", "birth", "18th birthday and last contact", "last contact", "closure", "meeting",
    "minutes approved", "outcome", "received", "child's file",
]  # fmt: skip
Kept = Literal[
    "", "child", "person", "place", "group", "thing", "meeting", "return", "referral",
    "submission", "comments", "paper",
]  # fmt: skip
Compared = Literal["list", "day", "number", "address", "name", "parent", "contact"]
Way = Literal["", "direct", "indirect", "locational", "online", "supportive"]


@dataclass(frozen=True, kw_only=True)
class Wording(Code):
    """Standing wording as printed or read aloud; `{area}` stands for the panel's area."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Tip(Code):
    """A short tip, or where to learn more, and the place in the program at which it is shown."""

    place: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Course(Code):
    """A course of the panel's members: after how many months it is renewed, where it is learnt."""

    months: int | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class LanguageTerm(Code):
    """Words that blame a child, further forms of them, and what to write instead."""

    alternatives: tuple[str, ...]
    why: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SmartWarning(Code):
    """A warning on an action: words that call for it, or a number not to pass."""

    patterns: tuple[str, ...] = ()
    limit: int | None = None


@dataclass(frozen=True, kw_only=True)
class ComparedFact(Code):
    """A fact of a child on which agencies are compared: its labels, and the clear forms for it.

    In a form `…` stands for what is said; `denies` are forms that say that there is none. `list`
    names the list whose rows the values are, where `kind` is one; `beside` are rows of it that may
    be true beside another and contradict nothing.
    """

    kind: Compared
    list: str = ""
    labels: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Audience(Code):
    """Whom a document is for; with `pseudonyms` no one else is named in it."""

    pseudonyms: bool = False


@dataclass(frozen=True, kw_only=True)
class Retention(Code):
    """How long a kind of record is kept from its trigger; without a period nothing falls due.

    `record` is what the program applies it to, empty for a row of reference; of a child's rows
    those apply whose `plans` it ever had, or the one without any. `trust` rows are for persons in a
    position of trust. `review_months` is how much later it is looked at again if kept on.
    """

    trigger: Trigger
    record: Kept = ""
    plans: tuple[str, ...] = ()
    trust: bool = False
    years: int | None = None
    months: int | None = None
    review_months: int | None = None


@dataclass(frozen=True, kw_only=True)
class MeasureType(Code):
    """A disruption measure of the catalogue.

    `targets`: C child protection, P person, L place, N network, V vehicle, phone or online,
    B business or licence. `status` says whether the law is in force or must be checked first.
    `test`, `evidence`, `court`, `duration` and `breach` say in a line each what the law asks. The
    child it protects must be `under` that age, or `under_in_care`; whom it binds, `from_age`.
    """

    group: str
    legal_basis: str
    applicant: str
    targets: tuple[str, ...]
    way: Way = ""
    status: Standing = "verify"
    test: str = ""
    evidence: str = ""
    court: str = ""
    duration: str = ""
    breach: str = ""
    under: int | None = None
    under_in_care: int | None = None
    from_age: int | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def name(self) -> str:
        """The measure's name, as in the catalogue."""
        return self.label


@dataclass(frozen=True, kw_only=True)
class ActionTemplate(Code):
    """A wording of an action that can be used again; it carries out `measures` of the catalogue.

    Without any it goes with every measure. `days` is how many working days it usually takes.
    """

    measures: tuple[str, ...] = ()
    kind: str = ""
    success: str = ""
    days: int | None = None

    def goes_with(self, codes: Collection[str]) -> bool:
        """Whether it carries out one of these measures."""
        return bool(set(self.measures) & set(codes))
