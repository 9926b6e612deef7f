"""Rows of the copy of a record: who asks, what a person decides first, why a line stays back."""

from dataclasses import dataclass

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class Requester(Code):
    """In which right somebody asks; `own` where it is for themselves or by their authority."""

    own: bool = False


@dataclass(frozen=True, kw_only=True)
class CopyQuestion(Code):
    """What a person decides of a line before it goes; `exemption` is proposed for holding back.

    `whoever` is asked whoever asks; the rest where it is not whose record it is.
    """

    exemption: str
    whoever: bool = False


@dataclass(frozen=True, kw_only=True)
class Exemption(Code):
    """Why a line does not go; `told` is said of it to anybody but whose record it is."""

    told: str = ""
