"""Rows about deadlines of others: who decides on an NRM referral and by when, who may refer."""

from dataclasses import dataclass

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class DecidingBody(Code):
    """Who decides on a referral to the NRM, and how long it has; None where nothing is set.

    Days count from the referral for reasonable grounds, from that decision for conclusive grounds.
    `aims` says that the time is an aim and no limit.
    """

    reasonable_days: int | None = None
    reasonable_working_days: int | None = None
    conclusive_days: int | None = None
    conclusive_working_days: int | None = None
    aims: bool = False


@dataclass(frozen=True, kw_only=True)
class FirstResponder(Code):
    """An organisation that may refer to the NRM, with the kinds of agency that are one."""

    agency_kinds: tuple[str, ...] = ()
