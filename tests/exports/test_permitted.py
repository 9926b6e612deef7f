"""Every document of a generated panel holds nothing that its reader may not see."""

from dataclasses import replace

import pytest

from exports import permitted
from exports.audience import Audiences, Document
from exports.permitted import Audience
from exports.readying import make_ready
from exports.recipients import Recipients
from tests.exports.generated_readers import SEEDS, Desk, desk, forbidden
from tests.exports.plain_text import plain, words_of


@pytest.fixture(params=range(SEEDS), scope="module")
def panel(request: pytest.FixtureRequest) -> Desk:
    return desk(request.param)


def test_no_document_holds_what_its_reader_may_not_see(panel: Desk) -> None:
    leaks = []
    for one in panel.documents:
        text = plain(words_of(one.name, one.make(None)))
        held = [words for words in forbidden(one, panel.made) if words in text]
        leaks += [f"{one.name} for {one.audience}: {held}"] if held else []
    assert not leaks, "\n".join(leaks)


def test_nobody_is_sent_a_paper_that_they_may_not_read(panel: Desk) -> None:
    """Whoever is on the list of a document's recipients reads it as themselves."""
    recipients, made, leaks = (
        Recipients(Audiences(panel.workspace, panel.made.meeting_id)),
        panel.made,
        [],
    )
    for one in panel.documents:
        text = ""
        for to in recipients.of(one):
            if to.name in made.members and one.audience != "The chair":
                text = text or plain(words_of(one.name, one.make(None)))
                held = [
                    words
                    for words in forbidden(replace(one, audience=to.name), made)
                    if words in text
                ]
                leaks += [f"{one.name} to {to.name}: {held}"] if held else []
    assert not leaks, "\n".join(leaks)


def test_every_document_has_a_reader_in_the_table(panel: Desk) -> None:
    kinds = {permitted.reader(one.name) for one in panel.documents}
    assert kinds >= {Audience.PANEL, Audience.FILE, Audience.SYSTEM, Audience.CHAIR, Audience.ASKED}


def test_a_document_that_the_table_does_not_know_does_not_leave() -> None:
    new = Document("whatever.docx", "minutes", "Panel members", lambda _: b"")
    with pytest.raises(LookupError, match="no reader"):
        make_ready([new], None)


def test_every_row_of_the_table_is_read_as_somebody() -> None:
    assert set(permitted.MAY) == set(Audience)
    assert {who for _, who in permitted.DOCUMENTS} == set(Audience)
