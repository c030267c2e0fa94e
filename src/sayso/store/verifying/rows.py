"""A row against its entry in the log, and against itself: ids and digests follow from what they stand for."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.codec import from_plain, loads
from sayso.model.reading import Reading
from sayso.proof.flaw import Flaw
from sayso.store.identity import DOCUMENT, digest
from sayso.store.log import Layout
from sayso.store.log_tables import ERASABLE, rows_of
from sayso.store.verifying.cures import RESTORE, ROW
from sayso.store.verifying.words import Words

TEXT_OF = "SELECT text FROM documents WHERE number = ?"
ID_OF = "SELECT id FROM documents WHERE number = ?"
REDACTED = "IN (SELECT document FROM redactions)"


class Rows:
    """Compares rows, as the log comes to them, with their entries; the words that should be findable go to `words`."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        words_of = {table: f"SELECT number FROM {table} WHERE {rows_of(table, REDACTED)}" for table in ERASABLE}  # noqa: S608 # our names
        self._redacted = {table: {row[0] for row in connection.execute(wanted)} for table, wanted in words_of.items()}

    def check(self, layout: Layout, rows: Sequence[tuple[Any, ...]], logged: Mapping[str, Any]) -> Iterator[Flaw]:
        """What of a row, or of rows that share an entry, does not agree with it, or with itself."""
        named = {name: rows[-1][at] for name, at in layout.plain.items()}
        found, redacted = layout.entry(rows), named["number"] in self._redacted.get(layout.kind, ())
        erased = redacted and all(row[at] in (None, b"") for row in rows for at in layout.content)
        if erased:
            found["content"] = logged.get("content")
        id = str(named.get("id") or named.get("number"))
        if found != logged:
            parts = sorted(name for name in {*found, *logged} if found.get(name) != logged.get(name))
            expected = ", ".join(f"{name} {logged.get(name)}" for name in parts)
            given = ", ".join(f"{name} {found.get(name)}" for name in parts)
            yield Flaw(kind=layout.kind, id=id, expected=expected, found=given, cure=ROW)
        elif redacted and not erased:
            cure = "run `sayso redact` for the document again"
            yield Flaw(kind=layout.kind, id=id, expected="no words: it was redacted", found="words", cure=cure)
        if not erased:
            yield from self._check_itself(layout.kind, id, rows[0])

    def _check_itself(self, kind: str, id: str, row: tuple[Any, ...]) -> Iterator[Flaw]:
        checks = {
            "documents": self._document,
            "readings": self._reading,
            "arrivals": self._arrival,
            "redactions": self._redaction,
        }
        try:
            odd = list(checks[kind](row)) if kind in checks else []
        except Exception as error:  # noqa: BLE001 # values of the wrong sort can break whatever uses them
            odd = [("values that can be used", f"{type(error).__name__}: {error}")]
        for expected, found in odd:
            yield Flaw(kind=kind, id=id, expected=expected, found=found, cure=RESTORE)

    def _document(self, row: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        _, id, text = row
        expected = DOCUMENT + hashlib.sha256(text).hexdigest()
        if id != expected:
            yield expected, id

    def _reading(self, row: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        number, document, _, stored, body = row
        expected = hashlib.sha256(body).hexdigest()
        if stored != expected:
            yield expected, stored
        (text,) = self._connection.execute(TEXT_OF, (document,)).fetchone()
        plain = {"document": {"text": text.decode("utf-8", "surrogatepass")}, **loads(body)}
        self._words.add_reading(
            number, from_plain(Reading, plain)
        )  # which it is not where a span does not quote the text

    def _redaction(self, row: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        for number, ids in loads(row[-1]).items():
            self._words.add_ids(int(number), ids)
        yield from ()

    def _arrival(self, row: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
        number, key, _, _, reason, document, _, external_id, path, title, url, *_ = row
        names = [None if each is None else each.decode("utf-8", "surrogatepass") for each in (external_id, path, url)]
        if document is None:
            kind, _, message = reason.decode("utf-8", "surrogatepass").partition(": ")
            expected = digest(["rejection", kind, message, *names[:2]])
        else:
            (id,) = self._connection.execute(ID_OF, (document,)).fetchone()
            expected = digest(["document", id, *names])
            (text,) = self._connection.execute(TEXT_OF, (document,)).fetchone()
            self._words.add_document(number, document, title, text)
        if key != expected:
            yield expected, key
