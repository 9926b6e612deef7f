"""What the net found is told beside a document; once it is confirmed nothing is left to confirm."""

from types import SimpleNamespace

from ui.pages.minutes.document_rows import DocumentRow, finding_tags
from ui.pages.minutes.looking import _told

FINDINGS = tuple(
    SimpleNamespace(done=done, kind=kind)
    for done, kind in (("replaced", "child"), ("to confirm", "tactic"), ("to confirm", "tactic"))
)


def test_marks_are_to_confirm_until_the_document_is_confirmed() -> None:
    document = SimpleNamespace(findings=FINDINGS, needs_confirming=True)
    assert finding_tags(DocumentRow(document, confirmed=False)) == [
        ("replaced: another child", "plain"),
        ("to confirm: a measure, 2 times", "medium"),
    ]
    assert finding_tags(DocumentRow(document, confirmed=True))[1] == (
        "looked at: a measure, 2 times",
        "plain",
    )


def test_a_mark_says_what_stands_for_it_and_that_it_may_tell_of_police_work() -> None:
    assert _told("‹Tommo?›", "another young person A") == (
        "‹Tommo?› becomes “another young person A”."
    )
    assert _told("‹Gull?›", "Gull") == "‹Gull?› stays as it is."
    assert _told("‹intelligence?›", "intelligence") == (
        "‹intelligence?› may tell of a measure or of police work; it stays as it is."
    )
