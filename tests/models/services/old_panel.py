"""A panel that met ten years ago about two children, one of whose records is due by now."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import hexdigits

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import insert, select

from models.base import Base
from models.clock import SetClock
from models.entities import (
    MinutesVersion,
    MinutesWords,
    Paper,
    PaperContent,
    PaperSubject,
    WrittenMinutes,
)
from models.marks import Information, Sharing
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.lent import Lending

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSPHRASE, WHO, SECOND = "three quiet words", "Ada Administrator", "Bo Second"
THEN, NOW = datetime(2016, 11, 10, 9, 30), datetime(2026, 11, 12, 9, 30)
REASON = "The period of the schedule is over"
PAGE, RESERVED, SALT = 4096, 80, 16


@dataclass
class OldPanel:
    """The workspace with the ids that tests speak of; `due` is the child whose record is due."""

    workspace: Workspace
    due: int
    other: int
    person: int
    meeting: int
    items: tuple[int, int]
    shared_action: int
    own_paper: int
    shared_paper: int

    @property
    def read(self):
        return self.workspace.read

    def row(self, about, about_id):
        return next(one for one in self.read.retention()
                    if (one.about, one.about_id) == (about, about_id))  # fmt: skip

    def dispose(self, about="subject", about_id=None, **more):
        record = (about, about_id if about_id is not None else self.due)
        return self.workspace.retention.dispose([record], REASON, SECOND, **more)


def old_panel(path: Path | None = None) -> OldPanel:
    """The panel in an encrypted file, or in memory; the day is ten years after its meeting."""
    if path is None:
        lending, made = _lent()
        return replace(made, workspace=lending.workspace(SetClock(NOW)))
    return _made(Workspace.create(path, PASSPHRASE, WHO, clock=SetClock(THEN), cost=CHEAP))


@cache
def _lent() -> tuple[Lending, OldPanel]:
    made = _made(Workspace.memory(WHO, SetClock(THEN)))
    lending = Lending(made.workspace)
    made.workspace.close()
    return lending, made


def _made(workspace: Workspace) -> OldPanel:
    workspace.panel.make("Northmoor MACE", districts=("Eastmoor",))
    police = workspace.panel.add_agency("Police")
    officer = workspace.panel.add_member(SECOND, police, "Deputy chair", core=True)
    due, other, person = _people(workspace)
    referral = workspace.referrals.add(due, reason="Ferrymoss quarrel at boathouse",
                                       referrer_name="Wrenfold Tamsin")  # fmt: skip
    papers = (
        _paper(workspace, "Ivyashdown.docx", b"bramblecote original", due),
        _paper(workspace, "tracker.xlsx", b"both stand in it", due, other),
    )
    meeting = workspace.agenda.plan_meeting(THEN.date())
    items = (
        workspace.agenda.add(meeting, due, referral_id=referral),
        workspace.agenda.add(meeting, other),
    )
    shared = _meet(workspace, meeting, items, (due, other), (police, officer))
    workspace.register.close(due, "Moved with his family, no risk known", SECOND)
    workspace.store.clock.set(NOW)
    return OldPanel(workspace, due, other, person, meeting, items, shared, *papers)


def _people(workspace):
    due = workspace.register.add_child(
        "Ivy Ashdown", system_id="LCS77001", birth_date=date(2000, 4, 2), plan="CiN plan",
        school="Quillstone Academy", note="Keeps a thrushdiary",
    )  # fmt: skip
    other = workspace.register.add_child(
        "Noah Birch", system_id="LCS77002", birth_date=date(2001, 1, 9), plan="Child looked after"
    )
    person = workspace.register.add_person("Darren Pike")
    workspace.register.add_alias(due, "Vixenette", "nickname")
    workspace.register.add_exploitation(due, "CSE")
    workspace.register.link(person, "exploits", due, confidence="suspected", source="Larchgate")
    episode = workspace.register.add_episode(
        due, reported_at=datetime(2016, 10, 1, 20), returned_at=datetime(2016, 10, 2, 7),
        found_where="Osierbank pier",
    )  # fmt: skip
    workspace.register.add_interview(episode, learned="Told of the glimmerlight arcade")
    workspace.register.add_alias(due, "Mistakenalias", "nickname")
    workspace.store.undo()
    workspace.register.change(due, "note", "Keeps a thrushdiary now", "Keeps a thrushdiary")
    return due, other, person


def _paper(workspace, name, content, *subjects):
    with workspace.store.work("paper", "Keep a paper") as session:
        session.execute(insert(PaperContent).values(sha256=name * 3, content=content))
        row = Paper(sha256=name * 3, kept_sha256=name * 3, name=name, kind="child",
                    received_at=THEN)  # fmt: skip
        session.add(row)
        session.flush()
        session.add_all(PaperSubject(paper_id=row.id, subject_id=one) for one in subjects)
        return row.id


def _meet(workspace, meeting, items, children, who):
    conduct, (police, officer) = workspace.conduct, who
    conduct.start(meeting)
    conduct.attend(meeting, officer, "P")
    conduct.open_item(items[0])
    conduct.write(items[0], "presentation", "Hazelwick harbour was busy", "")
    conduct.say(items[0], police, "Seen with saffronjacket", information=Information.FACT,
                sharing=Sharing.ALL_PANEL)  # fmt: skip
    conduct.record_action(items[0], "Police to visit pebbleford by 1 December", agency_id=police)
    conduct.recommend(items[0], "Social worker to add a tulipmeadow mentor", to_plan="CiN plan")
    conduct.finish_item(items[0])
    conduct.open_item(items[1])
    conduct.write(items[1], "presentation", "Noahs corncockle day", "")
    shared = conduct.record_action(items[1], "Police to meet both at the weir", agency_id=police,
                                   subject_id=children[1])  # fmt: skip
    _share(workspace, shared, children)
    conduct.finish_item(items[1])
    conduct.close(meeting)
    _approved(workspace, meeting)
    return shared


def _share(workspace, action_id, children):
    from models.entities import Action, ActionSubject

    with workspace.store.work("share", "Share an action") as session:
        session.get_one(Action, action_id).subject_id = children[0]
        session.add(ActionSubject(action_id=action_id, subject_id=children[0],
                                  part_text="Her fennelpart"))  # fmt: skip
        session.add(ActionSubject(action_id=action_id, subject_id=children[1]))
        for one in session.scalars(select(Action)):
            one.status = "complete"


def _approved(workspace, meeting):
    """Minutes approved, with their words kept, as the program keeps them."""
    words = b'{"format": 1, "parts": [["V1  Ivy", "Hazelwick harbour was busy"]]}'
    with workspace.store.work("approve", "Approve") as session:
        session.execute(insert(PaperContent).values(sha256="words", content=words))
        session.execute(insert(PaperContent).values(sha256="lines", content=words + b" "))
        session.add(WrittenMinutes(meeting_id=meeting, version=1, document="minutes.docx",
                                   sign="0" * 12, at=THEN, text_sha256="lines"))  # fmt: skip
        session.execute(insert(PaperContent).values(sha256="sent", content=words + b"  "))
        session.add(MinutesWords(meeting_id=meeting, version=1, step="with chair", at=THEN,
                                 text_sha256="sent"))  # fmt: skip
        session.add(
            MinutesVersion(meeting_id=meeting, number=1, made_at=THEN, state="issued",
                           approved_at=THEN, text_sha256="words")
        )  # fmt: skip


def texts(workspace, rows=None, without=None):
    """Every word of four letters or more in these rows (all where None), but those `without`."""
    found = set()
    with workspace.store.reading() as session:
        for name, shape in workspace.store.shapes.items():
            if name == "subject":
                continue
            wanted = select(Base.metadata.tables[name].c.id)
            for row_id in session.scalars(wanted):
                if rows is not None and row_id not in rows.get(name, ()):
                    continue
                if without is not None and row_id in without.get(name, ()):
                    continue
                values = shape.current(session.connection(), row_id)
                values.pop("uuid", None)
                for value in values.values():
                    found |= words(value) if isinstance(value, str) else set()
    return found


def words(text):
    """Words of four letters or more, but those that any hash may hold by chance, such as a001."""
    parts = "".join(one if one.isalnum() else " " for one in text.casefold()).split()
    return {one for one in parts if len(one) > 3 and not set(one) <= set(hexdigits)}


def pages(store) -> bytes:
    """Every page of the panel's file decrypted, free ones too, in small letters."""
    key = Path(store.file.path).read_bytes()
    found = []
    for at in range(0, len(key), PAGE):
        page = key[at : at + PAGE]
        body = page[SALT if at == 0 else 0 : PAGE - RESERVED]
        vector = page[PAGE - RESERVED : PAGE - RESERVED + 16]
        cipher = Cipher(algorithms.AES(store.file.keys.data), modes.CBC(vector)).decryptor()
        found.append(cipher.update(body) + cipher.finalize())
    return b"".join(found).lower()
