"""Who is found behind the attributions of an invented text."""

import pytest

from sayso.annotate.claimants import find_claimants
from sayso.annotate.naming.aliases import NOBODY


@pytest.fixture
def claimants():
    def of(page, aliases=NOBODY):
        found, entities = find_claimants(page.document, page.sentences, tuple(page.attributions), aliases=aliases)
        names = {entity.id: entity.name for entity in entities}
        return [names.get(each.claimant) for each in found]

    return of
