"""The words that travel everywhere: sharing, kind of information, roles, subjects and items."""

from enum import StrEnum


class Sharing(StrEnum):
    """Who may read a line."""

    ALL_PANEL = "all panel"
    NAMED_AGENCIES = "named agencies"
    CHAIR_ONLY = "chair only"
    NOT_MINUTED = "not minuted"
    NOT_SHARED = "not shared"


class Information(StrEnum):
    """What kind of information a line is; what is not stated never prints as fact."""

    FACT = "fact"
    OPINION = "opinion"
    INTELLIGENCE = "intelligence"
    NOT_STATED = "not stated"


class Origin(StrEnum):
    """Where a line that was said comes from: the round, or as a risk that cannot wait."""

    ROOM = "room"
    URGENT = "urgent"


class Turn(StrEnum):
    """An agency's turn on an item."""

    SAID = "said"
    NOTHING = "nothing new"
    MORE = "asked for more"
    APOLOGIES = "apologies with information"


class Role(StrEnum):
    """What a signed-in person is to the panel."""

    ADMINISTRATOR = "administrator"
    CHAIR = "chair"
    MINUTE_TAKER = "minute taker"
    MEMBER = "agency member"
    AUDITOR = "auditor"
    SYSTEM = "system"


class SubjectKind(StrEnum):
    """What a record is about."""

    CHILD = "child"
    PERSON = "person_of_concern"
    PLACE = "location"
    GROUP = "group"
    VEHICLE = "vehicle"
    PHONE = "phone"
    ACCOUNT = "online_account"
    THEME = "theme"


PEOPLE = (SubjectKind.CHILD.value, SubjectKind.PERSON.value)
"""Kinds of record that are somebody: a child, or a person of concern."""


class ItemKind(StrEnum):
    """Why an item stands on an agenda."""

    NEW = "new"
    REVIEW = "review"
    CLOSURE = "closure"
    NOTIFICATION = "notification"
    URGENT = "urgent"
    DEFERRED = "deferred"


class ItemState(StrEnum):
    """How far an item has come."""

    PLANNED = "planned"
    OPEN = "open"
    PARKED = "parked"
    DISCUSSED = "discussed"
    DEFERRED = "deferred"
    NOT_REACHED = "not reached"


class Until(StrEnum):
    """What becomes of an item that its meeting did not reach."""

    NEXT = "first at the next meeting"
    EXTRAORDINARY = "extraordinary meeting"
    CHECK = "single-agency check"
    CONTINUED = "continued"


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"


class MinutesState(StrEnum):
    """How far minutes have come."""

    DRAFT = "draft"
    WITH_CHAIR = "with chair"
    APPROVED = "approved"
    ISSUED = "issued"
    CORRECTED = "corrected"
    AGREED = "agreed"
    RECALLED = "recalled"


class RetentionState(StrEnum):
    """How a record stands on a day."""

    HELD = "on hold"
    DUE = "due"
    KEPT_ON = "kept on"
    COMING = "coming up"
    LATER = "later"
    WAITS = "waits"
