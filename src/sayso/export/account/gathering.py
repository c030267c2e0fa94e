"""How the account of a cluster is gathered: one story is read, whatever the size of the ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import NotInLedger
from sayso.export.account.account import Account, Answer, Expected, Other, Source
from sayso.export.account.telling import Telling
from sayso.export.account.trail import trail_of
from sayso.model.relation import Cluster, Related, Relation, RelationKind
from sayso.model.standing import Standing
from sayso.ports.ledger import Ledger
from sayso.ports.stories import RelatedStories
from sayso.relate.decided import DecidedStories, resolved
from sayso.relate.drift import find_drift
from sayso.relate.register import Forecast, find_register
from sayso.relate.words import words
from sayso.workflow import standing_now

OTHERS = 8  # of the same story: about a screen; the list of claims has them all
CLUSTER = "cc_"  # what the ids of clusters begin with


@dataclass(frozen=True, slots=True)
class Seen:
    """A ledger as it is shown: what a machine found in its stories, and over it what people decided."""

    ledger: Ledger
    standing: Standing
    stories: RelatedStories


def seen(ledger: Ledger) -> Seen:
    """A ledger with the decisions that are in force now. It costs a look at all stories where people have merged or judged any."""
    standing = standing_now(ledger)
    return Seen(ledger, standing, DecidedStories(ledger.stories(), standing))


def account_of(shown: Seen, id: str, as_of: str) -> Account:
    """The account of the cluster that has this id, or that its claims went to; forecasts stand as on the ISO day `as_of`.

    NotInLedger where no cluster ever had the id, or where none of its claims is there any more.
    """
    story, related, cluster = find_cluster(shown.stories, id)
    telling = Telling(shown.stories.members(story), related, shown.ledger.copies())
    reports = telling.reports(cluster)
    if not reports:
        raise NotInLedger(f"the claims of {id} were read anew and are not related yet; run `sayso relate`")
    about = _About(telling, related, cluster)
    ids = {cluster.id, *cluster.claims, *(old for old, now in related.redirects.items() if now == cluster.id)}
    return Account(
        id=cluster.id,
        story=story,
        text=reports[0].text,
        kind=reports[0].kind,
        polarity=reports[0].polarity,
        documents=cluster.documents,
        outlets=cluster.outlets,
        reports=reports,
        origins=sources(cluster),
        drift=tuple(
            each for one in sources(cluster) for each in find_drift(one.number, telling.by_document(one.claims))
        ),
        denied_by=tuple(about.told(RelationKind.DENIAL, of_it=True)),
        denies=tuple(about.told(RelationKind.DENIAL, of_it=False)),
        superseded_by=tuple(about.told(RelationKind.SUPERSEDES, of_it=True)),
        supersedes=tuple(about.told(RelationKind.SUPERSEDES, of_it=False)),
        forecasts=tuple(about.forecasts(list(resolved(find_register(telling.readings, as_of), shown.standing)))),
        others=tuple(about.others()),
        decided_by=cluster.decided_by,
        trail=trail_of(list(shown.ledger.decisions()), ids, shown.standing.moved),
    )


def sources(cluster: Cluster) -> tuple[Source, ...]:
    """The origins of a cluster with their numbers."""
    return tuple(
        Source(number=number, reason=each.reason, claims=each.claims) for number, each in enumerate(cluster.origins, 1)
    )


def find_cluster(stories: RelatedStories, id: str) -> tuple[str, Related, Cluster]:
    """The story, what was found in it, and the cluster that has the id now or that has its claims; NotInLedger otherwise."""
    story = stories.cluster_story(id)
    if story is None:
        raise NotInLedger(f"no cluster {id!r}; expected an id of `sayso export --what clusters`, whole")
    related = stories.related(story)
    now = related.redirects.get(id, id)
    if not now:
        raise NotInLedger(f"{id} is the id of a cluster that is no more: none of its claims is in this ledger now")
    cluster = next((each for each in related.clusters if each.id == now), None)
    if cluster is None and now != id:  # merged into a cluster that was later moved to another story
        return find_cluster(stories, now)
    if cluster is None:
        raise NotInLedger(f"{id} is in no story any more; run `sayso relate`")
    return story, related, cluster


def whole_id(stories: RelatedStories, prefix: str) -> str:
    """The id of the one cluster whose id begins so; an id that is known stays as it is. NotInLedger where it is none or several."""
    if stories.cluster_story(prefix) is not None:
        return prefix
    found = sorted(
        {each.id for story in stories.all_related() for each in story.clusters if each.id.startswith(prefix)}
    )
    if len(found) != 1:
        some = f"; {len(found)} begin so: {', '.join(found[:3])}" if found else ""
        raise NotInLedger(f"no cluster {prefix!r}{some}; expected an id of `sayso export --what clusters`")
    return found[0]


class _About:
    """What a story has about one of its clusters."""

    def __init__(self, telling: Telling, related: Related, cluster: Cluster) -> None:
        self._telling, self._related, self._cluster = telling, related, cluster
        self._own = frozenset(cluster.claims)
        self._home = {claim: each.id for each in related.clusters for claim in each.claims}

    def told(self, kind: RelationKind, *, of_it: bool) -> Iterator[Answer]:
        """What others say of it, or it of others, the earliest first, each claim once."""
        ends = ((each, *_ends(each, of_it=of_it)) for each in self._related.relations if each.kind is kind)
        found: dict[str, Answer] = {}
        for relation, other, own in ends:
            report = self._telling.report(other) if own in self._own and other not in self._own else None
            if report is not None:
                found.setdefault(other, Answer(report=report, cluster=self._home.get(other), relation=relation))
        return iter(sorted(found.values(), key=lambda each: (each.report.published_at or "9", each.report.claim)))

    def forecasts(self, register: Sequence[Forecast]) -> Iterator[Expected]:
        """Those that the cluster is, then those of the story that name one of its places."""
        places = self._telling.places(self._cluster.claims)
        for forecast in register:
            if forecast.claim in self._own:
                yield Expected(forecast=forecast, cluster=self._cluster.id)
        for forecast in register:
            named = self._telling.places([forecast.claim])
            said = f" {' '.join(words(forecast.text))} "  # a name may stand where no reader takes it for a place
            shared = [places[key] for key in places if key in named or f" {' '.join(words(places[key]))} " in said]
            if shared and forecast.claim not in self._own:
                yield Expected(forecast=forecast, cluster=self._home.get(forecast.claim), place=shared[0])

    def others(self) -> Iterator[Other]:
        """The clusters of the story that most articles have."""
        ranked = sorted(self._related.clusters, key=lambda each: (-each.documents, each.id))
        beside = [each for each in ranked if each.id != self._cluster.id and each.documents > 1]
        for each in beside[:OTHERS]:
            report = self._telling.report(each.first_appearance)
            if report is not None:
                yield Other(cluster=each.id, text=report.text, documents=each.documents)


def _ends(relation: Relation, *, of_it: bool) -> tuple[str, str]:
    return (relation.from_id, relation.to_id) if of_it else (relation.to_id, relation.from_id)
