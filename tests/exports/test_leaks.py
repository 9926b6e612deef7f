"""Whatever a meeting says, no child's file holds anything of anybody else."""

import json
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from exports import issue
from exports.pseudonyms import Net
from models.clock import SetClock
from models.marks import Role
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from tests.exports.generated_panels import Builder
from tests.exports.generated_record import PERSONS, Generated
from tests.exports.plain_text import plain, words_of

SEEDS = st.integers(min_value=0, max_value=2**32)
FEW = settings(max_examples=8)


def everything(path: Path) -> str:
    """All text of every part of a file: body, edges, properties, names of parts."""
    return words_of(path.name, path.read_bytes())


def issued(seed: int, folder: Path) -> Generated:
    store = Store.memory(SetClock(datetime(2026, 11, 12, 14, 5)))
    try:
        made = Builder(store, seed).build()
        desk = Workspace(store, Person(None, "Petra Lund", Role.ADMINISTRATOR))
        issue.write_meeting(desk, made.meeting_id, folder)
    finally:
        store.close()
    return made


def forbidden(made: Generated, child: int) -> list[str]:
    """What stands in no document of that child, as compared."""
    found = [*made.secrets, *made.tactics, *made.identifiers, *made.mentions[child]]
    for other, name in made.children.items():
        if other != child:
            found += [name, name.split(" ", 1)[1], made.system_ids[other]]
    for name in PERSONS:
        found += [name, name.split(" ", 1)[1]]
    return [plain(one) for one in found]


@FEW
@given(seed=SEEDS)
def test_no_file_of_a_child_holds_anything_of_another(seed: int) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        made = issued(seed, folder)
        for child, number in made.system_ids.items():
            for kind in ("extracts", "recommendations"):
                text = plain(everything(folder / kind / f"{number}.docx"))
                held = [one for one in forbidden(made, child) if one in text]
                assert not held, f"{kind} of {made.children[child]} holds {held}"
        _the_feed_names_nobody(made, folder)
        _no_file_name_names_anybody(made, folder)


def _the_feed_names_nobody(made: Generated, folder: Path) -> None:
    records = json.loads((folder / "care-plan-feed.json").read_text("utf-8"))["records"]
    owners = {number: child for child, number in made.system_ids.items()}
    assert len(records) == len(made.children)
    for record in records:
        text = plain(json.dumps(record, ensure_ascii=False))
        owner = owners[record["child"]["system_id"]]
        held = [one for one in forbidden(made, owner) if one in text]
        assert not held, f"the feed holds {held}"
        own = [one for one in plain(made.children[owner]).split() if f" {one} " in text]
        assert not own, f"the feed calls its child {own}"


def _no_file_name_names_anybody(made: Generated, folder: Path) -> None:
    names = plain(" ".join(str(one.relative_to(folder)) for one in folder.rglob("*")))
    people = [*made.children.values(), *PERSONS]
    assert not [word for one in people for word in plain(one).split() if f" {word} " in names]


@FEW
@given(seed=SEEDS)
def test_the_body_of_the_minutes_holds_only_lines_for_all_the_panel(seed: int) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        made = issued(seed, folder)
        kept = ("named agencies", "chair only", "not minuted", "named", "unminuted")
        hidden = [plain(one) for one in made.secrets if one.startswith(kept)]
        for name in ("minutes.docx", "actions.docx"):
            text = plain(everything(folder / name))
            assert not [one for one in hidden if one in text]
        police = plain(everything(folder / "minutes-annex-police.docx"))
        assert "named agencies fact" in police
        assert "chair only" not in police
        assert "not minuted" not in police
        assert not (folder / "minutes-annex-health.docx").exists()


def test_what_is_looked_for_is_there_without_the_net(tmp_path: Path) -> None:
    cleaned = Net.clean
    try:
        Net.clean = lambda self, text, where="", **_: text  # type: ignore[method-assign]
        made = issued(1, tmp_path)
    finally:
        Net.clean = cleaned  # type: ignore[method-assign]
    for child, number in made.system_ids.items():
        text = plain(everything(tmp_path / "extracts" / f"{number}.docx"))
        assert [one for one in forbidden(made, child) if one in text]
