"""Whether any column of a list of people is headed as their names or numbers."""

from models.intake.papers import Content, ReadPaper, Table
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.list_columns import WHOM

OF_PEOPLE = frozenset({"tracker", "missing", "persons", "members"})


def names_nobody(content: Content, paper: ReadPaper) -> bool:
    """Say whether a list of people, of which nothing was read, has no column for who they are."""
    if paper.kind not in OF_PEOPLE or not paper.not_understood:
        return False
    tables = (part for part in content.parts if isinstance(part, Table))
    cells = (cell.text for table in tables for row in table.rows for cell in row)
    found = (recognise(paper.kind, text) for text in cells if text.strip())
    return not any(match and match.field in WHOM for match in found)
