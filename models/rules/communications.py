"""What may be said of an item to others, the public among them."""

from models.errors import Refusal


def check_line(
    what: str | None, to_whom: str | None, approved_by: str | None, *, public: bool
) -> None:
    """Raises Refusal where a line lacks what or to whom, or whoever approved it for the public."""
    if not (what or "").strip():
        raise Refusal("Say what is told.", "what")
    if not (to_whom or "").strip():
        raise Refusal("Say to whom.", "to_whom")
    if public and not (approved_by or "").strip():
        raise Refusal("What the public hears needs whoever approved it.", "approved_by")
