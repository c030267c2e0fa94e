"""From what a user names to files: folders in sorted order, and a reason for whatever cannot be opened."""

import os
import stat
from collections import Counter
from collections.abc import Iterator

from sayso.ingest.kinds import BY_NAME, kind_by_name
from sayso.model.document import Rejection


def find_files(path: str) -> Iterator[str | Rejection]:
    """The files behind a path: itself, or what a folder holds, recursively, by name.

    In a folder only names with a known ending are inputs; hidden entries are passed over, links to folders are not
    followed, and one Rejection says what else was passed over.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path may hold any bytes and is given back as it came
    except (OSError, ValueError) as error:
        yield unreachable(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from walk(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield path
    else:
        yield Rejection(kind="not-a-file", message="is a device or a socket; expected a file, a folder or -", path=path)


def walk(folder: str) -> Iterator[str | Rejection]:
    """What one folder holds, deeper ones in their turn."""
    passed_over: Counter[str] = Counter()
    found, waiting = 0, [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not os.path.isdir(path):  # noqa: PTH112 - as above
            found += 1
            yield path
            continue
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield unreachable(path, error)
            continue
        for entry in entries:
            if verdict := judge(entry):
                passed_over[verdict] += 1
            elif not entry.name.startswith("."):
                waiting.append(entry.path)
    if passed_over:
        listed = ", ".join(f"{count} {what}" for what, count in sorted(passed_over.items()))
        message = f"passed over in this folder: {listed}; read are {' '.join(BY_NAME)}: name other files one by one"
        yield Rejection(kind="passed-over", message=message, path=folder)
    elif not found:
        message = f"the folder holds nothing to read; read are files named {' '.join(BY_NAME)}"
        yield Rejection(kind="empty-folder", message=message, path=folder)


def judge(entry: os.DirEntry[str]) -> str | None:
    """Why an entry of a folder is not looked at, or None."""
    if entry.name.startswith("."):
        return None
    if entry.is_symlink() and entry.is_dir():
        return "links to folders"
    if entry.is_dir():
        return None
    if not kind_by_name(entry.name):
        return os.path.splitext(entry.name)[1].lower() or "without an ending"  # noqa: PTH122 - as above
    if entry.is_file() or entry.is_symlink():
        return None
    return "devices, pipes and sockets"


def unreachable(path: str, error: OSError | ValueError) -> Rejection:
    """Why a path cannot be opened."""
    if isinstance(error, FileNotFoundError):
        link = os.path.islink(path)  # noqa: PTH114 - as above
        message = "is a link to a file that is not there" if link else "there is no such file or folder: check the name"
        return Rejection(kind="missing", message=message, path=path)
    if isinstance(error, PermissionError):
        message = "may not be read by this user: change its permissions or copy it"
        return Rejection(kind="no-permission", message=message, path=path)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Rejection(kind="unreadable", message=f"cannot be opened: {reason}", path=path)
