"""The chair's prompts of an item, in order: which are covered, and which are still to come."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from models.codes import Prompt
from models.records.item import ItemRecord, PromptRecord
from models.rules.points import nrm_recorded

COVERED, RECORDED, PASSED = "covered", "recorded", "passed over"
TEXTS = (
    "presentation", "voice", "parents_view", "protective", "analysis", "diversity",
    "decision", "recommendations", "measures",
)  # fmt: skip
Answer = tuple[bool, str | None]
"""Whether a prompt was ticked, and why it was passed over."""


def recorded(item: ItemRecord) -> frozenset[str]:
    """The fields, as prompts name them, that have what they are for.

    What is only said aloud is not among them: the ask, the round, the reading back.
    """
    texts = [name for name in TEXTS if getattr(item, name)]
    texts += ["voice"] if item.voice_absent_reason else []
    texts += ["risk"] if item.risk is not None and item.risk.after else []
    texts += ["telling"] if item.tellings else []
    texts += ["nrm_considered"] if nrm_recorded(item) else []
    return frozenset(texts)


def sheet(
    prompts: Sequence[Prompt], kept: Collection[str], answers: Mapping[str, Answer]
) -> tuple[PromptRecord, ...]:
    """The prompts with their standing: ticked, passed over with a reason, or on record by itself.

    What is kept in a field covers its prompt only where no other prompt asks for the same field.
    """
    asked = Counter(one.field for one in prompts)
    found = []
    for one in prompts:
        ticked, reason = answers.get(one.code, (False, None))
        whole = one.field in kept and asked[one.field] == 1
        state = COVERED if ticked else RECORDED if whole else PASSED if reason else ""
        found.append(PromptRecord(one.code, one.label, state, reason if state == PASSED else None))
    return tuple(found)


def covered(prompts: Sequence[PromptRecord]) -> int:
    """How many prompts are covered; those passed over are not."""
    return sum(one.state in (COVERED, RECORDED) for one in prompts)


def following(prompts: Sequence[PromptRecord], after: str | None = None) -> PromptRecord | None:
    """The next prompt that is neither covered nor passed over, from the top after the last."""
    at = next((at for at, one in enumerate(prompts) if one.code == after), -1)
    turn = (*prompts[at + 1 :], *prompts[: at + 1])
    return next((one for one in turn if not one.state), None)


def short(label: str) -> str:
    """A prompt's first words: what stands before its colon, semicolon or question mark."""
    ends = [at for mark in (":", ";", "?") if (at := label.find(mark)) > 0]
    return label[: min(ends)] if ends else label
