#!/usr/bin/env python3
"""Sets MaceDesk up on this machine and starts it; needs nothing but Python 3.11 or later."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# An older Python must get as far as this sentence, so nothing above it is newer than Python 3.6.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "MaceDesk needs Python 3.11 or later; this is Python {}.{}.\n"
        "Install a newer Python and run start.py with it.".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PROGRAM = SCRIPTS / ("macedesk.exe" if os.name == "nt" else "macedesk")
# Compiled once for all the processes that tests start, out of the way of the sources.
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(VENV / "compiled")}
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"

USAGE = """\
Usage: python3 start.py [COMMAND] [ARGUMENT…]

  (none)   set MaceDesk up if need be and open the invented Northmoor panel;
           without a display, write the panel's documents instead
  test     set up and run every check and test (arguments go to pytest)
  bench    set up and run the benchmarks: a table, and benchmarks.json

What is set up lies in the folder .venv beside this file and can be deleted at any time."""

# Debian names a library's package after its file and version; these few are named otherwise.
ODD_PACKAGES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}
QT_PARTS = (
    "QtWidgets.abi3.so",
    "QtPrintSupport.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)
NETWORK_AWAY = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution|unreachable"
    r"|Connection (?:refused|reset|aborted|broken)",
    re.IGNORECASE,
)


def main(arguments):
    """Do what the command line asks and return the exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    checks = {"test": run_tests, "bench": run_benchmarks}
    if command in checks:
        set_up(DEVELOPMENT)
        return checks[command](rest)
    if command and not command.startswith("-"):
        print(USAGE, file=sys.stderr)
        return 2
    set_up(RUNTIME)
    return open_demo(arguments)


def set_up(lock):
    """Make the environment hold what `lock` names, and the machine what Qt needs."""
    if not is_installed(lock):
        make_environment()
        install(lock)
    if sys.platform == "linux" and not (VENV / "qt-libraries").exists():
        find_system_libraries()


def is_installed(lock):
    """Tell whether the packages of `lock` are in place (the developers' lock holds the other)."""
    if not PYTHON.exists():
        return False
    stamps = [(VENV / f"installed-{name}", digest(name)) for name in {lock, DEVELOPMENT}]
    return any(path.exists() and path.read_text() == wanted for path, wanted in stamps)


def digest(lock):
    """The hash of all that an installation depends on: versions, project, Python and place."""
    told = hashlib.sha256(f"{ROOT}|{sys.version}".encode())
    for name in (lock, "pyproject.toml"):
        told.update((ROOT / name).read_bytes())
    return told.hexdigest()


def make_environment():
    """Make .venv, anew where it is of another Python, was moved or was left half made."""
    if is_whole():
        return
    ensure_venv_module()
    print("Making the environment in .venv …", flush=True)
    # The base interpreter, so that this works when started from another environment too.
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([base, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode:
        sys.exit(f"The environment could not be made in {VENV}: is there room, and may you write?")


def is_whole():
    """Tell whether .venv has a working pip, for this version of Python and in this place."""
    if not PYTHON.exists():
        return False
    asked = "import pip, sys; print(sys.version_info[:2], sys.prefix)"
    told = subprocess.run([PYTHON, "-c", asked], capture_output=True, text=True, check=False)
    return told.stdout.strip() == f"{tuple(sys.version_info[:2])} {VENV}"


def ensure_venv_module():
    """Debian parts venv from Python: install it where that is allowed, else name it."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if not install_debian([package]):
            sys.exit(
                "This Python comes without venv. Run:\n"
                f"  {apt_command([package])}\n"
                "then run start.py again."
            )


def install(lock):
    """Install the locked packages, each checked against its hash, then the project itself."""
    print("Installing the packages that MaceDesk needs (once, a few minutes) …", flush=True)
    pip("install", "--require-hashes", "--no-deps", "-r", ROOT / lock)
    pip("install", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    (VENV / f"installed-{lock}").write_text(digest(lock))


def pip(*arguments):
    """Run pip; where it fails, leave with a sentence that says what to do."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    done = subprocess.run(
        [PYTHON, "-m", "pip", "--quiet", "--retries", "2", *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(pip_trouble(done.stdout))


def pip_trouble(output):
    """The sentence for what pip said; where the cause is not plain, pip's last lines under it."""
    if NETWORK_AWAY.search(output):
        return (
            "The packages could not be fetched: the network cannot be reached from here.\n"
            "Nothing is broken. Connect, or ask who looks after the proxy, and run start.py again."
        )
    sentence = "The packages could not be installed."
    if "DO NOT MATCH THE HASHES" in output:
        sentence = "A package is not the one that was locked, so nothing was installed from it."
    return "\n".join([sentence, "", "pip said:", *output.strip().splitlines()[-8:]])


def find_system_libraries():
    """See to the libraries that Qt takes from the system: install them or name them."""
    missing = missing_libraries()
    if missing and install_debian(debian_packages(missing)):
        missing = missing_libraries()
    if not missing:
        (VENV / "qt-libraries").touch()
        return
    print("Windows cannot open yet: this machine lacks", ", ".join(missing) + ".", file=sys.stderr)
    if shutil.which("apt-get"):
        command = apt_command(debian_packages(missing))
        print(f"To install them, run:\n  {command}", file=sys.stderr, flush=True)


def missing_libraries():
    """The libraries that Qt's parts do not find on this machine, by name."""
    places = list((VENV / "lib").glob("python3*/site-packages/PySide6"))
    parts = [place / part for place in places for part in QT_PARTS if (place / part).exists()]
    if not parts or not shutil.which("ldd"):
        return []
    told = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False)
    return not_found(told.stdout)


def not_found(told):
    """The libraries that `ldd` marks as not found, sorted, each once."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", told, re.MULTILINE)))


def debian_packages(libraries):
    """The Debian packages that hold these libraries, by Debian's rule for naming them."""
    return sorted({ODD_PACKAGES.get(name) or debian_name(name) for name in libraries})


def debian_name(library):
    """The package of a library: libEGL.so.1 is in libegl1, libX11.so.6 in libx11-6."""
    stem, _, version = library.lower().replace("_", "-").partition(".so.")
    return f"{stem}-{version}" if stem[-1].isdigit() else f"{stem}{version}"


def install_debian(packages):
    """Install Debian packages where this user may without being asked; tell whether it worked."""
    prefix = as_root()
    if prefix is None or not shutil.which("apt-get"):
        return False
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    print("Installing from the system's packages:", *packages, flush=True)
    subprocess.run([*quiet, "update"], check=False)
    wanted = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run(wanted, stdout=subprocess.DEVNULL, check=False).returncode == 0


def as_root():
    """What goes before a command to run it as the administrator unasked; None if that cannot be."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run([*sudo, "true"], capture_output=True, check=False)
    return None if asked.returncode else sudo


def apt_command(packages):
    """What a person types to install these packages."""
    return " ".join(["sudo apt-get install -y", *packages])


def open_demo(arguments):
    """Open the demo panel, or write its documents where there is no display."""
    command = [PROGRAM, "demo", *arguments]
    if "--headless" not in arguments and not has_display():
        print("No display here: the demo panel is held without a window.", flush=True)
        command.append("--headless")
    return hand_over(command)


def has_display():
    """Tell whether a window could open; asked of a child, since Qt aborts on a dead display."""
    if sys.platform in ("win32", "darwin"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    asked = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.platformName())"
    try:
        probe = [PYTHON, "-c", asked]
        told = subprocess.run(probe, capture_output=True, text=True, timeout=15, check=False)
    except subprocess.TimeoutExpired:
        return False
    return told.returncode == 0 and told.stdout.strip() not in ("offscreen", "minimal")


def hand_over(command):
    """Become the program (on Windows, wait for it, since becoming would free the console)."""
    if os.name != "nt":
        os.execv(command[0], [str(part) for part in command])
    return subprocess.run(command, check=False).returncode


def run_tests(arguments):
    """Run the style, type and test checks; all run, and pytest's closing line comes last."""
    checks = {"ruff": ["check", "."], "mypy": []}
    failed = [name for name, rest in checks.items() if run_tool(name, *rest)]
    if failed:
        print(f"\n{' and '.join(failed)} found what must be mended: see above.", flush=True)
    parallel = [] if arguments else ["-n", "2", "--ignore=tests/benchmarks"]
    tested = run_tool("pytest", *parallel, *arguments)
    return tested or int(bool(failed))


def run_benchmarks(arguments):
    """Run the benchmarks: a table on the screen, the figures in benchmarks.json."""
    measured = ["--benchmark-enable", "--benchmark-only", "--benchmark-json=benchmarks.json"]
    return run_tool("pytest", "tests/benchmarks", "-q", *measured, *arguments)


def run_tool(name, *arguments):
    """Run a developer's tool of the environment in the project's folder; its exit code."""
    print(f"\n— {name}", flush=True)
    command = [PYTHON, "-m", name, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | COMPILED, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Stopped. Run start.py again to go on.")
