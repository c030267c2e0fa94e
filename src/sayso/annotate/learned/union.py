"""One list of attributions from two readers: the encoder's, and of the rules' what it was never shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.learned.places import Places
from sayso.annotate.reporting.assembly import anchored, nested, place, settled
from sayso.annotate.typography.rendering import Rendering
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Document, Span

TURN = "transcript"  # the rule of "NAME: what was said"
# Rules that see by typography what PolNeAR has too few of to learn from. On its dev part the encoder leaves out 18 quotations that a
# signature follows; all of them are in the gold.
TYPOGRAPHY = frozenset((TURN, "signed-quotation", "announced", "bare-quotation", "colon-quotation"))
# Rules that announce what is said beyond doubt, where the encoder sees nothing at all.
PLAIN = frozenset(("phrase", "noun", "passive", "quotation-cue-source", "content-source-cue", "headline"))
# Rules whose spans are the better ones where both readers see the cue.
BETTER = frozenset(("phrase", TURN))
AROUND = frozenset(("content-source-cue", "quotation-cue-source", "quotation-source-cue"))
# Rules about lines that stand alone, of which the encoder has seen few: on PolNeAR dev they add 2 to 2,062, neither of them in the gold.
LONE = frozenset(("headline",))
SURE = 0.7
CONTINUES = "continues "


def unite(
    document: Document,
    found: tuple[Sequence[Attribution], Sequence[Attribution]],
    ruled: Sequence[Attribution],
    rendering: Rendering,
) -> tuple[Attribution, ...]:
    """Attributions in order, each once; `found` are outermost ones and ones inside contents, kept where another holds them."""
    outer, inner = found
    by_cue = Places.of((span, each) for each in ruled for span in each.cue)
    turns = Places.of(
        (span, each) for each in ruled if each.reasons[0] == TURN for span in (*each.source, *each.cue, *each.content)
    )
    sure = [_informed(each, by_cue) for each in outer if not _runs_into(each, turns)]
    taken = Places.of((span, each) for each in sure for span in (*each.cue, *each.content))
    sure += [each for each in ruled if not each.within and _adds(each, taken)]
    sure = _continued(document, sure, ruled, rendering)
    inner = [settled(document, _informed(each, by_cue), rendering) for each in inner]
    seen = Places.of((span, each) for each in (*inner, *sure) for span in each.cue)
    inner += [each for each in ruled if each.within and _announces(each) and not any(seen.touching(each.cue[0]))]
    everything = {each.id: each for each in (*inner, *sure)}
    return anchored(nested(tuple(sorted(everything.values(), key=place))), {each.id for each in sure})


def _runs_into(attribution: Attribution, turns: Places) -> bool:
    """Whether a content reaches into a turn of a transcript from without: it announces what is said there and does not say it."""
    touched = {each.id: each for span in attribution.content for each in turns.touching(span)}
    spoken = (span for each in touched.values() for span in (*each.cue, *each.content))
    return bool(touched) and not any(span.touches(attribution.cue[0]) for span in spoken)


def _informed(attribution: Attribution, by_cue: Places) -> Attribution:
    """The attribution with what the rules saw beside the same cue: occasion, addressee, and what they see better."""
    seen = next(by_cue.touching(attribution.cue[0]), None)
    if seen is None:
        return attribution
    rule = seen.reasons[0]
    if rule in BETTER:
        attribution = replace(attribution, source=seen.source, cue=seen.cue, content=seen.content)
    elif rule in AROUND and seen.type is QuoteType.DIRECT and len(seen.content) != len(attribution.content):
        attribution = replace(attribution, content=seen.content)
    if rule == "passive":
        attribution = _without_addressee(attribution, seen.addressee)
    source = attribution.source or (seen.source if rule == "passive" else ())
    return replace(attribution, source=source, occasion=seen.occasion, addressee=seen.addressee)


def _without_addressee(attribution: Attribution, addressee: Sequence[Span]) -> Attribution:
    """The attribution whose content is not who was told, unless nothing else is left of it."""
    kept = tuple(part for part in attribution.content if not any(span.covers(part) for span in addressee))
    return replace(attribution, content=kept) if kept else attribution


def _adds(ruled: Attribution, taken: Places) -> bool:
    """Whether the rules saw what nobody else has: a quotation around what others have, or plain words beside them."""
    rule = ruled.reasons[0]
    others = (each for span in (*ruled.cue, *ruled.content) for each in taken.touching(span))
    if rule in TYPOGRAPHY:
        return all(any(span.covers(each.cue[0]) for span in ruled.content) for each in others)
    announced = rule in PLAIN or ruled.content[0].text.lower().startswith("that ")
    return announced and _announces(ruled) and not any(others)


def _announces(ruled: Attribution) -> bool:
    """Whether the rules are sure that someone is said to speak."""
    sure = ruled.confidence >= SURE or ruled.reasons[0] in LONE
    return bool(ruled.source) and ruled.cue_kind is CueKind.SPEECH and sure


def _continued(
    document: Document, sure: Iterable[Attribution], ruled: Sequence[Attribution], rendering: Rendering
) -> list[Attribution]:
    """The attributions, each with the quotations of later paragraphs in which its speaker goes on."""
    made = {each.id: each for each in sure}
    holders = Places.of((span, each) for each in made.values() for span in each.content)
    by_id = {each.id: each for each in ruled}
    heirs: dict[str, str] = {}
    for each in ruled:
        if not each.reasons[0].startswith(CONTINUES):
            continue
        before = each.reasons[0].removeprefix(CONTINUES)
        last = by_id[before].content[-1]
        heir = heirs.get(before) or next(
            (one.id for one in holders.touching(last) if one.type is not QuoteType.INDIRECT), None
        )
        if heir and all(
            any(span.covers(one.cue[0]) for span in each.content)
            for span in each.content
            for one in holders.touching(span)
        ):
            heirs[each.id] = heirs[before] = heir
            made[heir] = replace(made[heir], content=(*made[heir].content, *each.content))
    return [settled(document, each, rendering) for each in made.values()]
