"""What is a tactic: what disrupts or gathers intelligence never reaches a child's file."""

from models import codes


def is_tactic(kind: str | None, measure_code: str | None) -> bool:
    """True for an action of a tactical type, or one that carries out a catalogue measure."""
    if measure_code:
        return True
    known = codes.find("action_types", kind or "")
    return isinstance(known, codes.ActionType) and known.tactic
