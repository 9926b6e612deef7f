"""What an update says beside that its action was carried to a day."""

import re
from datetime import date

from models.rules.actions import CARRYING
from models.rules.dates import spoken_date

ONWARDS = re.compile(r"^\s*(?:to|until|till?|by)\s+", re.IGNORECASE)


def only_carries(words: str, told_on: date, to: date) -> bool:
    """Whether words say no more than that the action is carried to that day.

    "Carry to 18 Dec" does, told of one carried to 18 December; "carried, mother away" does not.
    The next meeting is the day that it is carried to.
    """
    carried = CARRYING.match(words)
    if carried is None:
        return False
    rest = ONWARDS.sub("", words[carried.end() :]).strip(" .")
    day = spoken_date(rest, told_on, next_meeting=to)
    return not rest or (day.value == to and (day.start, day.end) == (0, len(rest)))
