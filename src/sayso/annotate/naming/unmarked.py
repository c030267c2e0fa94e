"""Whose words a quotation is that has no source and no cue, as in: Vlek shook his head. “They have seen my hands.”.

The sentence before decides, by its subject; one without a person leaves it to the one before. At the start of a paragraph it is
whoever the last paragraph ended with.
"""

import re
from collections.abc import Iterator

from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.pronouns import is_person, whom
from sayso.annotate.naming.scene import Place, Scene
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.document import Span
from sayso.model.entity import EntityKind

LOOK_BACK = 5  # sentences; 2 and 8 do as well on evals/claimants (dev)
SUBJECT = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
ASKED = re.compile(r"\b(?:asks?|asked|turns to|turned to|prompts|prompted)\s+$", re.IGNORECASE)
TITLE = re.compile(r"(?:the|a|an|his|her) [\w -]*,? ?$")  # "the mate, " before a name
REACH = 60  # code points before a name in which "asked the mate, " may stand
MARKS = '"“”«„‘‚‹'


def is_unmarked(attribution: Attribution) -> bool:
    """Whether an attribution is a quotation that nothing in its sentence attributes."""
    if attribution.source or attribution.cue or attribution.within or not attribution.content:
        return False
    return attribution.type is QuoteType.DIRECT or min(attribution.content).text[:1] in MARKS


def speaker_of(scene: Scene, attribution: Attribution) -> Figure | None:
    """The figure whose words an unmarked quotation is, or None."""
    start = min(attribution.content).start
    here = scene.sentence_at(start)
    first = here if scene.sentences and scene.sentences[here].start < start else here - 1
    for number in range(first, max(-1, first - LOOK_BACK), -1):
        sentence = scene.sentences[number]
        end = min(sentence.end, start)
        found = _subject(scene, sentence, end)
        if found is not None:
            return found
        if spoken := scene.spoken(sentence.start, end):
            return spoken[0][1]
    return None


def actor_before(scene: Scene, attribution: Attribution) -> Figure | None:
    """The person whom the sentence before an unmarked quotation, in its own paragraph and all narration, is about; or None."""
    start = min(attribution.content).start
    number = scene.sentence_at(start)
    number -= scene.sentences[number].start >= start if scene.sentences else 0
    if number < 0 or not scene.sentences:
        return None
    sentence = scene.sentences[number]
    end = min(sentence.end, start)
    between = scene.document.text[end:start]
    if "\n" in between or scene.in_content(sentence.start) or scene.in_content(max(sentence.start, end - len(" ."))):
        return None
    found = _subject(scene, sentence, end)
    return found if found is not None and is_person(found) else None


def _subject(scene: Scene, sentence: Span, end: int) -> Figure | None:
    """Who a sentence of the narration is about: its first person, or whom it says was asked; a body where there is no person."""
    told = [pair for pair in scene.mentions(sentence.start, end) if not scene.in_content(pair[0])]
    people = [pair for pair in told if is_person(pair[1])]
    for place, figure in people[1:]:
        before = scene.document.text[max(sentence.start, place - REACH) : place]
        if ASKED.search(TITLE.sub("", before)):
            return figure
    people = sorted([*people, *_pronouns(scene, sentence, end)], key=lambda pair: pair[0])
    if people:
        return people[0][1]
    bodies = [figure for _, figure in told if figure.kind is EntityKind.ORGANISATION]
    return bodies[0] if bodies else None


def _pronouns(scene: Scene, sentence: Span, end: int) -> Iterator[Place]:
    """The first pronoun of the narration in a sentence, with whom it means."""
    for match in SUBJECT.finditer(scene.document.text, sentence.start, end):
        if scene.in_content(match.start()):
            continue
        figure = whom(scene, match.start(), match[0].casefold())
        if figure is not None:
            yield match.start(), figure
        return
