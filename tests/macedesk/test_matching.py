"""`match` from the command line: many at once from a list, and the register among itself."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from macedesk.commandline import main
from models.storage.sealing import Cost
from models.workspace import Workspace

PASSPHRASE = "a long passphrase for a test"
LIST = (
    "system id,first name,surname,date of birth,postcode,gender\n"
    "Q1,Ollie,Marsh,2010-03-04,,\n"
    "Q2,Xavier,Quill,1999-01-02,,\n"
)


@pytest.fixture
def panel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "panel.mace"
    workspace = Workspace.create(path, PASSPHRASE, "Ruth Abbot", cost=Cost(64, 1, 1))
    workspace.panel.make("Northmoor MACE")
    for number, name in enumerate(("Oliver Marsh", "Olly Marsh", "Bea High")):
        born = date(2010, 3, 4) if "Marsh" in name else date(2011, 1, 1)
        workspace.register.add_child(name, birth_date=born, system_id=f"CL{number}")
    workspace.close()
    monkeypatch.setenv("MACEDESK_PASSPHRASE", PASSPHRASE)
    yield path


def asked(*words: str) -> object:
    done = CliRunner().invoke(main, ["match", *words, "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


def test_a_list_is_answered_in_its_order_with_the_time_each_took(
    panel: Path, tmp_path: Path
) -> None:
    listed = tmp_path / "people.csv"
    listed.write_text(LIST, "utf-8")
    first, second = asked(str(panel), "--from", str(listed))  # type: ignore[misc]
    assert (first["id"], second["id"]) == ("Q1", "Q2")
    assert {one["id"] for one in first["matches"]} == {"CL0", "CL1"}
    assert second["matches"] == []
    assert first["ms"] > 0


def test_the_register_is_looked_through_for_pairs(panel: Path) -> None:
    (pair,) = asked(str(panel), "--all")  # type: ignore[misc]
    assert {pair["id"], pair["with"]} == {"CL0", "CL1"}
    assert pair["band"] == "likely"


def test_a_telephone_alone_tells_whose_it_is(panel: Path) -> None:
    workspace = Workspace.open(panel, PASSPHRASE)
    person = workspace.register.add_person("Dean Pyke")
    phone = workspace.register.add_phone("07700 900123")
    workspace.register.link(person, "uses", phone)
    workspace.close()
    (found,) = asked(str(panel), "--phone", "07700900123")["matches"]  # type: ignore[call-overload]
    assert found["name"] == "Dean Pyke"


def test_it_must_be_said_whom_to_look_for(panel: Path) -> None:
    done = CliRunner().invoke(main, ["match", str(panel)])
    assert done.exit_code == 2
    assert "--from" in done.output


@pytest.mark.parametrize("answer", ["same", "not_same"])
def test_what_a_person_has_settled_is_not_asked_again(
    panel: Path, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.open(panel, PASSPHRASE)
    (pair,) = workspace.read.same_person()
    getattr(workspace.register, answer)(pair.subject_id, pair.with_id, "Seen by the school")
    workspace.close()
    assert asked(str(panel), "--all") == []
    monkeypatch.setenv("MACEDESK_PASSPHRASE", PASSPHRASE)
    found: Any = asked(str(panel), "--name", "Oliver Marsh", "--dob", "2010-03-04")
    assert len(found["matches"]) == (1 if answer == "same" else 2)
    begun = "one record with" if answer == "same" else "not"
    assert all(one["said"][0].startswith(begun) for one in found["matches"])
    monkeypatch.setenv("MACEDESK_PASSPHRASE", PASSPHRASE)
    plain = CliRunner().invoke(main, ["match", str(panel), "--name", "Oliver Marsh"])
    assert f"; {begun} Olly Marsh, said by Ruth Abbot on" in plain.output
