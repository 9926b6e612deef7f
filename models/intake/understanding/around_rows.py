"""What a paper says around the rows of its list, and so of all of them."""

from dataclasses import replace

from models.intake.papers import NotUnderstood, ReadField, ReadRecord
from models.intake.understanding.above_rows import said_above
from models.intake.understanding.chairs import chairs_told
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Heading, Loose, MatrixRow, Pair
from models.intake.understanding.finish_lists import due_after_meeting
from models.intake.understanding.forms import left_over, read_form
from models.intake.understanding.kinds import NAMED
from models.intake.understanding.records import TO_CHECK, Growing

EACH_OWN = {
    "members": frozenset({"deputy", "phone", "email"}),
    "child": NAMED | {"alias", "upn", "phone"},
}
"""Kind of list → what stands beside it is nothing that all its rows share."""
OF_ONE = frozenset({"school", "ethnicity", "gender", "plan", "risk", "informed_child"})
"""What a sentence of a referral of several children says of one of them, and not of which."""
Found = tuple[list[ReadRecord], list[NotUnderstood]]


def with_rest(
    records: list[ReadRecord],
    lost: list[NotUnderstood],
    rest: list[Element],
    context: Context,
    year: int,
) -> Found:
    """Return the records of a list with what the `rest` of the paper tells of each; else a form."""
    if not records:
        return read_form(rest, context, year)
    if context.kind == "child":
        return _with_form(records, lost, rest, context, year)
    above = Growing(context.kind, "", year)
    for element in rest:
        if isinstance(element, Heading | Loose):
            if said_above(element, context, year) is None:
                lost += left_over(element, context.kind)
        elif isinstance(element, Pair):
            above.take(element)
        elif isinstance(element, MatrixRow):
            lost.append(NotUnderstood(element.where, f"{element.wording}: {element.answer}"))
        else:
            lost += [NotUnderstood(c.where, c.text) for row in element.rows for c in row if c]
    if context.kind == "members":
        records = chairs_told(records, rest)
    apart = EACH_OWN.get(context.kind, frozenset())
    own = [field for name, field in above.fields.items() if name in apart]
    lost += [NotUnderstood(field.where, field.raw) for field in own]
    return [_told_above(record, above, year) for record in records], lost + above.lost


def _with_form(
    records: list[ReadRecord],
    lost: list[NotUnderstood],
    rest: list[Element],
    context: Context,
    year: int,
) -> Found:
    """Give each of several children listed in one referral what the form tells of all of them."""
    forms, left = read_form(rest, context, year)
    fields = [field for form in forms for field in reversed(form.fields)]
    apart = [field for field in fields if len(records) > 1 and _is_of_one(field)]
    said = {field.name: field for field in fields if field not in apart}
    left += [NotUnderstood(field.where, field.raw) for field in apart if field.note != TO_CHECK]
    told = [
        replace(one, fields=tuple((said | {f.name: f for f in one.fields}).values()))
        for one in records
    ]
    return told, lost + left


def _is_of_one(field: ReadField) -> bool:
    """Whether a form says something of one child; a sentence that does is kept where it stands."""
    return field.name in EACH_OWN["child"] or field.note == TO_CHECK and field.name in OF_ONE


def _told_above(record: ReadRecord, above: Growing, year: int) -> ReadRecord:
    """Give each row what is said once above the list: the meeting, the child, who completed it."""
    said = {field.name for field in record.fields} | EACH_OWN.get(record.kind, frozenset())
    more = tuple(field for name, field in above.fields.items() if name not in said)
    whole = ReadRecord(record.kind, record.fields + more, record.where)
    if record.kind != "actions" or not more:
        return whole
    growing = Growing(record.kind, record.where, year)  # a due day may follow from the meeting's
    growing.fields = {field.name: field for field in whole.fields}
    due_after_meeting(growing)
    return replace(whole, fields=tuple(growing.fields.values()))
