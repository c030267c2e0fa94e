"""The claims of one story as reports: each with its article, on whose word it stands there, and whom it repeats."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.export.account.account import Copied, Report
from sayso.export.chain import Chains
from sayso.export.phrasing import title
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Voice
from sayso.model.reading import Reading
from sayso.model.relation import Cluster, Related, RelationKind
from sayso.model.stance import Polarity
from sayso.ports.copies import Copies
from sayso.ports.stories import Member
from sayso.relate.drift import hedges_of
from sayso.relate.words import words


class Telling:
    """The readings of a story, and its claims by their ids. A text that came in twice is told as it was first published."""

    def __init__(self, members: Sequence[Member], related: Related, copies: Copies) -> None:
        ordered = sorted(members, key=lambda each: (each.reading.document.published_at or "9", each.arrival))
        first: dict[str, Member] = {}
        also: dict[str, dict[str, None]] = {}
        for each in ordered:
            document = each.reading.document
            if first.setdefault(document.id, each) is not each and document.outlet:
                also.setdefault(document.id, {})[document.outlet] = None
        self.readings = [each.reading for each in first.values()]
        self._also = {id: tuple(outlets) for id, outlets in also.items()}
        self._arrivals = {id: each.arrival for id, each in first.items()}
        self._claims = {claim.id: (reading, claim) for reading in self.readings for claim in reading.claims}
        self._chains = {reading.document.id: Chains(reading) for reading in self.readings}
        self._echoes = {each.from_id: each for each in related.relations if each.kind is RelationKind.ECHO}
        self._copies = copies

    def reports(self, cluster: Cluster) -> tuple[Report, ...]:
        """The claims of a cluster, the earliest first, each with the number of its origin."""
        origin = {claim: number for number, each in enumerate(cluster.origins, 1) for claim in each.claims}
        found = (self.report(claim, origin.get(claim, 0)) for claim in cluster.claims)
        return tuple(each for each in found if each is not None)

    def report(self, claim: str, origin: int = 0) -> Report | None:
        """A claim of the story; None where its article was read anew and has it no more."""
        if claim not in self._claims:
            return None
        reading, found = self._claims[claim]
        chains, document = self._chains[reading.document.id], reading.document
        attribution = chains.attributions.get(found.attribution or "")
        form = attribution.type.value if attribution else "own voice" if found.voice is Voice.NARRATOR else "unlinked"
        return Report(
            claim=claim,
            document=document.id,
            external_id=document.external_id,
            outlet=document.outlet,
            title=title(reading),
            published_at=document.published_at,
            text=" ".join(found.text.split()),
            spans=found.spans,
            kind=found.kind.value,
            polarity=found.polarity.value,
            denial=denial_of(found, attribution),
            form=form,
            on_word_of=tuple(link.name for link in chains.of(attribution)),
            hedges=hedges_of([found]),
            certainty=found.factuality.certainty.value,
            origin=origin,
            echo=self._echoes.get(claim),
            copied=self._copied(reading) if origin else (),
            also_in=self._also.get(document.id, ()),
        )

    def _copied(self, reading: Reading) -> tuple[Copied, ...]:
        return tuple(
            Copied(
                document=each.earliest.id,
                external_id=each.earliest.external_id,
                outlet=each.earliest.outlet,
                title=each.earliest.title,
                share=each.share,
                reasons=each.reasons,
            )
            for each in self._copies.copies_of(self._arrivals[reading.document.id])
        )

    def by_document(self, claims: Iterable[str]) -> list[tuple[str, list[Claim]]]:
        """Claims by their document, in their order."""
        found: dict[str, list[Claim]] = {}
        for id in claims:
            if id in self._claims:
                reading, claim = self._claims[id]
                found.setdefault(reading.document.id, []).append(claim)
        return list(found.items())

    def places(self, claims: Iterable[str]) -> Mapping[str, str]:
        """The places on the ground that claims name, by what makes them the same: their names as first written."""
        found: dict[str, str] = {}
        for reading, claim in (self._claims[id] for id in claims if id in self._claims):
            named = {each.id: each for each in reading.toponyms if each.literal}
            for toponym in (named[id] for id in claim.toponyms if id in named):
                key = toponym.place.id if toponym.place else toponym.span.text.casefold()
                found.setdefault(key, toponym.span.text)
        return found


def denial_of(claim: Claim, attribution: Attribution | None) -> str:
    """The words that deny a claim and are none of its own: the cue, where that is what denies; "denies" where nothing shows it."""
    if claim.polarity is not Polarity.DENIED:
        return ""
    denials, doubts = lexicon("hedges")["denials"], lexicon("hedges")["doubts"]
    cue = " ".join(" ".join(span.text for span in attribution.cue).split()) if attribution else ""
    if not frozenset(denials["verbs"]).isdisjoint(words(cue)):
        return cue
    negating = {*denials["negations"], *doubts["negations"].split()}
    negated = not negating.isdisjoint(words(claim.text)) or "n't" in claim.text.replace("’", "'").lower()
    return "" if negated else "denies"
