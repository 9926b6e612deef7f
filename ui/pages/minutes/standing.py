"""How minutes stand, in words, and which steps are open to whoever is signed in."""

from collections.abc import Sequence

from models.marks import MinutesState
from models.records.minutes_issued import IssueRow, MinutesRecord
from models.rules.listing import counted, listed
from models.rules.open_points import unconfirmed
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.widgets.dates import plain_date

WITH_CHAIR = "with chair"
SETTLED = frozenset({"approved", "issued", "corrected", "agreed"})
APPROVED = "The minutes are approved: what goes out is logged as issued, with its hash."
NOT_APPROVED = "The minutes are not approved: every page says DRAFT and nothing counts as issued."
RECALLED = (
    "The minutes are recalled: their pages say RECALLED, and nothing counts as issued."
    " Correct begins a new version, which can be approved and issued again."
)
WITH_PASSPHRASE = "with their own passphrase (Ctrl+L, Somebody else signs in)"
IN_DEMO = "(in this demo: Ctrl+L, then the chair's seat)"
STEPS = (
    ("mend", "Mend the record", ""),
    ("give_back", "Give back", ""),
    ("recall", "Recall", ""),
    ("correct", "Correct", ""),
    ("for_chair", "Minutes for the chair", ""),
    ("to_chair", "Send to the chair", ""),
    ("approve", "Approve", "primary"),
    ("issue", "Issue", "primary"),
)
"""Each step with the words and the look of its button."""
OPEN_IN = {
    "mend": ("draft", WITH_CHAIR),
    "for_chair": ("draft", WITH_CHAIR),
    "to_chair": ("draft",),
    "give_back": (WITH_CHAIR,),
    "approve": ("draft", WITH_CHAIR),
    "recall": ("approved", "issued", "agreed"),
    "correct": ("approved", "issued", "agreed", "recalled"),
}
ALLOWED_BY = {
    "mend": "record_text",
    "for_chair": "export_documents",
    "to_chair": "send_to_chair",
    "give_back": "return_minutes",
    "approve": "approve_minutes",
    "recall": "recall_documents",
    "correct": "correct_minutes",
}


def open_steps(desk: Desk, state: str, *, closed: bool) -> tuple[str, ...]:
    """The steps open now, the likeliest last; while the meeting runs only documents are made."""
    steps = [
        step for step, states in OPEN_IN.items() if state in states and may(desk, ALLOWED_BY[step])
    ]
    issue = ["issue"] if may(desk, "export_documents") else []
    return (*(steps if closed else ()), *issue)


def standing_tags(
    desk: Desk, version: MinutesRecord | None, state: str, confirmed: tuple[int, int]
) -> list[tuple[str, str]]:
    """The version with its state, since when and by whom, and how many documents are confirmed."""
    number = version.number if version is not None else 1
    tags = [(f"Version {number}: {state}", "low" if state in SETTLED else "accent")]
    if version is not None and version.state_at not in (None, version.approved_at):
        by = f", {version.by_name}" if version.by_name else ""
        tags.append((f"since {plain_date(version.state_at.date())}{by}", "plain"))
    tags += _settled_tags(version)
    done, of = confirmed
    if of:
        tags.append((f"{done} of {of} confirmed", "low" if done == of else "medium"))
    return tags


def next_words(desk: Desk, state: str) -> str:
    """What happens next with minutes that are with the chair, said to whoever is signed in."""
    if state != WITH_CHAIR:
        return ""
    if may(desk, "approve_minutes"):
        return "They wait for you: read them, then approve them or give them back."
    demo = desk.workspace.store.file is None
    return (
        f"They wait for the chair, who signs in {IN_DEMO if demo else WITH_PASSPHRASE} and"
        " approves them here or gives them back. To read beforehand: “Minutes for"
        " the chair” writes them alone, in Word or as an e-mail draft; what comes back changed is"
        " opened in From Word."
    )


def _settled_tags(version: MinutesRecord | None) -> list[tuple[str, str]]:
    """Who approved them and when, and which meeting agreed them."""
    tags = []
    if version is not None and version.approved_at is not None:
        by = f" by {version.approved_by}" if version.approved_by else ""
        tags.append((f"approved{by}, {plain_date(version.approved_at.date())}", "plain"))
    if version is not None and version.agreed_on is not None:
        how = f", with corrections: {version.agreed_with}" if version.agreed_with else ""
        tags.append((f"agreed at the meeting of {plain_date(version.agreed_on)}{how}", "low"))
    return tags


def meeting_issue_words(state: str, confirmed: tuple[int, int]) -> tuple[str, bool]:
    """What an issue of a meeting's documents would do now, and whether something is open still."""
    done, of = confirmed
    approved = state in SETTLED
    told = APPROVED if approved else RECALLED if state == MinutesState.RECALLED else NOT_APPROVED
    rest = of - done
    return f"{told}{_unconfirmed(rest, of)}", not approved or bool(rest)


def _unconfirmed(rest: int, of: int) -> str:
    """How many documents nobody has confirmed yet, and what they say of it; nothing of none."""
    if not rest:
        return ""
    says = "it says" if rest == 1 else "they say"
    return f" {unconfirmed(rest, of)}: {says} DRAFT, NOT CONFIRMED."


def still_out(earlier: Sequence[IssueRow]) -> str:
    """What of versions before is not recalled, in a sentence; nothing where there is none."""
    if not earlier:
        return ""
    numbers = sorted({one.version for one in earlier if one.version})
    versions = "version" if len(numbers) == 1 else "versions"
    told = listed(list(map(str, numbers)))
    out = counted(len(earlier), "paper", "papers")
    return f"{out} of {versions} {told} {'is' if len(earlier) == 1 else 'are'} still out."
