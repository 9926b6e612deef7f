"""The arithmetic of a score in words: what counts how often, and which level its band gives."""

from collections import Counter
from collections.abc import Sequence

from models.codes.risk import Level, Scheme
from models.rules.schemes import Answer, Score, counting, score


def sums(scheme: Scheme, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Line by line how the answers make the score, the last what it comes to."""
    ways = {"points": _points, "sum": _sum, "count": _count, "domains": _domains}
    way = ways.get(scheme.arithmetic.kind)
    lines = way(scheme, answers) if way else _ticks(answers)
    found = score(scheme, answers)
    if found.points is None:
        return (*lines, found.note)
    return (*lines, total(scheme, found))


def total(scheme: Scheme, found: Score) -> str:
    """What a score comes to, with the band of its level."""
    if found.level is not None:
        return f"Score {found.points}: {found.level.label} ({band(found.level)})."
    bands = " and ".join(f"{one.label} is {band(one)}" for one in scheme.levels if band(one))
    why = found.note if found.note != "Professional judgement." else (
        f"no band holds it ({bands}); professional judgement." if bands
        else "no bands are set; professional judgement."
    )  # fmt: skip
    return f"Score {found.points}: {why}"


def band(level: Level) -> str:
    """A level's band in words; nothing where it is professional judgement."""
    if level.low is None:
        return ""
    if level.high is None:
        return f"{level.low} or more"
    return f"{level.low} to {level.high}" if level.high != level.low else str(level.low)


def _points(scheme: Scheme, answers: Sequence[Answer]) -> tuple[str, ...]:
    counted: Counter[tuple[str, str, int]] = Counter()
    for answer in answers:
        for row in counting(scheme, answer) if answer.present else ():
            counted[row.group, row.window, row.points * answer.weight] += 1
    return tuple(
        f"{_capital(group)}{', ' if window else ''}{window}: {times} × {each} = {times * each}"
        for (group, window, each), times in counted.items()
    )


def _sum(scheme: Scheme, answers: Sequence[Answer]) -> tuple[str, ...]:
    parts = [
        str(one.points) if one.weight == 1 else f"{one.weight} × {one.points}"
        for one in answers
        if one.points is not None
    ]
    return (f"{' + '.join(parts)}",) if len(parts) > 1 else ()


def _count(scheme: Scheme, answers: Sequence[Answer]) -> tuple[str, ...]:
    there = Counter(one.weight for one in answers if one.present is True)
    lines = [
        f"{times} present" + (f" × {weight} = {times * weight}" if weight != 1 else "")
        for weight, times in sorted(there.items())
    ]
    if maybe := sum(one.suspected for one in answers):
        each = scheme.arithmetic.suspected
        lines.append(f"{maybe} suspected" + (f" × {each}" if each else ", not counted"))
    return tuple(lines)


def _domains(scheme: Scheme, answers: Sequence[Answer]) -> tuple[str, ...]:
    counted = Counter(one.level for one in answers)
    parts = [f"{counted[one.code]} {one.label}" for one in scheme.levels if counted[one.code]]
    return (f"Domains: {', '.join(parts)}.",) if parts else ()


def _ticks(answers: Sequence[Answer]) -> tuple[str, ...]:
    there = sum(one.present is True for one in answers)
    return (f"{there} present, counted for the picture only.",) if there else ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
