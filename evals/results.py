"""From a scorer's report to the rows of RESULTS.md: figures and counts alone, never a word of a corpus."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Report = Mapping[str, Any]
ROLES = ("source", "cue", "content")
OF_PAIRS = ("whole", "iou 0.8", "cover 0.3", "type")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and what it was counted from."""

    name: str
    value: str
    counted: str

    def __str__(self) -> str:
        """On one line of a terminal."""
        return f"{self.name} {self.value} ({self.counted})"


def shown(value: float) -> str:
    """A figure to the thousandth."""
    return f"{value:.3f}"


def f_row(name: str, figure: Report) -> Row:
    """An F1 with precision, recall and counts."""
    value = f"F1 {figure['f1']:.3f} (P {figure['p']:.3f}, R {figure['r']:.3f})"
    return Row(name, value, f"{figure['hits']} hits, {figure['predicted']} found, {figure['gold']} in the gold")


def attribution(report: Report) -> Iterator[Row]:
    """Strict spans, edges forgiven and words by role; direct quotations; pairs."""
    figures = report["figures"]
    yield Row("documents", str(report["documents"]), f"{len(report['unread'])} unread")
    for kind in ("strict", "edges", "words"):
        yield from (f_row(f"{kind} {role}", figures[f"{kind} {role}"]) for role in ROLES)
    low, high = report["interval"]["strict content"]
    yield Row("strict content, 95% interval", f"{low:.3f} to {high:.3f}", "bootstrap over documents")
    for type_ in ("direct", "mixed", "indirect"):
        name = f"{type_}: strict content"
        yield f_row(name, figures[name])
    yield from (f_row(name, figures[name]) for name in OF_PAIRS if name in figures)
    if "nested" in figures:
        counted = f"{figures['nested']['hits']} of them fit a gold attribution that nothing else found"
        yield Row("nested, left out by the scorer", str(figures["nested"]["predicted"]), counted)


def probes(report: Report) -> Iterator[Row]:
    """Pass rate over all, and the families in which something was missed: the sample has one or two probes of each."""
    low, high = report["interval"]
    yield Row(
        "pass rate", shown(report["pass_rate"]), f"{report['passed']} of {report['probes']}; {low:.3f} to {high:.3f}"
    )
    yield Row("checks met", shown(report["check_rate"]), f"{report['checks_met']} of {report['checks']}")
    missed = [name for name, family in report["families"].items() if family["passed"] < family["probes"]]
    yield Row("families missed in part or wholly", str(len(missed)), ", ".join(missed) or "none")


def extraction(report: Report) -> Iterator[Row]:
    """Texts, quotations, segments, and metadata by exact value."""
    yield Row("pages", str(report["pages"]), f"{report['failures']} failures")
    low, high = report["articles"]["f1_interval"]
    yield Row(
        "shingle F1", shown(report["articles"]["f1"]), f"{report['articles']['pages']} pages; {low:.3f} to {high:.3f}"
    )
    yield Row("quotations kept", shown(report["quotations"]["kept"]), f"{report['quotations']['spans']} quotations")
    yield Row("segment F1", shown(report["segments"]["f1"]), f"{report['segments']['pages']} pages")
    for part in ("dates", "titles", "authors", "outlets"):
        figure = report[part]
        yield Row(f"{part} exact", shown(figure["exact"]), f"{figure['right']} of {figure['gold']}")
    yield Row("seconds per page", shown(report["seconds_per_page"]), "start-up included")


def statements(report: Report) -> Iterator[Row]:
    """Statements found, and who is said to have made them."""
    yield Row("recall, mean over articles", shown(report["recall_mean"]), f"{len(report['unread'])} articles unread")
    for name, figure in report["figures"].items():
        yield Row(name, shown(figure["share"]), f"{figure['right']} of {figure['of']}")
    yield Row("F1", shown(report["f1"]), "of pooled recall and precision")
    yield Row("anonymous, balanced", shown(report["anonymous_balanced"]), "mean of the two classes")


def warnews(report: Report) -> Iterator[Row]:
    """Attributions in news of a war, nested ones included."""
    counts = report["counts"]
    rows = (
        ("recall", "hit", "required"),
        ("precision", "right", "predicted"),
        ("nested_recall", "nested_hit", "nested"),
        ("exact", "exact", "required"),
        ("claimant", "claimant", "named"),
        ("anonymity", "anonymity", "hit"),
        ("type", "type", "hit"),
    )
    yield from (Row(name, shown(report[name]), f"{counts[right]} of {counts[of]}") for name, right, of in rows)


def extents(report: Report, name: str, hits: str) -> Row:
    """An F1 over what was found at an extent."""
    return Row(f"{name} F1", shown(report[f"{name}_f1"]), f"{report[hits]} hits, {report['predicted']} found, {report['gold']} in the gold")  # fmt: skip


def times(report: Report) -> Iterator[Row]:
    """Expressions of time: found, with their extent, their type and their value."""
    yield from (extents(report, name, name) for name in ("relaxed", "strict", "type", "value"))


def places(report: Report) -> Iterator[Row]:
    """Names of places recognised, resolved, and both."""
    yield from (extents(report, name, name) for name in ("overlap", "strict"))
    yield Row("resolved within 161 km", shown(report["acc161"]), f"{report['resolved']} recognised exactly")
    yield Row("end to end", shown(report["end_to_end_acc161"]), f"{report['end_to_end']} of {report['located']}")


def contested_places(report: Report) -> Iterator[Row]:
    """Probes of contested, renamed and garbled names."""
    yield Row("pass rate", shown(report["pass_rate"]), f"{report['passed']} of {report['probes']}")
    yield Row("silently wrong", str(report["silently_wrong"]), "a place was chosen that is none of the right ones")


def quantities(report: Report) -> Iterator[Row]:
    """Figures about people: found, valued, with their role."""
    yield from (Row(f"{name} F1", shown(report[f"{name}_f1"]), f"{report['gold']} in the gold") for name in ("record", "value", "role", "span"))  # fmt: skip
    yield Row("false alarms", str(report["false_alarms"]), "sentences without a figure in which one was found")


def match(report: Report) -> Iterator[Row]:
    """Known claims found again, and claims that nobody knows told from those that are known."""
    low, high = report["map@5_95"]
    yield Row("MAP@5", shown(report["map@5"]), f"{report['queries']} queries; {low:.3f} to {high:.3f}")
    yield from (Row(name, shown(report[name.lower()]), "of the queries") for name in ("P@1", "hit@5"))
    yield Row("unseen: AUROC", shown(report["unseen"]["auroc"]), "against the same queries, nothing relevant known")
    found = shown(report["unseen"]["found_at_5pct"])
    yield Row("found at 5% false alarms", found, f"score above {report['unseen']['level']:.3f}")


def listed(rows: Callable[[Report], Iterator[Row]]) -> Callable[[Report], Sequence[Row]]:
    """Rows, all at once."""
    return lambda report: list(rows(report))


ROWS: Mapping[str, Callable[[Report], Sequence[Row]]] = {
    rows.__name__.replace("_", " "): listed(rows)
    for rows in (
        attribution,
        probes,
        extraction,
        statements,
        warnews,
        times,
        places,
        contested_places,
        quantities,
        match,
    )
}
