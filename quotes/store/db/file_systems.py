"""The file system under a path: its kind and the room that is left."""

from __future__ import annotations

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|smbnetfs|afs|ceph|glusterfs|9p|beegfs|lustre|gpfs|ocfs2|gfs2?"
    r"|fuse\.(?:sshfs|s3fs|rclone|glusterfs|ceph|gcsfuse|davfs)|davfs"
)
_ESCAPE = re.compile(r"\\(\d{3})")


def network_file_system(path: Path) -> str | None:
    """The kind of network file system on which the path lies; None for a disk of this machine.

    None, too, where the machine does not tell (other systems than Linux).
    """
    kind = file_system(path)
    return kind if kind and _NETWORK.fullmatch(kind) else None


def file_system(path: Path) -> str | None:
    """The kind of file system, such as "ext4"; None where the machine does not tell."""
    try:
        lines = MOUNTS.read_text("utf8", "surrogateescape").splitlines()
        place = os.path.realpath(path)
    except (OSError, ValueError):
        return None
    mounts = [mount for line in lines if (mount := _mount(line)) and _is_in(place, mount[0])]
    return max(mounts, key=lambda mount: len(mount[0]), default=("", None))[1]


def free_bytes(path: Path) -> int:
    """Bytes that may still be written where the path lies."""
    found = os.statvfs(path if path.exists() else path.absolute().parent)
    return found.f_bavail * found.f_frsize


def _mount(line: str) -> tuple[str, str] | None:
    """(where, kind) of a line of mountinfo; see proc(5)."""
    left, _, right = line.partition(" - ")
    fields = left.split()
    if len(fields) < 5 or not right:
        return None
    return _ESCAPE.sub(lambda found: chr(int(found[1], 8)), fields[4]), right.split()[0]


def _is_in(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip("/") + "/")
