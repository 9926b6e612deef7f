"""What the net found is told beside a document; once it is confirmed nothing is left to confirm."""

from types import SimpleNamespace

from ui.pages.minutes.documents import DocumentRow, finding_tags

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
