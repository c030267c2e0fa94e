"""What is claimed, clause by clause: how much of it a reader finds, and how rightly.

`python evals/claims.py` reads the passages of `claims/dev.toml` and prints the figures; `--half test` those of the half that is kept
apart, `--half more-a` those of a further file, several with commas. `--reader NAME` takes another reader than the one that learned,
`--failures` prints what went wrong in each passage, `--check` reads nothing and says whether the passages are sound. The failures of
the test half are shown to nobody.

A found claim and a marked one may pair where they have the same voice and the Dice coefficient of their letters and digits is ALIKE
or more; pairs are one to one, best first. Words of a subject that a claim shares with another one ("burned the bridge", of the
rebels) count neither way.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from claim_gold import FILES, NEVER, TEST, Marked, Passage, check, passages
from nested import marks
from score import Count, Figures, share
from show import joined

from sayso.errors import ConfigError
from sayso.model.claim import Claim, ControlTerms, ForecastTerms, Voice
from sayso.model.document import Span
from sayso.model.reading import Reading
from sayso.wiring import read

ALIKE = 0.6  # Dice: a clause with a "that", a comma or an adverb too many is the same claim; two neighbours are not
STEM = 5  # letters in which two words are one: "Kessian" and "Kessians", "Delmar" and "Delmaran"
EMPTY = {"the", "of", "and", "our", "its", "their", "his", "her"}
CONTROL = ("place", "change", "holder", "loser")
MACRO = "kind, macro (per mille)"
APART = "test is kept apart: its failures are not shown, or it would turn into a second dev; use --half dev --failures"
Pairs = Mapping[int, int]  # of each marked claim that was found, by its place: the place of what was found


class Stated(Protocol):
    """What two claims are paired by."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its words."""

    @property
    def voice(self) -> str:
        """Whose voice it is."""


def dice(one: Marked, other: Stated) -> float:
    """Letters and digits in both, twice, out of those in each; without the words of the subject that is shared."""
    mine = marks(one.spans)
    theirs = marks(other.spans) - (marks((*one.subject, *subject_of(other))) - mine)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0


def subject_of(one: object) -> tuple[Span, ...]:
    """Words that a claim shares with another; a reader that knows of none has no such field."""
    spans: tuple[Span, ...] = getattr(one, "subject", ())
    return spans


def pair(marked: Sequence[Marked], found: Sequence[Stated]) -> Pairs:
    """Marked claims with what was found of them, by place: one to one, the most alike first."""
    alike = (
        (-dice(one, each), n, at)
        for n, one in enumerate(marked)
        for at, each in enumerate(found)
        if one.voice == each.voice
    )
    pairs: dict[int, int] = {}
    for likeness, n, at in sorted(alike):
        if -likeness >= ALIKE and n not in pairs and at not in pairs.values():
            pairs[n] = at
    return pairs


def overlapping(wanted: Iterable[Span], found: Iterable[Span]) -> dict[Span, Span]:
    """Each wanted span with a found one that shares letters with it, one to one, in the order of the text."""
    free, pairs = sorted({*found}), dict[Span, Span]()
    for span in sorted({*wanted}):
        if (match := next((each for each in free if each.touches(span)), None)) is not None:
            pairs[span] = match
            free.remove(match)
    return pairs


def spotted(wanted: Iterable[Span], found: Iterable[Span]) -> Count:
    """How many spans overlap, one to one."""
    wanted, found = {*wanted}, {*found}
    return Count(len(overlapping(wanted, found)), len(found), len(wanted))


def lettered(wanted: Iterable[Span], found: Iterable[Span]) -> Count:
    """How many letters and digits are in both."""
    mine, theirs = marks(wanted), marks(found)
    return Count(len(mine & theirs), len(theirs), len(mine))


def score(one: Passage, reading: Reading, figures: Figures) -> Pairs:
    """Add one passage's counts to the figures, and say what was paired."""
    pairs = pair(one.claims, reading.claims)
    figures.add("claims", Count(len(pairs), len(reading.claims), len(one.claims)))
    for voice in Voice:
        wanted = [n for n, each in enumerate(one.claims) if each.voice == voice]
        spoken = sum(each.voice is voice for each in reading.claims)
        figures.add(f"claims: {voice.value}", Count(sum(n in pairs for n in wanted), spoken, len(wanted)))
    add_kinds(one, reading, pairs, figures)
    couples = [(one.claims[n], reading.claims[at]) for n, at in sorted(pairs.items())]
    figures.add("polarity", share(each.polarity == found.polarity for each, found in couples))
    figures.add("certainty", share(each.certainty == found.factuality.certainty for each, found in couples))
    add_hedges(one, reading, figures)
    for each, found in couples:
        add_terms(each, found, reading, figures)
    forecasts = [n for n, each in enumerate(one.claims) if each.kind == "forecast"]
    figures.add("forecasts: recall", share(n in pairs and is_forecast(reading.claims[pairs[n]]) for n in forecasts))
    add_contested(one, reading, figures)
    return pairs


def add_kinds(one: Passage, reading: Reading, pairs: Pairs, figures: Figures) -> None:
    """Count the kinds: a marked claim that was not found is missed, one found beyond the marked ones is not judged."""
    for n, each in enumerate(one.claims):
        kind = reading.claims[pairs[n]].kind.value if n in pairs else None
        figures.add(f"kind: {each.kind}", Count(int(kind == each.kind), 0, 1))
        if kind is not None:
            figures.add(f"kind: {kind}", Count(0, 1, 0))


def add_hedges(one: Passage, reading: Reading, figures: Figures) -> None:
    """Count the hedges of a passage, and of those found, whose they are."""
    wanted = dict(pair for each in one.claims for pair in each.hedges)
    found = {span: whose(claim, span) for claim in reading.claims for span in claim.hedges}
    figures.add("hedges", spotted(wanted, found))
    met = overlapping(wanted, found)
    figures.add("hedges: whose", share(wanted[span] == found[match] for span, match in met.items()))


def whose(claim: Claim, hedge: Span) -> str:
    """Whose hedge it is: the narrator's in the narrator's claims, and where the reader says that it is distance."""
    distanced: tuple[Span, ...] = getattr(claim, "distanced", ())
    return "narrator" if claim.voice is Voice.NARRATOR or hedge in distanced else "speaker"


def is_forecast(claim: Claim) -> bool:
    """Whether the claim was taken for a forecast."""
    return claim.kind.value == "forecast"


def add_terms(each: Marked, found: Claim, reading: Reading, figures: Figures) -> None:
    """Count what the kind of a marked claim asks for, of one that was found."""
    if each.kind == "control":
        for field, right in controlled(each, found, reading):
            figures.add(f"control: {field}", share([right]))
    if each.kind == "casualties":
        held = {*found.quantities}
        counts = (quantity.span for quantity in reading.quantities if quantity.id in held)
        figures.add("casualties: figures", share(span in overlapping(each.victims, counts) for span in each.victims))
    if each.kind == "forecast" and is_forecast(found):
        terms = found.terms if isinstance(found.terms, ForecastTerms) else ForecastTerms()
        due = None if each.due == NEVER else each.due
        figures.add("forecasts: due", share([terms.due_latest == due]))
        if due:
            figures.add("forecasts: due, where there is one", share([terms.due_latest == due]))
        figures.add("forecasts: conditions", lettered(each.conditions, terms.conditions))
        figures.add("forecasts: probability words", spotted(each.probability, terms.probability_words))


def controlled(each: Marked, found: Claim, reading: Reading) -> Iterator[tuple[str, bool]]:
    """Each term of control that is marked, and whether it was found so."""
    terms = found.terms if isinstance(found.terms, ControlTerms) else ControlTerms()
    names = {entity.id: entity.name for entity in reading.entities}
    names |= {toponym.id: toponym.span.text for toponym in reading.toponyms}
    yield "change", terms.change is not None and terms.change.value in each.change
    for field in ("place", "holder", "loser"):
        wanted: str | None = getattr(each, field)
        if wanted:
            told = names.get(getattr(terms, field) or "", "")
            if field == "place":
                told = " ".join([told, *(span.text for span in terms.ground)])
            yield field, bool(stems(wanted) & stems(told))


def stems(name: str) -> set[str]:
    """The words of a name by their first letters."""
    return {word[:STEM] for word in re.findall(r"\w+", name.casefold()) if word not in EMPTY and word != "s"}


def add_contested(one: Passage, reading: Reading, figures: Figures) -> None:
    """Count the contested terms that were found in the right voice, and of those found, which slot they favour."""
    terms = {each.span: each for each in one.terms}
    found = {each.span: each for each in reading.framing.terms}
    met = overlapping(terms, found)
    right = [(terms[span], found[match]) for span, match in met.items()]
    figures.add("contested terms", Count(len(met), len(found), len(terms)))
    hits = sum(each.voice == match.voice for each, match in right)
    figures.add("contested terms × voice", Count(hits, len(found), len(terms)))
    figures.add("contested terms: favours", share(each.favours == match.favours for each, match in right))


def failures(one: Passage, reading: Reading, pairs: Pairs) -> Iterator[str]:
    """What went wrong in one passage, a line each; its name first where anything did."""
    lines = list[str]()
    for n, each in enumerate(one.claims):
        if n not in pairs:
            lines.append(f"missed   {each.kind}, {each.voice}: {joined(each.spans)}")
            continue
        found = reading.claims[pairs[n]]
        wanted = (each.kind, each.polarity, each.certainty)
        got = (found.kind.value, found.polarity.value, found.factuality.certainty.value)
        if wanted != got:
            lines.append(f"wrong    {' '.join(got)}; wanted {' '.join(wanted)}: {joined(each.spans)}")
    beyond = (each for at, each in enumerate(reading.claims) if at not in {*pairs.values()})
    lines += [f"beyond   {each.kind.value}, {each.voice.value}: {joined(each.spans)}" for each in beyond]
    if lines:
        yield f"── {one.name}"
        yield from (line.replace("\n", " ") for line in lines)


def measure(half: str, reader: str) -> tuple[Figures, list[str]]:
    """The figures of a half or a further file, and its failures."""
    figures, lines = Figures(), list[str]()
    for one in passages(half):
        reading = read(one.document, reader=reader)
        lines += failures(one, reading, score(one, reading, figures))
    add_macro(figures)
    return figures, lines


def add_macro(figures: Figures) -> None:
    """The mean F1 of the kinds that are marked; a kind that is only found, never marked, lowers another's recall already."""
    kinds = [count for name, count in figures.counts.items() if name.startswith("kind: ") and count.wanted]
    figures.add(MACRO, Count(round(1000 * sum(count.f1 for count in kinds) / max(1, len(kinds))), 1000, 1000))


def figures(half: str, reader: str) -> Figures:
    """The figures of a half by one reader, for the gate."""
    return measure(half, reader)[0]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where a passage is not sound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="dev", help=f"which passages: some of {', '.join(FILES)}, with commas")
    parser.add_argument("--reader", default="model", help="the reader that reads the passages")
    parser.add_argument("--failures", action="store_true", help="not with test: what went wrong, passage by passage")
    parser.add_argument("--check", action="store_true", help="only say whether the passages are sound")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        wrong = check()
        print("\n".join(wrong) or "every passage is sound", file=sys.stderr if wrong else sys.stdout)
        return 1 if wrong else 0
    files = chosen.half.split(",")
    if unknown := {*files} - {*FILES}:
        parser.error(f"--half {', '.join(sorted(unknown))}: no such passages; expected some of {', '.join(FILES)}")
    if chosen.failures and TEST in files:
        parser.error(APART)
    for half in files:
        try:
            counted, lines = measure(half, chosen.reader)
        except ConfigError as error:
            parser.error(str(error))
        print("\n".join([*(lines if chosen.failures else ()), f"── {half}, {chosen.reader}", *counted.lines()]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
