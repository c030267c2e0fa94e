"""The method for one story, on one page."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.model.provenance import digest_id
from sayso.model.relation import Cluster, Origin, Related
from sayso.ports import Member


def relate_story(members: Sequence[Member], before: Related) -> Related:
    """What the documents and claims of a story say about one another; `before` is what was found when it was smaller."""
    groups: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for member in members:
        for claim in member.reading.claims:
            groups[" ".join(claim.text.lower().split())].append(
                (member.reading.document.published_at or "", claim.id, member.reading.document.id)
            )
    clusters = []
    for group in groups.values():
        claims = tuple(dict.fromkeys(id for _, id, _ in sorted(group)))
        clusters.append(
            Cluster(
                id=digest_id("cc", claims[0]),
                founder=claims[0],
                claims=claims,
                first_appearance=claims[0],
                documents=len({document for _, _, document in group}),
                outlets=1,
                origins=(Origin(claims=claims, reason="same text"),),
            )
        )
    return Related(clusters=tuple(clusters))
