"""An assessment as its lists and cards say it."""

from models import codes
from models.records.assessing import Given
from models.records.subjects import AssessmentRecord
from models.rules.assessing import same_level
from models.rules.scheme_form import NOT_ANSWERED, questions, reckoned
from models.rules.scheme_sums import sums
from ui.widgets.dates import plain_date


def head_of(one: AssessmentRecord, *, level: bool = True) -> str:
    """Day, scheme and level in a line."""
    day = plain_date(one.assessed_on) if one.assessed_on else "no day"
    return ", ".join(filter(None, (day, _scheme(one), one.level if level else "")))


def level_words(one: AssessmentRecord, *, level: bool = True) -> str:
    """Level, score and judgement, the reason, and who took part, a line each."""
    entered = one.entered
    lines = [f"Level: {one.level or 'none'}"] if level else []
    if one.score is not None:
        lines.append(f"Score {one.score}: {one.computed_level or 'no level by the score'}")
    if entered and entered.judgement and not same_level(entered.judgement, one.computed_level):
        lines.append(f"Professional judgement: {entered.judgement}")
    if one.ratified_level:
        lines.append(f"As the panel saw it: {one.ratified_level}")
    if entered and entered.rationale:
        lines.append(f"Reason: {entered.rationale}")
    return "\n".join([*lines, *took_part(one)])


def took_part(one: AssessmentRecord) -> list[str]:
    """Who assessed, and whether child and family had their part."""
    entered = one.entered
    if entered is None:
        return []
    who = " with ".join(filter(None, (entered.author, entered.present)))
    parts = [
        f"{words} {noun}"
        for noun, took in (("the child", entered.with_child), ("the family", entered.with_family))
        for words in (("with" if took else "without") if took is not None else "",)
        if words
    ]
    said = ", ".join(parts)
    return [line for line in (f"By {who}" if who else "", said.capitalize()) if line]


def answered_with(one: AssessmentRecord) -> tuple[Given, ...]:
    """What was answered, without what was only noted."""
    given = one.entered.given if one.entered else ()
    return tuple(each for each in given if each.answer != NOT_ANSWERED)


def arithmetic(one: AssessmentRecord) -> tuple[str, ...]:
    """How the score came about, where the scheme's form was answered."""
    code = one.entered.scheme_code if one.entered else None
    scheme = codes.scheme(code) if code else None
    asked = {each.code: each for each in questions(scheme, codes.indicators())} if scheme else {}
    given = [each for each in answered_with(one) if each.code in asked]
    if scheme is None or not given:
        return ()
    found = sums(scheme, [reckoned(asked[each.code or ""], each) for each in given])
    return found[:-1]


def _scheme(one: AssessmentRecord) -> str:
    code = one.entered.scheme_code if one.entered else None
    scheme = codes.scheme(code) if code else None
    return f"{scheme.label} ({scheme.version})" if scheme else one.scheme or ""
