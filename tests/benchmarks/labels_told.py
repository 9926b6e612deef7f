"""How many labels are told alone, as two hands would word them: `-m tests.benchmarks.labels_told`.

The wordings of `tests/data/labels` were written by two who had not seen the dictionary; of the
first hand's only a referral's have been added to it, of the second's none.
"""

import json
import sys
from pathlib import Path

from models.intake.understanding.lexicon import STRUCTURAL, guesses, recognise

FOLDER = Path("tests/data/labels")
Wordings = dict[str, dict[str, list[str]]]


def main() -> None:
    """Print for each hand and kind of paper how many of how many labels are told."""
    for file in sorted(FOLDER.glob("*.json")):
        wordings: Wordings = json.loads(file.read_text("utf-8"))
        for kind, fields in wordings.items():
            asked = [(field, label) for field, labels in fields.items() for label in labels]
            told = sum(_is_told(kind, field, label) for field, label in asked)
            sys.stdout.write(f"{file.stem} {kind}: {told} of {len(asked)}\n")


def _is_told(kind: str, field: str, label: str) -> bool:
    """Say whether the dictionary, or all its wordings together, tell the field of a label."""
    match = recognise(kind, label)
    if match and match.field == field and match.score >= STRUCTURAL:
        return True
    guessed = guesses(kind, label)
    return bool(guessed) and guessed[0].field == field


if __name__ == "__main__":
    main()
