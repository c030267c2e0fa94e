"""What people decided, laid over what a machine found; neither is changed by it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model.decision import DecisionKind
from sayso.model.provenance import digest_id
from sayso.model.relation import Cluster, Origin, Related, Relation, RelationKind, Status
from sayso.model.standing import Standing, clustered
from sayso.ports.stories import Member, RelatedStories
from sayso.relate.naming import name_clusters
from sayso.relate.register import Forecast
from sayso.relate.story import cluster_claims

Judged = tuple[str, str, str]  # kind, from, to: what a person judges


def judged(relation: Relation, standing: Standing) -> Relation:
    """A relation with the status that a person gave it, if one did."""
    decision = standing.judgements.get(_ends(relation, standing))
    if decision is None:
        return relation
    status = Status.CONFIRMED if decision.kind is DecisionKind.CONFIRM else Status.REJECTED
    return replace(relation, status=status, decided_by=decision.by)


def _ends(relation: Relation, standing: Standing) -> Judged:
    """What is judged, by the ids that its claims have now: what was related may be older."""
    moved = standing.moved
    return relation.kind, moved.get(relation.from_id, relation.from_id), moved.get(relation.to_id, relation.to_id)


def added(standing: Standing, proposed: Collection[Judged]) -> Iterator[Relation]:
    """Relations that people confirm though no machine proposes them (any more): its score of them is 0."""
    for each, decision in standing.judgements.items():
        if each not in proposed and decision.kind is DecisionKind.CONFIRM:
            kind, later, earlier = each
            yield Relation(
                kind=RelationKind(kind),
                from_id=later,
                to_id=earlier,
                score=0.0,
                status=Status.CONFIRMED,
                reasons=(decision.reason or "found by a person",),
                decided_by=decision.by,
            )


def resolved(forecasts: Iterable[Forecast], standing: Standing) -> Iterator[Forecast]:
    """Forecasts with what people say became of them."""
    for each in forecasts:
        found = standing.outcomes.get(each.claim)
        if found is None:
            yield each
        else:
            yield replace(each, outcome=found.outcome, decided_by=found.by, evidence=found.evidence)


class DecidedStories:
    """Fulfils `ports.RelatedStories`: stories with relations as people judged them and clusters as people merged and split them.

    A cluster keeps an id as `relate.naming` says; the ids that are no more redirect. One that people merged over the bounds of
    stories is in the story of its id, and so are its articles.
    """

    def __init__(self, stories: RelatedStories, standing: Standing) -> None:
        self._stories = stories
        self._standing = standing
        self._regrouped = regrouped(stories, standing) if standing.clustering or standing.judgements else Regrouped()

    def members(self, story: str) -> Sequence[Member]:
        """With those of other stories whose claims were merged into this one."""
        guests = self._regrouped.guests.get(story, ())
        found = {each.arrival: each for name in (story, *guests) for each in self._stories.members(name)}
        return [found[number] for number in sorted(found)]

    def related(self, story: str) -> Related:
        """The last revision, and over it what people decided."""
        return self._over(story, self._stories.related(story))

    def all_related(self) -> Iterator[Related]:
        """One story in memory at a time."""
        for each in self._stories.all_related():
            yield self._over(_name(each, self._stories), each)

    def cluster_story(self, id: str) -> str | None:
        """Of a cluster that people made, the story that it is shown in."""
        now = self._regrouped.redirects.get(id, id)
        return self._regrouped.home.get(now) or self._stories.cluster_story(now)

    def _over(self, story: str | None, related: Related) -> Related:
        new = self._regrouped
        kept = [each for each in related.clusters if each.id not in new.replaced]
        redirects = {old: new.redirects.get(now, now) for old, now in related.redirects.items() if old not in new.home}
        redirects |= {each.id: new.redirects[each.id] for each in related.clusters if each.id in new.redirects}
        return Related(
            relations=(
                *(judged(each, self._standing) for each in related.relations),
                *new.added.get(story or "", ()),
            ),
            clusters=(*kept, *new.clusters.get(story or "", ())),
            redirects=redirects,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What people made of the clusters of a machine: which are replaced, by which, in which story, and where their ids lead.

    `added` are relations that only people see, by story; `guests` the stories whose claims a story took in.
    """

    replaced: Collection[str] = ()
    clusters: Mapping[str, Sequence[Cluster]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    home: Mapping[str, str] = field(default_factory=dict)
    guests: Mapping[str, Sequence[str]] = field(default_factory=dict)
    added: Mapping[str, Sequence[Relation]] = field(default_factory=dict)


def regrouped(stories: RelatedStories, standing: Standing) -> Regrouped:
    """Laid over all that was found; only clusters that a decision names are looked at closely."""
    moved = standing.moved
    meant = {id for each in standing.clustering for one in each.subjects for id in (one, moved.get(one, one))}
    ends = {end for _, *pair in standing.judgements for end in pair}
    touched: dict[str, Cluster] = {}
    place: dict[str, str] = {}  # of claims, in stories
    proposed: set[Judged] = set()
    for related in stories.all_related():
        proposed |= {_ends(each, standing) for each in related.relations}
        for each in related.clusters:
            if not meant.isdisjoint(each.claims):
                touched[each.id] = each
            now = {moved.get(claim, claim) for claim in each.claims}
            if not (meant | ends).isdisjoint(now | {*each.claims}):
                place |= dict.fromkeys((*each.claims, *now), _name(related, stories) or "")
    remade = list(_remade(touched.values(), standing, place, stories))
    named, redirects = name_clusters(remade, Related(clusters=tuple(touched.values())))
    home = {each.id: place[each.founder] for each in named}
    found: dict[str, list[Relation]] = {}
    for relation in added(standing, proposed):
        if relation.from_id in place:
            found.setdefault(place[relation.from_id], []).append(relation)
    return Regrouped(
        replaced=touched.keys(),
        clusters={story: [each for each in named if home[each.id] == story] for story in home.values()},
        redirects=redirects,
        home=home,
        guests={
            story: sorted({place[claim] for each in named if home[each.id] == story for claim in each.claims} - {story})
            for story in home.values()
        },
        added=found,
    )


def _remade(
    touched: Collection[Cluster], standing: Standing, place: Mapping[str, str], stories: RelatedStories
) -> Iterator[Cluster]:
    """The clusters of a machine that decisions name, as these leave them."""
    known = {frozenset(each.claims): each for each in touched}
    for claims in clustered((each.claims for each in touched), standing.clustering, standing.moved):
        if claims in known:
            yield known[claims]
            continue
        members = [each for name in sorted({place[claim] for claim in claims}) for each in stories.members(name)]
        made = cluster_claims(claims, members)
        whole = made if made and set(made.claims) == claims else _pieced(claims, touched)
        yield replace(whole, decided_by=_deciders(claims, touched, standing))


def _pieced(claims: Collection[str], touched: Iterable[Cluster]) -> Cluster:
    """A cluster of pieces of others, where the claims of a text that was read anew are not related yet."""
    pieces = [each for each in touched if not set(claims).isdisjoint(each.claims)]
    ordered = tuple(claim for each in pieces for claim in each.claims if claim in claims)
    origins = (
        Origin(claims=tuple(claim for claim in origin.claims if claim in claims), reason=origin.reason)
        for each in pieces
        for origin in each.origins
    )
    return replace(
        pieces[0],
        id=digest_id("cc", ordered[0]),
        founder=ordered[0],
        claims=ordered,
        first_appearance=ordered[0],
        documents=max(each.documents for each in pieces),
        outlets=max(each.outlets for each in pieces),
        origins=tuple(each for each in origins if each.claims),
    )


def _deciders(claims: Collection[str], touched: Iterable[Cluster], standing: Standing) -> str:
    """Those who merged or split what the claims were in."""
    were = {claim for each in touched if not set(claims).isdisjoint(each.claims) for claim in each.claims}
    moved = standing.moved
    those = (
        each.by
        for each in standing.clustering
        if any(one in were or moved.get(one, one) in were for one in each.subjects)
    )
    return ", ".join(dict.fromkeys(those))


def _name(related: Related, stories: RelatedStories) -> str | None:
    """The name of a story: none where it has no cluster, and so nothing that could be decided about."""
    return stories.cluster_story(related.clusters[0].id) if related.clusters else None
