"""Claimants: the entity behind each source, how far it can be identified, and where else it is spoken of."""

from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.naming.anonymity import judge
from sayso.annotate.naming.cast import Cast
from sayso.annotate.naming.commons import find_commons
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.names import find_names
from sayso.annotate.naming.phrases import Form, Phrase, describe
from sayso.annotate.naming.pronouns import Scene, resolve_pronoun
from sayso.model.attribution import Anonymity, Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import digest_id

CONTINUES = "continues "  # the reason by which a stage of attributions says whose words go on
SPEAKING = frozenset(
    {CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT, CueKind.BELIEF}
)  # whose source a pronoun takes up
CHAIN = 100  # attributions that may continue one another before the chain is taken for a circle


@dataclass(slots=True)
class _Found:
    """What is known of one attribution's source so far."""

    phrase: Phrase
    figure: Figure | None = None
    reason: str = ""
    asked: bool = False
    continued: "_Found | None" = None


def find_claimants(
    document: Document, sentences: Sequence[Span], attributions: Sequence[Attribution]
) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """The attributions with claimant and anonymity filled in, and the entities of the document in order of appearance."""
    names = find_names(document, sentences)
    cast = Cast(names)
    found = {each.id: _Found(describe(document, each.source, names)) for each in attributions}
    places = _meet(cast, found, list(find_commons(document, sentences, names)))
    scene = _scene(document, sentences, attributions, cast, places)
    _follow(scene, attributions, found)
    entities = _entities(document, cast, found)
    filled = tuple(_filled(each, found[each.id], entities) for each in attributions)
    return filled, tuple(sorted(entities.values(), key=lambda entity: (entity.mentions, entity.id)))


def _meet(cast: Cast, found: dict[str, _Found], commons: Sequence[Phrase]) -> list[tuple[int, Figure]]:
    """Ask in the order of the text whom each noun phrase means; where everybody appears."""
    sources = {each.phrase.span.start for each in found.values() if each.phrase.form is not Form.NONE}
    phrases = [(phrase, None) for phrase in commons if phrase.span.start not in sources]
    asked = [*phrases, *((each.phrase, each) for each in found.values())]
    places: list[tuple[int, Figure]] = []
    met: dict[tuple[Form, Span], Figure | None] = {}
    for phrase, each in sorted(asked, key=lambda pair: (pair[0].span.start, pair[0].span.end)):
        known = (phrase.form, phrase.span)
        figure = met[known] = met[known] if known in met else cast.meant_by(phrase)
        if figure is not None:
            places.append((phrase.span.start, figure))
        if each is not None and figure is not None:
            figure.speaks = True
            each.figure, each.reason = figure, f"claimant: {phrase.form.value} {phrase.span.text!r}"
    return places


def _scene(
    document: Document,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    cast: Cast,
    places: list[tuple[int, Figure]],
) -> Scene:
    everybody = sorted(dict([*cast.named(), *places]).items(), key=lambda item: item[0])
    contents: list[Span] = []
    for span in sorted(span for each in attributions for span in each.content):
        if contents and span.start < contents[-1].end:
            contents[-1] = document.span(contents[-1].start, max(span.end, contents[-1].end))
        else:
            contents.append(span)
    starts = [place for place, _ in everybody]
    return Scene(document, sentences, starts, [figure for _, figure in everybody], contents)


def _follow(scene: Scene, attributions: Sequence[Attribution], found: dict[str, _Found]) -> None:
    """Resolve what depends on others, in the order of the text: pronouns, and words that go on without a new source."""
    by_id = {each.id: each for each in attributions}
    for each in sorted(attributions, key=_place):
        _resolve(scene, each, by_id, found, CHAIN)
        figure = found[each.id].figure
        if figure is not None and each.cue_kind in SPEAKING:
            insort(scene.sources, (_place(each), figure), key=lambda item: item[0])


def _place(attribution: Attribution) -> int:
    return min((span.start for span in (attribution.source or attribution.content or attribution.cue)), default=0)


def _resolve(
    scene: Scene, each: Attribution, by_id: Mapping[str, Attribution], found: dict[str, _Found], depth: int
) -> None:
    """Find the figure of one attribution, after those that it depends on."""
    mine = found[each.id]
    if mine.figure is not None or mine.asked or depth == 0:
        return
    mine.asked = True
    for before in (_continued(each), each.within):
        if before is not None and before in by_id:
            _resolve(scene, by_id[before], by_id, found, depth - 1)
    continued = _continued(each)
    if mine.phrase.form is Form.PRONOUN:
        outer = found[each.within].figure if each.within in found else None
        mine.figure = resolve_pronoun(scene, each, mine.phrase.span, outer)
        mine.reason = f"claimant: pronoun {mine.phrase.span.text!r}" + ("" if mine.figure else " undecided")
    elif not each.source and continued in found:
        mine.figure, mine.continued = found[continued].figure, found[continued]
        mine.reason = f"claimant: {CONTINUES}{continued}"


def _continued(attribution: Attribution) -> str | None:
    """The id of the attribution that this one goes on from without naming a source, if it says so."""
    said = next((reason for reason in attribution.reasons if reason.startswith(CONTINUES)), None)
    return said.removeprefix(CONTINUES).split(" ")[0] if said else None


def _entities(document: Document, cast: Cast, found: Mapping[str, _Found]) -> dict[int, Entity]:
    """The entity of each figure that speaks, and of each person with a name."""
    spoken: dict[int, list[Span]] = {}
    for each in found.values():
        if each.figure is not None:
            shown = [] if each.phrase.form in {Form.NAME, Form.NONE} else [each.phrase.span]
            spoken.setdefault(id(each.figure), []).extend(shown)
    return {
        id(figure): _entity(document, figure, spoken.get(id(figure), []))
        for figure in cast.figures
        if id(figure) in spoken or (figure.named and figure.kind is EntityKind.PERSON)
    }


def _entity(document: Document, figure: Figure, shown: Sequence[Span]) -> Entity:
    mentions = tuple(sorted({*figure.mentions, *shown})) or (figure.best,)
    kind = figure.kind or (EntityKind.ORGANISATION if figure.spoken_of_as_place else EntityKind.PERSON)
    return Entity(
        id=digest_id("en", document.id, figure.best.text, mentions[0].start),
        name=figure.best.text,
        kind=kind,
        titles=tuple(figure.titles) if kind is EntityKind.PERSON else (),
        mentions=mentions,
    )


def _filled(attribution: Attribution, mine: _Found, entities: Mapping[int, Entity]) -> Attribution:
    entity = entities[id(mine.figure)] if mine.figure is not None else None
    return replace(
        attribution,
        claimant=entity.id if entity else None,
        anonymity=_anonymity(mine),
        reasons=(*attribution.reasons, mine.reason) if mine.reason else attribution.reasons,
    )


def _anonymity(mine: _Found) -> Anonymity:
    if mine.figure is not None and (
        mine.figure.named or mine.phrase.definite or mine.phrase.form in {Form.PRONOUN, Form.NONE}
    ):
        return Anonymity.NAMED if mine.figure.named else mine.figure.anonymity
    if mine.continued is not None:
        return _anonymity(mine.continued) if mine.continued.continued is None else Anonymity.NONE
    return judge(mine.phrase)
