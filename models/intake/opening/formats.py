"""What a stored Excel number shows: a date, a time, a per cent, a padded number or a plain one."""

import re
from datetime import datetime, timedelta

BUILT_IN = {9: "0%", 10: "0.00%"} | {
    **dict.fromkeys((14, 15, 16, 17), "dd/mm/yyyy"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "hh:mm"),
    22: "dd/mm/yyyy hh:mm",
    46: "[h]:mm",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "dd/mm/yyyy"),
    **dict.fromkeys(range(32, 36), "hh:mm"),
}
QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
MASK = re.compile(r"[0 ()/-]*0[0 ()/-]*0[0 ()/-]*")
EPOCH = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
LAST_DAY = 2_958_465


def shown_date(value: float, pattern: str, from_1904: bool = False) -> str | None:
    """Return the ISO date, time or both that a number with this format shows; None if neither."""
    kind = BRACKETS.sub("", QUOTED.sub("", pattern.split(";")[0])).lower()
    if "general" in kind or not re.search(r"[dyhs]|mmm", kind) or not 0 <= value <= LAST_DAY:
        return None
    if "[h" in kind:
        minutes = round(value * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    moment = _moment(value, from_1904)
    dated = re.search(r"[dy]|mmm", kind) is not None
    timed = re.search(r"[hs]", kind) is not None
    if timed and not dated and value < 1:
        return _clock(moment)
    return f"{moment:%Y-%m-%d} {_clock(moment)}" if timed else f"{moment:%Y-%m-%d}"


def shown_number(text: str, pattern: str) -> str:
    """Return a number as the sheet shows it, without the noise of binary fractions."""
    value = float(text)
    kind = QUOTED.sub(lambda match: match.group().strip('\\"'), pattern.split(";")[0])
    if "%" in kind:
        return f"{value * 100:.15g}%"
    whole = value.is_integer() and abs(value) < 1e15
    if whole and value >= 0 and MASK.fullmatch(kind):
        return _masked(str(int(value)), kind)
    return str(int(value)) if whole else f"{value:.15g}"


def _moment(value: float, from_1904: bool) -> datetime:
    """Excel counts a 29 February 1900 that never was: earlier days stand one day further on."""
    epoch = EPOCH_1904 if from_1904 else EPOCH
    early = 1 if not from_1904 and 1 <= value < 60 else 0
    seconds = round((value % 1) * 86_400)
    return epoch + timedelta(days=int(value) + early, seconds=seconds)


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def _masked(digits: str, mask: str) -> str:
    """Fill a mask of noughts from its right end: telephone and NHS numbers keep their noughts."""
    left = list(digits)
    filled = [(left.pop() if left else "0") if sign == "0" else sign for sign in reversed(mask)]
    return "".join(left) + "".join(reversed(filled))
