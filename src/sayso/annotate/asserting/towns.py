"""The toponyms of a document, and those that only a claim tells of: what rebels have captured is a place, in no gazetteer though it be."""

from collections.abc import Sequence

from sayso.annotate.asserting.verbs import Token
from sayso.annotate.asserting.within import Within
from sayso.model.document import Document, Span
from sayso.model.provenance import digest_id
from sayso.model.world import Toponym

WITHIN = frozenset({"of", "de", "el", "al"})  # what may stand between the words of a name


class Towns:
    """Toponyms by where they stand; places of claims that have none get one, without a place on the ground."""

    def __init__(self, document: Document, toponyms: Sequence[Toponym]) -> None:
        """Index those that are known."""
        self._document = document
        self._known = {toponym.id: toponym for toponym in toponyms}
        self._within = Within((toponym.span, toponym.id) for toponym in toponyms)

    def all(self) -> tuple[Toponym, ...]:
        """All toponyms in the order of the text."""
        return tuple(sorted(self._known.values(), key=lambda toponym: (toponym.span, toponym.id)))

    def ids(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Those that lie in the spans."""
        return self._within.ids(spans)

    def of(self, phrase: Sequence[Token]) -> str | None:
        """The toponym in a phrase that tells of a place: a known one, else its last run of capitalised words, else None."""
        if not phrase:
            return None
        return self._within.first(phrase[0].start, phrase[-1].end) or self._made(phrase)

    def _made(self, phrase: Sequence[Token]) -> str | None:
        end = len(phrase)
        while end and not _is_name(phrase[end - 1]):
            end -= 1
        start = end
        while start and (_is_name(phrase[start - 1]) or (start > 1 and phrase[start - 1].low in WITHIN - {"of"})):
            start -= 1
        if start == end:
            return None
        last = phrase[end - 1]
        stop = last.end - (len("'s") if last.low.endswith("'s") else 0)
        span = self._document.span(phrase[start].start, stop)
        made = Toponym(id=digest_id("tp", self._document.id, span.start, span.end), span=span)
        self._known[made.id] = made
        self._within.add(span, made.id)
        return made.id


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag in "Nn"
