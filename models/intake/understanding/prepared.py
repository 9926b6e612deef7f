"""A table made ready to be read: forms beside each other parted, columns for the look taken off."""

from models.intake.papers import Table
from models.intake.understanding.cells import Labels, without_empty_columns
from models.intake.understanding.context import Context
from models.intake.understanding.left_margin import texts_across
from models.intake.understanding.options_over_marks import marks_under_options
from models.intake.understanding.paired_ticks import ticks_in_pairs
from models.intake.understanding.questions import (
    questions_beside_answers,
    without_guidance,
    without_numbers,
    without_sidebar,
)
from models.intake.understanding.side_by_side import side_by_side
from models.intake.understanding.spaced_answers import answers_beside, days_beside
from models.intake.understanding.tick_heads import ticks_under_one_head
from models.intake.understanding.told_below import told_beside
from models.intake.understanding.unticked_options import with_empty_boxes

NUMBERED = frozenset({"child", "assessment", "person_of_concern", "location", "group", "update"})


def prepared(table: Table, context: Context, section: str | None) -> list[Table]:
    """Return the forms of a table, each without numbers, sidebars, guidance and empty columns."""
    labels = Labels(context, section)
    table = told_beside(days_beside(answers_beside(table), labels), labels)
    parts = side_by_side(table)
    if len(parts) > 1:
        return [one for part in parts for one in prepared(part, context, section)]
    whole = marks_under_options(texts_across(table))
    whole = ticks_under_one_head(without_empty_columns(whole))
    plain = without_sidebar(questions_beside_answers(whole))
    plain = without_numbers(plain) if context.kind in NUMBERED else plain
    return [with_empty_boxes(ticks_in_pairs(without_guidance(plain, labels)))]
