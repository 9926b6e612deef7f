"""The program run as a person at a terminal runs it, in a home of its own."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import PLACES

HOUSE = Path(__file__).parents[2]
PASSPHRASE = "seven quiet words in a row"
# Compiled once and kept, as an installed program is, and as `start.py test` keeps it for all.
KEPT_IN = os.environ.get("PYTHONPYCACHEPREFIX") or str(HOUSE / ".pytest_cache" / "compiled")
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": KEPT_IN}
TEMPORARY = ("TMPDIR", "TEMP", "TMP")


@dataclass(frozen=True)
class Terminal:
    """A folder with a home beneath it, where commands run with nobody to ask."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What the commands know of this machine: nothing outside the folder."""
        places = {**PLACES, **dict.fromkeys(TEMPORARY, "temporary")}
        for name in {*places.values(), "work"}:
            (self.folder / name).mkdir(mode=0o700, exist_ok=True)
        own = {variable: str(self.folder / name) for variable, name in places.items()}
        return {**os.environ, **own, **COMPILED, "PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"}

    @property
    def work(self) -> Path:
        """The folder that the commands run in."""
        return self.folder / "work"

    def run(
        self, *words: object, passphrase: str | None = PASSPHRASE, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """One command, run to its end; `more` are further variables of its environment."""
        given = {} if passphrase is None else {"MACEDESK_PASSPHRASE": passphrase}
        return subprocess.run(
            self._line(words),
            cwd=self.work,
            env={**self.environment, **given, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    def done(self, *words: object, **more: str) -> str:
        """What a command prints that must succeed."""
        found = self.run(*words, **more)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def killed(self, after: int, *words: object) -> list[int]:
        """The numbers that a command said were kept before it was killed with no warning."""
        child = subprocess.Popen(
            self._line(words),
            cwd=self.work,
            env={**self.environment, "MACEDESK_PASSPHRASE": PASSPHRASE},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        said: list[str] = []
        with child:
            assert child.stdout is not None
            while len(said) < after and (line := child.stdout.readline()):
                said.append(line)
            child.kill()
            said += child.stdout.read().splitlines(keepends=True)
        if os.name != "nt":
            assert child.returncode == -signal.SIGKILL, "it had come to its end"
        return [int(line.split()[1]) for line in said if line.endswith("\n")]

    def _line(self, words: tuple[object, ...]) -> list[str]:
        return [sys.executable, "-m", "macedesk", *map(str, words)]
