"""Term packs: concepts with their slots, and the terms in which they are told.

A pack is data. Nothing in it calls a term neutral or asks for another one; a term's `favours` is a slot of its concept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.annotate.wording.patterns import Pattern, pattern_of
from sayso.annotate.wording.tokens import bare
from sayso.model.framing import Guidance, Slot, TermNote

PACK = {"pack": str, "title": str, "version": str, "classes": dict, "exclude": list, "concepts": list}
CONCEPT = {"id": str, "title": str, "slots": dict, "terms": list, "exclude": list, "guidance": list}
TERM = {
    "term": str, "forms": str, "kind": str, "needs": list, "exclude": list, "presupposes": list, "favours": str,
    "used_by": list, "objected_to_by": list, "guidance": list,
}  # fmt: skip
GUIDANCE = ("by", "rule", "url", "read")
KINDS = ("word", "name")


@dataclass(frozen=True, slots=True)
class Term:
    """A term ready to be looked for. A `name` is looked for as it is; a word not where it is a part of a name."""

    note: TermNote
    is_name: bool
    needs: tuple[Pattern, ...]
    exclude: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Packs:
    """The terms of all packs by their first word: each with the words behind that one, longest first."""

    by_word: Mapping[str, Sequence[tuple[tuple[str, ...], Term]]] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Iterable[tuple[str, Any]]) -> "Packs":
        """From pairs of a file's name and its table; of two packs with one id the later stands.

        ValueError, in words for the user, names the file, the entry, and what was expected there.
        """
        named: dict[str, tuple[str, dict[str, Any]]] = {}
        for name, table in tables:
            checked = _table(table, PACK, ("pack", "concepts"), name)
            named[checked["pack"]] = (name, checked)
        by_word: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for name, table in named.values():
            for form, term in _terms(table, name):
                first, *rest = form
                by_word.setdefault(first, []).append((tuple(rest), term))
        return cls({word: sorted(found, key=lambda pair: -len(pair[0])) for word, found in by_word.items()})


def _terms(pack: Mapping[str, Any], name: str) -> Iterable[tuple[tuple[str, ...], Term]]:
    classes = {
        key: frozenset(_words(value, f"{name}: class {key!r}")) for key, value in pack.get("classes", {}).items()
    }
    for number, row in enumerate(pack["concepts"], start=1):
        concept = _table(row, CONCEPT, ("id", "title", "slots", "terms"), f"{name}: concept {number}")
        where = f"{name}: concept {concept['id']!r}"
        lemmas = [str(each.get("term")) for each in concept["terms"] if isinstance(each, dict)]
        shared = [*_strings(pack, "exclude", where), *_strings(concept, "exclude", where)]
        for at, term in enumerate(concept["terms"], start=1):
            entry = _table(term, TERM, ("term", "forms"), f"{where}, term {at}")
            place = f"{where}, term {entry['term']!r}"
            made = _term(entry, _note(pack, concept, entry, lemmas, place), (shared, classes), place)
            for form in entry["forms"].lower().split(","):
                if not form.split():
                    raise ValueError(f"{place}: an empty form in {entry['forms']!r}; expected words between commas")
                yield tuple(bare(word) for word in form.replace("-", " ").split()), made


def _note(
    pack: Mapping[str, Any], concept: Mapping[str, Any], entry: Mapping[str, Any], lemmas: Sequence[str], where: str
) -> TermNote:
    slots, favours = concept["slots"], entry.get("favours")
    if not all(isinstance(meaning, str) for meaning in slots.values()):
        raise ValueError(f"{where}: a slot has no meaning in words; expected slots such as taker: who takes the place")
    if favours is not None and favours not in slots:
        raise ValueError(f"{where} favours {favours!r}; expected a slot of its concept: {', '.join(slots)}, or null")
    return TermNote(
        pack=pack["pack"],
        concept=concept["id"],
        title=concept["title"],
        term=entry["term"],
        slots=tuple(Slot(name=name, meaning=meaning) for name, meaning in slots.items()),
        presupposes=tuple(_strings(entry, "presupposes", where)),
        favours=favours,
        used_by=tuple(_strings(entry, "used_by", where)),
        objected_to_by=tuple(_strings(entry, "objected_to_by", where)),
        guidance=tuple(_guidance([*concept.get("guidance", []), *entry.get("guidance", [])], where)),
        others=tuple(each for each in dict.fromkeys(lemmas) if each != entry["term"]),
    )


def _term(
    entry: Mapping[str, Any], note: TermNote, shared: tuple[Sequence[str], Mapping[str, frozenset[str]]], where: str
) -> Term:
    kind = entry.get("kind", "word")
    if kind not in KINDS:
        raise ValueError(f"{where} has the kind {kind!r}; expected one of {', '.join(KINDS)}")
    excluded, classes = shared
    try:
        needs = tuple(pattern_of(each, classes) for each in _strings(entry, "needs", where))
        exclude = tuple(pattern_of(each, classes) for each in [*excluded, *_strings(entry, "exclude", where)])
    except ValueError as error:
        raise ValueError(str(error) if str(error).startswith(where) else f"{where}: {error}") from error
    return Term(note, kind == "name", needs, exclude)


def _guidance(rows: Iterable[Any], where: str) -> Iterable[Guidance]:
    for row in rows:
        if not isinstance(row, dict) or set(row) != set(GUIDANCE):
            raise ValueError(f"{where}: {row!r} is no guidance; expected the keys {', '.join(GUIDANCE)}")
        yield Guidance(**{key: str(row[key]) for key in GUIDANCE})


def _table(value: Any, keys: Mapping[str, type], needed: Sequence[str], where: str) -> dict[str, Any]:
    """The table with known keys of the right type, those with null left out; ValueError where it is something else."""
    if not isinstance(value, dict):
        raise ValueError(f"{where} is no table; expected the keys {', '.join(keys)}")  # noqa: TRY004 # what the wiring waits for
    unknown = [key for key in value if key not in keys]
    if unknown:
        raise ValueError(f"{where} has an unknown key {unknown[0]!r}; expected some of {', '.join(keys)}")
    given = {key: str(each) if keys[key] is str else each for key, each in value.items() if each is not None}
    for key, each in given.items():
        if not isinstance(each, keys[key]):
            raise ValueError(f"{where}: {key} is {each!r}; expected a {keys[key].__name__}")  # noqa: TRY004 # what the wiring waits for
    missing = [key for key in needed if key not in given]
    if missing:
        raise ValueError(f"{where} has no {missing[0]!r}; expected {', '.join(needed)}")
    return given


def _strings(table: Mapping[str, Any], key: str, where: str) -> list[str]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ValueError(f"{where}: {key} is {found!r}; expected a list of strings")
    return list(found)


def _words(value: Any, where: str) -> list[str]:
    if not isinstance(value, str):
        raise ValueError(f"{where} is {value!r}; expected words between blanks")  # noqa: TRY004 # what the wiring waits for
    return value.lower().split()


NONE = Packs()
