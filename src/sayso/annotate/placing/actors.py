"""Whether a place's name stands for its ground or for somebody who sits there: "Moscow said", "Kyiv's proposal", "Russian troops"."""

from sayso.annotate.placing.choosing import Group
from sayso.annotate.placing.spots import Spot
from sayso.model.document import Document


def is_literal(document: Document, spot: Spot, group: Group) -> bool:
    return True
