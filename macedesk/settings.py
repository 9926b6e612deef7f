"""Settings of this machine: look, last file, backup folder; one small file, no names in it."""

import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from platformdirs import user_config_path, user_data_path

FILE = "settings.toml"
THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Settings:
    """What this machine remembers; paths as text, text scale in per cent."""

    theme: str = "system"
    text_scale: int = 100
    panel_font: bool = True
    last_file: str = ""
    backup_folder: str = ""
    lock_minutes: int = 10
    hide_from_capture: bool = True
    pause_display: bool = True

    def sound(self) -> "Settings":
        """The same with every value inside its bounds."""
        return replace(
            self,
            theme=self.theme if self.theme in THEMES else "system",
            text_scale=min(200, max(100, int(self.text_scale))),
            lock_minutes=min(120, max(1, int(self.lock_minutes))),
        )


def config_file() -> Path:
    """Where the settings lie."""
    return user_config_path("MaceDesk", appauthor=False) / FILE


def data_folder() -> Path:
    """Where a panel's file lies by default: never Documents, which councils synchronise."""
    return user_data_path("MaceDesk", appauthor=False)


def load() -> Settings:
    """The settings of this machine; defaults where the file is missing or not readable."""
    try:
        found = tomllib.loads(config_file().read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return Settings()
    kinds = {name: type(value) for name, value in asdict(Settings()).items()}
    known = {name: value for name, value in found.items() if type(value) is kinds.get(name)}
    return Settings(**known).sound()


def save(settings: Settings) -> None:
    """Keep the settings, whole or not at all."""
    target = config_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name} = {_written(value)}" for name, value in asdict(settings.sound()).items()]
    part = target.with_suffix(".part")
    part.write_text("\n".join(lines) + "\n", "utf-8")
    part.replace(target)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
