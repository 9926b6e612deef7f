"""Commands run in processes of their own that have the program imported already."""

import multiprocessing
import os
import runpy
import subprocess
import sys
import tempfile
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from macedesk.commandline import WHERE
from tests.journeys.commands import PASSPHRASE, Terminal

IMPORTED = [
    "models.workspace",
    *(
        f"macedesk.commandline.{name}"
        for name in ("desk", *sorted({*WHERE.values()} - {"rehearsal"}))
    ),
    *(f"exports.{name}" for name in ("issue", "report")),
]
LONGEST = 180.0


class WarmTerminal(Terminal):
    """Runs each command in a process forked from one that has imported most of the program.

    That takes a second of importing from each. What a whole command leaves on the disk is for
    `Terminal`, which starts the program as people do; so does this one where nothing can fork.
    """

    def run(
        self, *words: object, passphrase: str | None = PASSPHRASE, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """One command, run to its end; `more` are further variables of its environment."""
        if os.name == "nt":
            return super().run(*words, passphrase=passphrase, **more)
        given = {} if passphrase is None else {"MACEDESK_PASSPHRASE": passphrase}
        command = list(map(str, words))
        with tempfile.TemporaryDirectory() as beside:
            said = Path(beside, "out"), Path(beside, "err")
            child = _forked(command, self.work, {**self.environment, **given, **more}, *said)
            child.join(LONGEST)
            if child.exitcode is None:
                child.kill()
                raise subprocess.TimeoutExpired(command, LONGEST)
            out, err = (one.read_text("utf-8") for one in said)
            return subprocess.CompletedProcess(command, child.exitcode, out, err)


def _forked(*given: Any) -> BaseProcess:
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    child: BaseProcess = context.Process(target=_command, args=given)
    child.start()
    return child


def _command(words: list[str], work: Path, known: dict[str, str], out: Path, err: Path) -> None:
    """Be the command: its folder, its environment, nobody to ask, its words and what it says."""
    os.chdir(work)
    os.environ.clear()
    os.environ.update(known)
    tempfile.tempdir = None
    for number, path in enumerate((Path(os.devnull), out, err)):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = ["macedesk", *words]
    runpy.run_module("macedesk", run_name="__main__", alter_sys=True)
