"""Claimants: the entity behind each source, how far it can be identified, and where else it is spoken of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.naming.anonymity import judge
from sayso.annotate.naming.cast import Cast
from sayso.annotate.naming.commons import find_commons
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.names import Names, find_names
from sayso.annotate.naming.phrases import Form, Phrase, describe
from sayso.annotate.naming.referring import Referring
from sayso.annotate.naming.scene import Scene
from sayso.annotate.naming.walk import Found, Walk
from sayso.annotate.naming.wording import Wording
from sayso.annotate.reporting.veridicality import veridicality_of
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.document import Document, Span
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import digest_id

NICKNAME = re.compile(r" [\u201c\"\u2018'][^\u201c\u201d\"\n]{1,30}[\u201d\"\u2019'](?= )")  # no part of the bare name


def find_claimants(
    document: Document, sentences: Sequence[Span], attributions: Sequence[Attribution], *, aliases: Aliases = NOBODY
) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """The attributions with claimant, anonymity and veridicality filled in, and the entities of the document in order of appearance.

    `aliases` are names that are one for the user, in this document as in others. Method: names are joined as newspapers use
    them, then one pass through the text resolves noun phrases, pronouns and quotations without a source by what stands before.
    """
    wording = Wording.of(document, sentences)
    names = find_names(wording)
    cast = Cast(document.text, names.all, aliases)
    scene = Scene.of(document, sentences, cast.named, attributions)
    found = {each.id: Found(describe(wording, each.source, names)) for each in attributions}
    walk = Walk(scene, Referring(cast, scene), {each.id: each for each in attributions}, found)
    walk.go(attributions, _commons(wording, names, found))
    entities = _entities(document, cast, found)
    filled = tuple(_filled(each, found[each.id], entities) for each in attributions)
    return filled, tuple(sorted(entities.values(), key=lambda entity: (entity.mentions, entity.id)))


def _commons(wording: Wording, names: Names, found: Mapping[str, Found]) -> list[Phrase]:
    """The noun phrases that are no source."""
    sources = {each.phrase.span.start for each in found.values() if each.phrase.form is not Form.NONE}
    return [phrase for phrase in find_commons(wording, names) if phrase.span.start not in sources]


def _entities(document: Document, cast: Cast, found: Mapping[str, Found]) -> dict[int, Entity]:
    """The entity of each figure that speaks, and of each person with a name."""
    spoken: dict[int, list[Span]] = {}
    for each in found.values():
        if each.figure is not None:
            shown = [] if each.phrase.form in (Form.NAME, Form.NONE) else [each.phrase.span]
            spoken.setdefault(id(each.figure), []).extend(shown)
    return {
        id(figure): _entity(document, figure, spoken.get(id(figure), []))
        for figure in cast.figures
        if id(figure) in spoken or (figure.named and figure.kind is EntityKind.PERSON)
    }


def _entity(document: Document, figure: Figure, shown: Sequence[Span]) -> Entity:
    by_start = {(span.start, span.end): span for span in (*figure.mentions, *shown)}
    mentions = tuple(span for _, span in sorted(by_start.items())) or (figure.best,)
    kind = figure.kind or (EntityKind.ORGANISATION if figure.spoken_of_as_place else EntityKind.PERSON)
    return Entity(
        id=digest_id("en", document.id, figure.best.text, mentions[0].start),
        name=figure.label or NICKNAME.sub("", figure.best.text),
        kind=kind,
        titles=tuple(figure.titles) if kind is EntityKind.PERSON else (),
        mentions=mentions,
    )


def _filled(attribution: Attribution, mine: Found, entities: Mapping[int, Entity]) -> Attribution:
    entity = entities[id(mine.figure)] if mine.figure is not None else None
    return replace(
        attribution,
        claimant=entity.id if entity else None,
        anonymity=_anonymity(mine),
        veridicality=veridicality_of(attribution.cue),
        reasons=(*attribution.reasons, mine.reason) if mine.reason else attribution.reasons,
    )


def _anonymity(mine: Found) -> Anonymity:
    if mine.figure is not None and (
        mine.figure.named or mine.phrase.definite or mine.phrase.form in (Form.PRONOUN, Form.NONE)
    ):
        return Anonymity.NAMED if mine.figure.named or mine.figure.phrase is None else judge(mine.figure.phrase)
    if mine.continued is not None:
        return _anonymity(mine.continued) if mine.continued.continued is None else Anonymity.NONE
    return judge(mine.phrase)
