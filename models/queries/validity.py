"""How long a risk assessment is in date: the panel's own word, else its scheme's, else a month."""

import re
from collections.abc import Callable

from sqlalchemy.orm import Session

from models import codes
from models.codes import Validity
from models.queries.kept_settings import kept_settings
from models.queries.once import once

SETTING = "assessment_validity"
DEFAULT = Validity(number=1, unit="months")
WRITTEN = re.compile(r"(\d{1,3})\s*(day|week|month)s?", re.IGNORECASE)

ValidityOf = Callable[[str | None], Validity]


def read_validity(text: str | None) -> Validity | None:
    """The period written as "1 month", "6 weeks" or "30 days"; None where it is none."""
    found = WRITTEN.fullmatch((text or "").strip())
    if found is None or int(found[1]) == 0:
        return None
    unit = found[2].lower()
    if unit == "day":
        return Validity(number=int(found[1]), unit="days")
    return Validity(number=int(found[1]), unit="weeks" if unit == "week" else "months")


@once
def validity(session: Session) -> ValidityOf:
    """Asked with an assessment's scheme code, the period for which it is in date."""
    own = read_validity(kept_settings(session).get(SETTING))

    def of(scheme_code: str | None) -> Validity:
        scheme = codes.scheme(scheme_code) if scheme_code else None
        return own or (scheme.validity if scheme else None) or DEFAULT

    return of


def in_words(period: Validity) -> str:
    """The period as people say it: one month, 6 weeks."""
    unit = period.unit.removesuffix("s")
    return f"one {unit}" if period.number == 1 else f"{period.number} {period.unit}"
