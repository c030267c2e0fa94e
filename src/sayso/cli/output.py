"""Where a command's output goes: a file that is whole or not there, or a stream that is written as it comes."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from sayso.cli.terminal import harmless
from sayso.errors import ConfigError

Write = Callable[[bytes], None]


@contextmanager
def opened(target: str | None, *, screened: bool = True) -> Iterator[Write]:
    """A function that writes bytes to the file, or to stdout for None and `-`.

    Where that is a terminal and the bytes are `screened`, it lets no character by that the terminal would obey. A regular file appears under its name when it is complete; an interrupted run leaves the old one as it was.
    """
    if target is None or target == "-":
        yield to_stdout(screened=screened and sys.stdout.isatty())
    elif (path := Path(target)).is_file() or not path.exists():
        yield from whole(path)
    else:  # a pipe, a device
        with usable(path):
            file = path.open("wb")
        with file:
            yield to(file)


def to(file: BinaryIO) -> Write:
    """Writes at once: what has been read can be looked at while the rest is read."""

    def write(data: bytes) -> None:
        file.write(data)
        file.flush()

    return write


def to_stdout(*, screened: bool) -> Write:
    """Writes to stdout, after what was printed there as text."""
    sys.stdout.flush()
    write = to(sys.stdout.buffer)
    if not screened:
        return write
    return lambda data: write(harmless(data.decode("utf-8").replace("\r\n", "\n")).encode("utf-8"))


def whole(path: Path) -> Iterator[Write]:
    """Writes beside the path, and puts it in its place at the end."""
    with usable(path):
        handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 # a handle, not a path
            os.fchmod(handle, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask())  # as open() would
            yield to(file)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """Says which output cannot be written, and why."""
    try:
        yield
    except OSError as error:
        raise ConfigError(f"--output {path}: cannot be written: {error.strerror}") from error


def umask() -> int:
    """The mask for new files, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
