"""What really leaves a generated panel, read as it lies there: packs, mails, reminders, recalls."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from pathlib import Path

import docx
import pytest

from exports import issue, recalling, reminding
from exports.audience import Audiences, Document
from exports.chasers import chasers
from exports.drafts import attached_as
from exports.making import making_of
from exports.pack_names import Pack, by_agency
from exports.recipients import Recipients
from exports.sending import How
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.exports import reading
from tests.exports.generated_readers import CHAIR, SEEDS, Desk, desk, forbidden
from tests.exports.plain_text import plain, words_of

BEFORE = {"agenda", "requests", "updates"}


@dataclass
class Sent:
    """A panel whose papers lie in a folder."""

    panel: Desk
    folder: Path

    def files(self, under: str = "", ending: str = "") -> list[Path]:
        found = (self.folder / under).rglob(f"*{ending}")
        return sorted(one for one in found if one.is_file())

    def packed(self) -> Iterator[tuple[Pack, Path, Document]]:
        """The copies of papers in packs, each with whose pack it is and what it is a copy of."""
        panel = self.panel
        recipients = Recipients(Audiences(panel.workspace, panel.made.meeting_id))
        before = [one for one in panel.documents if one.kind in BEFORE]
        for pack, papers in by_agency(recipients, before).items():
            for one in papers:
                file = self.folder / "packed" / pack.holding(one).name
                if not panel.approved:
                    yield pack, file, one

    def people(self) -> list[str]:
        made = self.panel.made
        every = (name for names in made.persons.values() for name in names)
        return [*made.children.values(), *every]


@pytest.fixture(params=range(SEEDS), scope="module")
def sent(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    panel, folder = desk(request.param), tmp_path_factory.mktemp("sent")
    workspace, meeting = panel.workspace, panel.made.meeting_id
    issue.write_meeting(workspace, meeting, folder / "out", fhir=True, reason="A try")
    if not panel.approved:
        issue.write_packs(workspace, meeting, folder / "packed", reason="A try")
    before = not panel.approved
    issue.write_drafts(workspace, meeting, folder / "mail", before=before, reason="A try")
    reminding.write_reminders(workspace, How(folder / "reminders", reason="A try"))
    if panel.approved:
        _recall(panel, folder)
    return Sent(panel, folder)


def _recall(panel: Desk, folder: Path) -> None:
    """Recalled for a reason that names a child, a person and what they use."""
    made, workspace = panel.made, panel.workspace
    first, second = list(made.children.values())[:2]
    person = next(iter(made.persons.values()))[0]
    why = f"{first} and {person}, {made.identifiers[0]}, stood where {second.upper()} is"
    chair = Workspace(workspace.store, Person(None, CHAIR, Role.CHAIR))
    recalling.write_recall(chair, made.meeting_id, folder, why)


def test_what_carries_papers_names_nobody(sent: Sent) -> None:
    """File names, manifest, subjects and bodies of mails."""
    made = sent.panel.made
    carried = [str(one.relative_to(sent.folder)) for one in sent.files()]
    carried += [
        words_of(one.name, one.read_bytes())
        for one in sent.files()
        if one.suffix in (".json", ".eml")
        if not one.name.startswith("care-plan-feed")
    ]
    text = plain(" ".join(carried))
    told = [plain(one) for one in (*sent.people(), *made.secrets, *made.identifiers)]
    assert not [one for one in told if one in text]
    staff = {word for name in made.members for word in plain(name).split()}
    words = {word for name in sent.people() for word in plain(name).split()} - staff
    assert not [one for one in words if f" {one} " in text]


def test_a_recall_note_says_why_and_names_nobody(sent: Sent) -> None:
    """Who is named in it is "another young person" in every note but that to their own file."""
    made, notes = sent.panel.made, sent.files("recall")
    assert bool(notes) is sent.panel.approved
    own = f"-{made.system_ids[list(made.children)[1]].lower()}-"
    for note in notes:
        parts = list(_attached(note)) or [(note.name, note.read_bytes())]
        text = plain(" ".join(words_of(*one) for one in parts))
        assert not [one for one in (*sent.people(), *made.identifiers) if plain(one) in text]
        in_own_file = own in f"{note.stem}-"
        assert ("stood where this child" in text) is in_own_file, note.name
        assert ("stood where another" in text) is not in_own_file, note.name


def test_a_pack_holds_nothing_that_its_readers_may_not_see(sent: Sent) -> None:
    """Each copy as its agency reads it, or as each member does for whom a folder is made apart."""
    leaks = []
    for pack, file, document in sent.packed():
        text = plain(words_of(file.name, file.read_bytes()))
        for reader in pack.apart or (pack.agency,):
            read = replace(document, audience=reader)
            held = [one for one in forbidden(read, sent.panel.made) if one in text]
            leaks += [f"{file.name} of {pack.title} to {reader}: {held}"] if held else []
    assert not leaks, "\n".join(leaks)


def test_a_pack_that_is_for_others_too_holds_no_paper_made_for_members_apart(sent: Sent) -> None:
    made = sent.panel.made
    for pack, file, document in sent.packed():
        if not pack.apart and document.audience in made.interests:
            others = {one for one, at in made.members.items() if at == made.agencies[pack.agency]}
            assert others == {document.audience}, file.name


def test_the_page_of_names_says_exactly_whose_names_stand_in_each_pack(sent: Sent) -> None:
    """Looked for in every part of each file: edges, properties and alt texts too."""
    texts: dict[str, str] = {}
    for pack, file, _ in sent.packed():
        words = words_of(file.name, file.read_bytes())
        texts[pack.title] = f"{texts.get(pack.title, '')} {words}"
    if not texts:
        return
    page = docx.Document(str(sent.folder / "packed/packs/whose-names.docx"))
    assert {title for _, title in reading.outline(page)} == set(texts)
    for title, words in texts.items():
        told, text = plain(" ".join(reading.under(page, title))), plain(words)
        for name in map(plain, sent.people()):
            assert (name in told) is (name in text), f"{name} in {title}"


def test_a_mail_holds_nothing_that_its_addressee_may_not_see(sent: Sent) -> None:
    made = sent.panel.made
    people = {_address(name): name for name in made.members}
    documents = {attached_as(one.name, one.reference): one for one in sent.panel.documents}
    leaks, read = [], 0
    for mail in sent.files("mail", ".eml"):
        name = people.get(_to(mail), "")
        for attached, blob in _attached(mail):
            document, text = documents[attached], plain(words_of(attached, blob))
            read += 1
            chair = document.audience == "The chair"
            as_read = document if chair or not name else replace(document, audience=name)
            held = [one for one in forbidden(as_read, made) if one in text]
            leaks += [f"{attached} to {name}: {held}"] if held else []
    assert read
    assert not leaks, "\n".join(leaks)


def test_what_goes_by_hand_is_what_its_document_may_hold(sent: Sent) -> None:
    documents = {one.name: one for one in sent.panel.documents}
    lying = [one for one in sent.files("mail") if "by-hand" in one.parts]
    for file in lying:
        name = str(file.relative_to(next(one for one in file.parents if one.name == "by-hand")))
        text = plain(words_of(name, file.read_bytes()))
        held = [one for one in forbidden(documents[name], sent.panel.made) if one in text]
        assert not held, f"{name}: {held}"


def test_a_reminder_holds_nothing_that_its_agency_may_not_see(sent: Sent) -> None:
    made, panel = sent.panel.made, sent.panel
    found = list(chasers(making_of(Audiences(panel.workspace, made.meeting_id))))
    leaks = []
    for one in found:
        text = plain(words_of(one.name, (sent.folder / "reminders" / one.name).read_bytes()))
        held = [words for words in forbidden(one, made) if words in text]
        leaks += [f"{one.name} for {one.audience}: {held}"] if held else []
    assert found and not leaks, "\n".join(leaks)


def _address(name: str) -> str:
    return f"{name.replace(' ', '.').lower()}@panel.example"


def _to(mail: Path) -> str:
    return str(message_from_bytes(mail.read_bytes(), policy=policy.default)["To"])


def _attached(mail: Path) -> Iterator[tuple[str, bytes]]:
    if mail.suffix == ".eml":
        message = message_from_bytes(mail.read_bytes(), policy=policy.default)
        for one in message.iter_attachments():
            content = one.get_content()
            blob = content.encode() if isinstance(content, str) else content
            yield one.get_filename() or "", blob
