"""Steps before and after a meeting, and of chasing what is late."""

from dataclasses import dataclass

from models.codes.code import Code


@dataclass(frozen=True, kw_only=True)
class TimetableStep(Code):
    """A step before or after a meeting, in working days from it; None: before the next one."""

    working_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChaseStep(Code):
    """A rung of the chase ladder: working days from the due date, or meetings overdue.

    `several` is what is done where several are late at once, with `{count}` in it.
    """

    whom: str
    working_days: int | None = None
    meetings_overdue: int | None = None
    several: str = ""

    def worded(self, count: int) -> str:
        """What is done, over one or over several."""
        if count == 1:
            return self.label
        return self.several.replace("{count}", str(count)) or f"{self.label} ({count})"
