"""Flows as data: steps a child goes through, who does each, in how many working days."""

from dataclasses import dataclass

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class FlowStep:
    """One step: what is done, by whom in which role, within how many working days of its beginning.

    Without `working_days` the limit is set locally. A step that `repeats` may be done again, such
    as a review; the one that `ends` is stepping down, with a reason and a second person.
    """

    code: str
    label: str
    who: str = ""
    working_days: int | None = None
    repeats: bool = False
    ends: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Flow(Code):
    """A version of a flow with its steps in order."""

    version: str
    steps: tuple[FlowStep, ...] = ()

    def step(self, code: str) -> FlowStep | None:
        """The step of that code, or nothing."""
        return next((one for one in self.steps if one.code == code), None)
