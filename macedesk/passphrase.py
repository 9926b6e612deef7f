"""Where the passphrase comes from: the environment, a prompt or the keyring; never an argument."""

import os
import sys
from pathlib import Path

import click

from models.errors import Trouble

VARIABLE = "MACEDESK_PASSPHRASE"
DOCUMENTS = "MACEDESK_DOCUMENT_PASSPHRASE"
USER = "MACEDESK_USER"
SERVICE = "MaceDesk"


def take() -> str | None:
    """The passphrase of the environment, taken out of it once read; None where there is none."""
    return os.environ.pop(VARIABLE, None)


def for_file(path: Path) -> str:
    """The passphrase for a file: environment, keyring, else asked for at the terminal."""
    given = take() or _kept(path)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Trouble(f"Set {VARIABLE} or start at a terminal: the file needs its passphrase.")
    return str(click.prompt("Passphrase", hide_input=True, err=True))


def new(path: Path) -> str:
    """The passphrase for a new file; at a terminal it is asked for twice."""
    given = take()
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Trouble(f"Set {VARIABLE} or start at a terminal: a new file needs a passphrase.")
    return str(click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))


def for_documents() -> str:
    """The passphrase that protects documents: environment, else asked for at the terminal."""
    given = os.environ.pop(DOCUMENTS, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise Trouble(f"Set {DOCUMENTS} or start at a terminal: the documents need a passphrase.")
    return str(click.prompt("Passphrase for the documents", hide_input=True, err=True))


def _kept(path: Path) -> str | None:
    # Looking for this machine's keyring takes as long as importing Qt, and a window asks for none.
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, str(path.resolve()))
    except KeyringError:
        return None


def user_name() -> str:
    """Who the first user of a new file is: MACEDESK_USER, else the system account."""
    named = os.environ.get(USER, "").strip()
    if named:
        return named
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Administrator"
