"""When the interview after a child's return is late."""

from datetime import datetime, timedelta

from models.clock import elapsed

WITHIN = timedelta(hours=72)


def interview_late(returned: datetime | None, settled: bool, now: datetime) -> bool:
    """Whether 72 hours have passed since the return with no interview done or declined.

    Statutory guidance on children who run away or go missing from home or care (2014).
    """
    return returned is not None and not settled and elapsed(returned, now) > WITHIN
