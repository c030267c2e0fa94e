"""Passages of our own with their attributions marked in place, at every depth; `python -m training.attributions.marked` checks them.

A file is passages under lines `== name`. In a passage `{1s ...}` is a source, `{1q ...}` a cue, `{1c ...}` a content of attribution 1;
marks nest, one attribution may have several of each, and a mark's letters begin after its one space. An attribution is nested in
those whose content holds its cue.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from training.attributions.examples import Example, as_example

FOLDER = Path(__file__).parent / "marked"
ROLES = {"s": "source", "q": "cue", "c": "content"}
MARK = re.compile(r"\{(\d+)([sqc]) |\}|[{}]")
Span = tuple[int, int]


class MarkingError(ValueError):
    """A passage whose marks do not make attributions; says which passage and why."""


@dataclass(slots=True)
class Marked:
    """One attribution: half-open spans of each role in code points, in the order of the text."""

    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    nested: bool = False

    def holds(self, other: "Marked") -> bool:
        """Whether a content of this one holds the cue of the other."""
        return other is not self and any(
            low <= start and end <= high for low, high in self.content for start, end in other.cue
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its attributions, in the order of their numbers."""

    name: str
    text: str
    attributions: tuple[Marked, ...]


def read_marked(paths: Iterable[Path]) -> Iterator[Passage | MarkingError]:
    """Every passage of some files, or what is wrong with it."""
    for path in paths:
        for chunk in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            name, _, body = chunk.partition("\n")
            try:
                yield as_passage(f"{path.stem}/{name.strip()}", body.strip())
            except MarkingError as problem:
                yield problem


def marked_files() -> list[Path]:
    """The files, in the order of their names."""
    return sorted(FOLDER.glob("*.txt"))


def marked_examples() -> Iterator[Example]:
    """Every passage as an example."""
    for passage in read_marked(marked_files()):
        if isinstance(passage, MarkingError):
            raise passage
        attributions = [asdict(each) for each in passage.attributions]
        yield as_example({"id": passage.name, "text": passage.text, "attributions": attributions})


def as_passage(name: str, body: str) -> Passage:
    """A passage without its marks, and what they say; MarkingError where they are wrong."""
    parts: list[str] = []
    length, last = 0, 0
    opened: list[tuple[int, str, int]] = []
    found: dict[int, Marked] = {}
    for mark in MARK.finditer(body):
        parts.append(body[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark[1]:
            opened.append((int(mark[1]), ROLES[mark[2]], length))
        elif mark[0] == "}" and opened:
            number, role, start = opened.pop()
            getattr(found.setdefault(number, Marked()), role).append((start, length))
        else:
            raise MarkingError(
                f"{name}: a brace that opens or closes nothing at {body[mark.start() - 20 : mark.end() + 20]!r}"
            )
    text = "".join([*parts, body[last:]])
    if opened:
        raise MarkingError(f"{name}: the mark of attribution {opened[-1][0]} is not closed")
    attributions = tuple(found[number] for number in sorted(found))
    for number, each in zip(sorted(found), attributions, strict=True):
        each.nested = any(other.holds(each) for other in attributions)
        _check(f"{name}: attribution {number}", each, text)
    return Passage(name, text, attributions)


def _check(where: str, marked: Marked, text: str) -> None:
    if not marked.cue or not marked.content:
        raise MarkingError(f"{where} has no cue or no content")
    for role in ROLES.values():
        for start, end in getattr(marked, role):
            span = text[start:end]
            if not span.strip() or span != span.strip():
                raise MarkingError(f"{where}: the {role} {span!r} is empty or begins or ends with white space")
            if any(text[at - 1 : at + 1].isalnum() and len(text[at - 1 : at + 1]) > 1 for at in (start, end)):
                raise MarkingError(f"{where}: the {role} {span!r} begins or ends inside a word")


def shown(passage: Passage) -> Iterator[str]:
    """A line for each attribution: source, cue and content."""
    for each in passage.attributions:
        roles = (" … ".join(passage.text[a:b] for a, b in spans) for spans in (each.source, each.cue, each.content))
        yield "  " + "N " * each.nested + " | ".join(roles)


def main() -> int:
    """Check every passage and count; with names of files, only those, and show what is marked; 1 where something is wrong."""
    wanted = sys.argv[1:]
    found = list(read_marked(path for path in marked_files() if not wanted or path.stem in wanted))
    wrong = [each for each in found if isinstance(each, MarkingError)]
    passages = [each for each in found if isinstance(each, Passage)]
    for each in passages if wanted else ():
        print("\n".join([f"== {each.name}", *shown(each)]))
    for problem in wrong:
        print(problem, file=sys.stderr)
    marked = [one for each in passages for one in each.attributions]
    words = sum(len(each.text.split()) for each in passages)
    print(
        f"{len(passages)} passages, {words} words, {len(marked)} attributions, {sum(one.nested for one in marked)} nested",
        file=sys.stderr,
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
