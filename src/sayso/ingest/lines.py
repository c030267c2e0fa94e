"""JSONL: a record a line, each a document or, where it is HTML, an original for a worker; a bad line spoils no other."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.ingest.limits import Limits
from sayso.ingest.original import Form, Original
from sayso.model.document import Cut, Document, Rejection
from sayso.model.shard import Piece

EXPECTED = 'expected one JSON object a line, {"id", "text" or "html", "title"?, "url"?, "outlet"?, "authors"?, "published_at"?, "language"?}'
STRINGS = ("title", "url", "outlet", "language")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
SURROGATE = re.compile("[\ud800-\udfff]")  # json joins pairs: what is left is alone
CHUNK = 1 << 20


def find_records(
    stream: BinaryIO, path: str | None, limits: Limits, piece: Piece | None = None
) -> Iterator[Document | Rejection | Original]:
    """What each line holds, in constant memory; blank lines are passed over. Lines end with LF alone (or CRLF).

    With a piece, the lines of that stretch, where the stream has to stand already.
    """
    number, offset = (piece.first, piece.offset) if piece else (0, 0)
    last = number + piece.count if piece and piece.count is not None else -1
    while number != last and (line := stream.readline(limits.line + 1)):
        number += 1
        place = f"{path or 'standard input'}:{number}"
        start, offset = offset, offset + len(line)
        if len(line) > limits.line:
            offset += pass_over(stream, line)
            message = f"{place}: the line has more than {limits.line >> 20} MiB; split the text into several records"
            yield Rejection(kind="too-large", message=message, path=path)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            try:
                yield read_record(line, path, (start, offset), limits)
            except InputError as error:
                yield Rejection(kind=error.kind, message=f"{place}: {error}", path=path)


def pass_over(stream: BinaryIO, line: bytes) -> int:
    """Skip to the next line end in pieces; how many bytes that was."""
    skipped = 0
    while line and not line.endswith(b"\n"):
        line = stream.readline(CHUNK)
        skipped += len(line)
    return skipped


def read_record(line: bytes, path: str | None, place: tuple[int, int], limits: Limits) -> Document | Original:
    """The document or original of one line; InputError where it is none."""
    record = parse(line)
    field = "text" if record.get("text") is not None else "html"
    body = record.get(field)
    if not isinstance(body, str):
        found = "neither text nor html" if body is None else f"`{field}` as {kind_of(body)}"
        raise InputError("record", f"the record has {found}; {EXPECTED}")
    known, cuts = metadata(record, place)
    found_in = dict.fromkeys((name for name in known if name != "external_id"), "record")
    external_id = known.pop("external_id", None)
    if field == "html":
        raw = body.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
        if SURROGATE.search(body):
            cuts += (Cut(reason="lone surrogates in `html`; U+FFFD stands for them", start=place[0], end=place[1]),)
        return Original(
            form=Form.HTML,
            raw=raw,
            path=path,
            external_id=external_id,
            known=known,
            found_in=found_in,
            cuts=cuts,
            limits=limits,
        )
    if len(body) > limits.text:  # code points: a file of as many bytes has no more
        message = f"`text` has {len(body):,} characters, more than {limits.text:,}; split it into several records"
        raise InputError("too-large", message)
    return Document(text=body, external_id=external_id, path=path, found_in=found_in, cuts=cuts, **known)


def parse(line: bytes) -> Mapping[str, Any]:
    """The line as a JSON object."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        message = (
            f"not UTF-8 at byte {error.start} of the line; expected UTF-8: `iconv -f ENCODING -t UTF-8` makes that"
        )
        raise InputError("encoding", message) from error
    except (ValueError, RecursionError) as error:
        raise InputError("json", f"not JSON: {error or 'nested too deeply'}; {EXPECTED}") from error
    if not isinstance(record, dict):
        raise InputError("record", f"found {kind_of(record)}; {EXPECTED}")
    return record


def metadata(record: Mapping[str, Any], place: tuple[int, int]) -> tuple[dict[str, Any], tuple[Cut, ...]]:
    """The fields that can be used, and a Cut for each that is left out: the text counts for more than its label."""
    known: dict[str, Any] = {}
    cuts = []

    def leave_out(name: str, expected: str) -> None:
        found = json.dumps(record[name])[:80]
        cuts.append(Cut(reason=f"`{name}` left out: found {found}, expected {expected}", start=place[0], end=place[1]))

    for name in STRINGS:
        if isinstance(value := record.get(name), str):
            known[name] = value
        elif value is not None:
            leave_out(name, "a string")
    for name, take, expected in (
        ("id", identity, "a string or a whole number"),
        ("authors", names, "a list of names"),
        ("published_at", moment, "an ISO 8601 date or time, such as 2026-03-01 or 2026-03-01T10:30:00+02:00"),
    ):
        if (value := record.get(name)) is None:
            continue
        if (taken := take(value)) is None:
            leave_out(name, expected)
        else:
            known["external_id" if name == "id" else name] = taken
    return known, tuple(cuts)


def identity(value: Any) -> str | None:
    """An id as a string."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def names(value: Any) -> tuple[str, ...] | None:
    """Authors as given; a single string is one author."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) and all(isinstance(name, str) for name in value) else None


def moment(value: Any) -> str | None:
    """A date or time as given, where it is a day of the calendar in ISO 8601's extended form."""
    if not isinstance(value, str) or not MOMENT.fullmatch(value):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value


def kind_of(value: Any) -> str:
    """What JSON calls it."""
    names_of = {
        str: "a string",
        bool: "a boolean",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names_of.get(type(value), "null")
