"""A command under strace: which files it changed, and with whom it spoke.

    trace = traced(["python", "-c", "…"], folder, {**os.environ, "TMPDIR": "…"})
    trace.changed, trace.spoke

Only that a socket is made and bound is no matter: urllib3, which spaCy imports, finds out in this
way whether there is IPv6, and nothing leaves the process.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHANGING = (
    *("open", "openat", "openat2", "creat", "truncate", "mkdir", "mkdirat", "mknod", "mknodat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("unlink", "unlinkat", "rmdir", "chmod", "fchmodat", "chown", "lchown", "fchownat"),
    *("utime", "utimes", "utimensat", "futimesat", "setxattr", "lsetxattr"),
)
SPEAKING = ("connect", "listen", "sendto", "sendmsg", "sendmmsg")
NAME_SERVERS = "/etc/resolv.conf"  # read by who looks up the address of a host name

CALL = re.compile(r"(?P<name>\w+)\((?P<words>.*)\)\s+= (?P<result>-?\w+)")
TO_WRITE = re.compile(r"\b(O_WRONLY|O_RDWR|O_CREAT|O_TRUNC)\b")
PATH = re.compile(r'(?:\b\w+<(?P<base>/[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
OF_UNIX = re.compile(r'^\d+<UNIX|AF_UNIX, sun_path=@?"(?P<path>[^"]*)"')


class NoStrace(Exception):
    """Why nothing can be traced here, in one line."""


@dataclass(frozen=True)
class Trace:
    """The doings of a command and all its child processes.

    done      how it ended, with its output
    changed   the paths of files and folders that were made, removed, renamed or opened to be
              written, or whose facts were changed; calls that failed are left out
    spoke     the calls by which it looked for, waited for or sent to others outside of itself
    """

    done: subprocess.CompletedProcess[str]
    changed: frozenset[Path]
    spoke: tuple[str, ...]


def find_strace() -> str:
    """The program; raises NoStrace where there is none, or none that may trace."""
    program = shutil.which("strace")
    if program is None:
        raise NoStrace("no strace here: install Debian's package strace")
    tried = subprocess.run([program, "-qq", "true"], capture_output=True, text=True)
    if tried.returncode:
        raise NoStrace(f"strace may not trace here: {tried.stderr.strip()}")
    return program


def traced(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Trace:
    """Run the command in the folder to its end; the environment names its TMPDIR. Raises
    NoStrace."""
    program = find_strace()
    with tempfile.TemporaryDirectory() as name:
        # a file for each process and thread: in one file their calls cut each other in two
        options = ["-ff", "-qq", "-yy", "-s", "4096", "-o", f"{name}/calls"]
        options += ["-e", f"trace=/^({'|'.join((*CHANGING, *SPEAKING))})$", "-e", "signal=none"]
        done = subprocess.run(
            [program, *options, *command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
        )
        lines = [line for file in Path(name).iterdir() for line in file.read_text().splitlines()]
    calls = [found for line in lines if (found := CALL.match(line))]
    return Trace(
        done,
        frozenset(path for call in calls for path in _changed(call, folder)),
        tuple(call[0] for call in calls if _speaks(call, environment["TMPDIR"])),
    )


def _changed(call: re.Match[str], folder: Path) -> Iterator[Path]:
    name, words = call["name"], call["words"]
    if name not in CHANGING or call["result"] == "-1":
        return
    if name.startswith("open") and not TO_WRITE.search(PATH.sub("", words)):
        return
    for found in PATH.finditer(words):
        yield Path(folder, found["base"] or "", found["path"])


def _speaks(call: re.Match[str], temporary: str) -> bool:
    if call["name"] not in SPEAKING:
        return NAME_SERVERS in call["words"]
    # a process speaks with its children by pairs of sockets, or by one in its temporary folder
    unix = OF_UNIX.search(call["words"])
    return not unix or not (unix["path"] or temporary).startswith(temporary)
