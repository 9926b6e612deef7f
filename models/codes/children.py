"""Rows about a child: plan, exploitation, needs, indicators, missing, agencies around the child."""

from dataclasses import dataclass
from typing import Literal

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class Plan(Code):
    """A plan or status; `column` is one of the six of the quarterly picture."""

    column: str


@dataclass(frozen=True, kw_only=True)
class ExploitationType(Code):
    """A form of exploitation or harm; `counts_as` CSE keeps sexual exploitation countable.

    `factor` is the factor code of the children in need census, where there is one; `nrm` says
    that the National Referral Mechanism is to be considered.
    """

    group: str
    counts_as: str = ""
    group_based: bool = False
    factor: str = ""
    nrm: bool = False


@dataclass(frozen=True, kw_only=True)
class Need(Code):
    """A need or factor flag of a child, with its census factor code where there is one."""

    factor: str = ""


@dataclass(frozen=True, kw_only=True)
class Indicator(Code):
    """An indicator of the bank within its group; `protective` ones speak for safety.

    `nrm` says that the National Referral Mechanism is to be considered.
    """

    group: str
    protective: bool = False
    nrm: bool = False


@dataclass(frozen=True, kw_only=True)
class MissingKind(Code):
    """Missing or absent, with the code of the looked after return."""

    return_code: str


@dataclass(frozen=True, kw_only=True)
class LinkRelation(Code):
    """How two records are linked, worded both ways, with the role of each in harm.

    `from_kinds` and `to_kinds` are subject kinds; a symmetric relation reads alike both ways.
    """

    reverse: str
    symmetric: bool = False
    from_role: str = ""
    to_role: str = ""
    from_kinds: tuple[str, ...] = ()
    to_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgencyKind(Code):
    """A kind of agency, its standing in the partnership and the part of the quorum it fills.

    `asked_about` holds the kinds of subject it is asked about before a meeting; empty is any.
    `told_of_child` says what it is told of a child beside name, birth and number, to find them by.
    Whether persons of concern are among them is the panel's choice for each agency, and here for
    a new one. A line typed for it is of `line_information` and for `line_sharing` unless said
    otherwise, read by agencies of the kinds `line_readers` where it is for named ones; a line of
    intelligence is for `intelligence_sharing`. Empty is not stated, and all the panel.
    """

    partner: str
    quorum_group: str = ""
    asked_about: tuple[str, ...] = ()
    told_of_child: tuple[str, ...] = ()
    sees_persons_of_concern: bool = False
    line_information: Literal["", "fact", "opinion", "intelligence"] = ""
    line_sharing: Literal["", "named agencies", "chair only", "not minuted"] = ""
    line_readers: tuple[str, ...] = ()
    intelligence_sharing: Literal["", "named agencies", "chair only", "not minuted"] = ""
    grades_intelligence: bool = False


@dataclass(frozen=True, kw_only=True)
class Seat(Code):
    """A seat of the panel: core, or as needed."""

    agency_kind: str
    core: bool
