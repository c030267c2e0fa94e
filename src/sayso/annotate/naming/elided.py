"""Whose word it is where an attribution has a cue but no source of its own: somebody who stands right before the cue."""

import re

from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.pronouns import is_person
from sayso.annotate.naming.scene import Places, Scene
from sayso.lexicons import words_of
from sayso.model.attribution import Attribution, QuoteType

NEAR = 80  # code points from a name to the noun that it owns: "Foreign Minister Ada Bell's accusation"
OWNS = re.compile(r"['\u2019]s? $")
JOINED = re.compile(r"(?:,? and|,? but|,? then)\s+(?:\w+ly\s+)?$")
SEEN = 24  # code points before a cue in which what joins it to the one before stands


def is_elided(attribution: Attribution) -> bool:
    """Whether an attribution has an active cue and no source."""
    if attribution.source or not attribution.cue or not attribution.content:
        return False
    words = min(attribution.cue).text.casefold().split()
    return bool(words) and not any(word in words_of("classes", "be") for word in words)


def owner_of(scene: Scene, attribution: Attribution, beside: Places) -> Figure | None:
    """The figure behind such a cue, or None; `beside` are the sources of the attributions that stand within the same one."""
    start = min(attribution.cue).start
    text = scene.document.text
    before = text[max(0, start - SEEN) : start]
    sentence = scene.sentences[scene.sentence_at(start)].start if scene.sentences else 0
    if OWNS.search(before):
        last = scene.before(start)
        return last[1] if last is not None and start - last[0] <= NEAR and last[0] >= sentence else None
    if JOINED.search(before):
        near = beside.last(sentence, start, 1)
        return near[0][1] if near else None
    if attribution.type is QuoteType.INDIRECT or attribution.within:
        return None
    ends = [span.end for span in attribution.content if span.end <= start]
    people = [figure for _, figure in scene.mentions(max(ends), start) if is_person(figure)] if ends else []
    return people[0] if people and sentence <= max(ends) else None
