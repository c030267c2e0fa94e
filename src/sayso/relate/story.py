"""The method for one story, on one page."""

from collections.abc import Collection, Sequence

from sayso.model.days import shown_by
from sayso.model.provenance import digest_id
from sayso.model.relation import Cluster, Origin, Related
from sayso.ports.stories import Member
from sayso.relate.aliases import find_aliases
from sayso.relate.clusters import group_claims
from sayso.relate.denials import Fits, find_answers, find_denials, join_denials
from sayso.relate.echoes import find_echoes
from sayso.relate.gists import Gist, find_gists
from sayso.relate.groups import group_claimants
from sayso.relate.likeness import Weights
from sayso.relate.masks import Masks
from sayso.relate.naming import name_clusters
from sayso.relate.newer import also_denied, find_newer
from sayso.relate.origins import Descent, Outlets, find_origins
from sayso.relate.stories import bare


def relate_story(members: Sequence[Member], before: Related) -> Related:
    """What the documents and claims of a story say about one another; `before` is what was found when it was smaller.

    The order of the members does not matter. A text that came in twice counts as it was first published.
    """
    gists = find_all_gists(members)
    voices = group_claimants([(each.document, each.claimant) for each in gists])
    weights, outlets = Weights(gists), Outlets(gists)
    masks = Masks(gists, weights)
    groups, likeness = group_claims(gists, voices, weights, masks, outlets)
    fits = Fits(gists, voices, masks)
    groups = join_denials(groups, find_answers(groups, fits), gists, voices)
    origins = [find_origins(group, gists, voices, outlets) for group in groups]
    echoes = [row for each in origins for row in find_echoes(each, gists, likeness)]
    denials = list(find_denials(groups, fits))
    newer = list(find_newer(groups, gists, voices, masks))
    newer += also_denied(newer, denials, groups, gists, voices)
    clusters = [_cluster(group, each, gists) for group, each in zip(groups, origins, strict=True)]
    named, redirects = name_clusters(clusters, before)
    return Related(relations=(*echoes, *denials, *newer), clusters=named, redirects=redirects)


def cluster_claims(claims: Collection[str], members: Sequence[Member]) -> Cluster | None:
    """The cluster that holds these claims and no other, whoever says so; None where no member has one of them."""
    gists = find_all_gists(members)
    group = [place for place, each in enumerate(gists) if each.claim in claims]
    voices, outlets = group_claimants([(each.document, each.claimant) for each in gists]), Outlets(gists)
    return _cluster(group, find_origins(group, gists, voices, outlets), gists) if group else None


def find_all_gists(members: Sequence[Member]) -> list[Gist]:
    """Every claim of a story as it is compared, each once, the earliest first."""
    names = find_aliases(each.reading.document.text for each in members)
    outlets = frozenset(frozenset(bare(each.reading.document.outlet or "")) for each in members)
    first: dict[str, Member] = {}
    for member in sorted(members, key=lambda each: (shown_by(each.reading.document.published_at), each.arrival)):
        first.setdefault(member.reading.document.id, member)
    found = [gist for member in first.values() for gist in find_gists(member, names, outlets)]
    return sorted({each.claim: each for each in found}.values(), key=lambda each: each.order)


def _cluster(group: Sequence[int], origins: Sequence[Descent], gists: Sequence[Gist]) -> Cluster:
    claims = [gists[place].claim for place in group]
    return Cluster(
        id=digest_id("cc", claims[0]),
        founder=claims[0],
        claims=tuple(claims),
        first_appearance=claims[0],
        documents=len({gists[place].document for place in group}),
        outlets=len({gists[place].outlet for place in group}),
        origins=tuple(
            Origin(claims=tuple(gists[place].claim for place in each.places), reason=each.reason) for each in origins
        ),
    )
