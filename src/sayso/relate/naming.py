"""The ids of clusters: they stay while a cluster lives, and lead on where it was merged or split."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.relation import Cluster, Related

GONE = ""  # what the id of a cluster leads to when none of its claims is there any more: a tombstone


def name_clusters(clusters: Sequence[Cluster], before: Related) -> tuple[tuple[Cluster, ...], Mapping[str, str]]:
    """The clusters with the ids that they had before, and where the ids lead that none of them has now.

    A cluster keeps the id of the one before whose founder is among its claims; of several, that whose founder comes first in
    it. The others redirect to it; a cluster whose founder is gone redirects to where most of its claims are, or is GONE.
    """
    home = {claim: number for number, each in enumerate(clusters) for claim in each.claims}
    known = {each.founder: each for each in before.clusters}
    named: list[Cluster] = []
    for each in clusters:
        founder = next((claim for claim in each.claims if claim in known), None)
        named.append(each if founder is None else replace(each, id=known[founder].id, founder=founder))
    ids = {each.id for each in named}
    redirects = {old: new for old, new in before.redirects.items() if old not in ids}
    for old in before.clusters:
        if old.id not in ids:
            redirects[old.id] = _heir(old, home, named)
    return tuple(named), {old: redirects.get(new, new) for old, new in redirects.items()}


def _heir(old: Cluster, home: Mapping[str, int], named: Sequence[Cluster]) -> str:
    if old.founder in home:
        return named[home[old.founder]].id
    heirs = [home[claim] for claim in old.claims if claim in home]
    return named[max(heirs, key=lambda number: (heirs.count(number), -number))].id if heirs else GONE
