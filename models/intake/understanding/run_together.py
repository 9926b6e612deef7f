"""Heads that a database writes without spaces: "PersonID", "CE_RiskDate" as their words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import Block, Cell, Table

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)")
_JOINED = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*")
SHORT = 4
"""Letters up to which a word with capitals within is a word of its own: "DoB", "LCSID" is not."""
LEAST = 3
"""Heads that a row must have to be a database's."""


def words_apart(text: str) -> str:
    """A head written as one word as the words that it is made of; any other as it stands."""
    said = text.strip()
    if len(said) <= SHORT or not _JOINED.fullmatch(said):
        return text
    return " ".join(_HUMP.sub(" ", said.replace("_", " ")).split())


def with_words_apart(parts: Sequence[Block | Table]) -> list[Block | Table]:
    """Parts of a paper with the heads of a database's tables as words."""
    return [_apart(one) if isinstance(one, Table) else one for one in parts]


def _apart(table: Table) -> Table:
    if not table.rows or not _is_of_database(table.rows[0]):
        return table
    head = _texts(table.rows[0])  # which stands again on each page of a long list
    return replace(table, rows=tuple(
        tuple(replace(one, text=words_apart(one.text)) for one in row)
        if _texts(row) == head else row
        for row in table.rows
    ))  # fmt: skip


def _texts(row: Sequence[Cell]) -> list[str]:
    return [one.text.strip() for one in row]


def _is_of_database(head: Sequence[Cell]) -> bool:
    """Whether every head is one word, and most of them are several written together."""
    said = [one.text.strip() for one in head if one.text.strip()]
    if len(said) < LEAST or not all(map(_JOINED.fullmatch, said)):
        return False
    return 2 * sum(words_apart(one) != one for one in said) >= len(said)
