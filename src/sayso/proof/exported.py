"""A proof to hand out, as JSON: entries with their ways to the root of a head, and the way from an older head to it.

Who has the proof, and a head that they trust, needs neither the ledger nor its owner to check it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sayso.proof.flaw import Flaw
from sayso.proof.head import Head, canonical
from sayso.proof.paths import consistency_path, inclusion_path, is_consistent, is_included

SCHEMA = "sayso/proof/1"
IsSigned = Callable[[str, str, bytes], bool]
NOT_THERE = (
    "do not rely on it: the ledger that it came from does not have this under that head; ask for the proof again"
)


def proof_of(
    leaves: Sequence[bytes], head: Head, entries: Mapping[int, bytes], since: tuple[int, str] | None = None
) -> dict[str, Any]:
    """The proof for entries, by their places counted from 0, under a head over `leaves`; `since` is an older size and root."""
    proof: dict[str, Any] = {"schema": SCHEMA, "head": asdict(head)}
    proof["entries"] = [
        {"index": index, "entry": json.loads(entry), "path": [each.hex() for each in inclusion_path(leaves, index)]}
        for index, entry in entries.items()
    ]
    if since:
        path = consistency_path(leaves, since[0])
        proof["since"] = {"size": since[0], "root": since[1], "path": [each.hex() for each in path]}
    return proof


def head_of(plain: Any) -> Head:
    """The head of a proof, or one that was handed out by itself; ValueError where it is none."""
    given = plain.get("head", plain) if isinstance(plain, Mapping) else None
    known = dict(given) if isinstance(given, Mapping) else {}
    if not isinstance(known.get("size"), int) or not isinstance(known.get("root"), str):
        raise ValueError("no head in it; expected JSON with size, root and at, as `sayso prove` gives it")  # noqa: TRY004 # the file is wrong, no type
    words = {name: known.get(name) for name in ("key", "signature")}
    if any(each is not None and not isinstance(each, str) for each in words.values()):
        raise ValueError("key and signature of the head are no strings; expected them in hexadecimal, or null")
    return Head(size=known["size"], root=known["root"], at=str(known.get("at")), **words)


def check_proof(
    plain: Any, is_signed: IsSigned, *, key: str | None = None, older: Head | None = None
) -> Iterator[Flaw]:
    """What of a proof does not hold; ValueError where it is none.

    `key` has to have signed its head. `older`, a head that was handed out earlier, has to be its head or the one since which
    it tells.
    """
    head = head_of(plain)
    if plain.get("schema") != SCHEMA:
        raise ValueError(f"schema {plain.get('schema')!r}; expected {SCHEMA}")
    root = hashes([head.root])[0]
    yield from check_head(head, is_signed, key)
    for each in plain.get("entries", []):
        index, entry, path = each["index"], each["entry"], hashes(each["path"])
        if not is_included(canonical(entry), index, head.size, path, root):
            yield Flaw(
                kind="proof",
                id=f"entry {index}",
                expected=f"a way to root {head.root}",
                found="another",
                cure=NOT_THERE,
            )
    since = plain.get("since")
    if since is not None:
        trees = (since["size"], bytes.fromhex(since["root"])), (head.size, root)
        if not is_consistent(*trees, hashes(since["path"])):
            found = f"no way from size {since['size']}, root {since['root']}"
            yield Flaw(kind="proof", id="since", expected=f"a way to root {head.root}", found=found, cure=NOT_THERE)
    if older:
        known = [(head.size, head.root)] + ([(since["size"], since["root"])] if since else [])
        if (older.size, older.root) not in known:
            cure = "ask for a proof since that head: `sayso prove ID --since FILE`; where it cannot be had, the log was rewritten"
            found = ", ".join(f"size {size}, root {root}" for size, root in known)
            yield Flaw(
                kind="proof", id="head", expected=f"size {older.size}, root {older.root}", found=found, cure=cure
            )


def check_head(head: Head, is_signed: IsSigned, key: str | None) -> Iterator[Flaw]:
    """What of the signature of a head does not hold."""
    if key is not None and head.key != key:
        yield Flaw(kind="head", id=str(head.size), expected=f"signed by {key}", found=f"by {head.key}", cure=NOT_THERE)
    if head.key is not None and not (head.signature and is_signed(head.key, head.signature, head.message)):
        yield Flaw(kind="head", id=str(head.size), expected="the signature of its key", found="another", cure=NOT_THERE)


def hashes(path: Any) -> list[bytes]:
    """Hashes from hexadecimal; ValueError where they are none."""
    if not isinstance(path, list) or not all(isinstance(each, str) for each in path):
        raise ValueError("a path is no list of hashes in hexadecimal")
    return [bytes.fromhex(each) for each in path]
