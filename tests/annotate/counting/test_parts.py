import pytest

from sayso.annotate.quantities import find_quantities
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document


def parts(text):
    document = Document(text=text)
    found = find_quantities(document, find_sentences(document))
    place = {each.id: number for number, each in enumerate(found, start=1)}
    return [place.get(each.part_of) for each in found]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("Twenty people, including three children, died.", [None, 1]),
        ("Twenty people died, three of them children.", [None, 1]),
        ("Twenty people died, including three children and two nurses.", [None, 1, 1]),
        ("They freed ten men, seven of whom were ill.", [None, 1]),
        ("Of the 18 crew, 12 were saved and four drowned.", [None, 1, 1]),
        ("Among the 40 hurt were six children.", [None, 1]),
        ("31 of 45 drones fell.", [2, None]),
        ("They downed 26 out of the 30 drones.", [2, None]),
        ("Half the 600 inmates fled.", [2, None]),
        ("It hurt 36, six seriously.", [None, 1]),
        ("Twelve died and 30 were hurt.", [None, None]),
        ("Twelve men and 30 women died.", [None, None]),
        ("Twelve died, including 40 children.", [None, None]),
        ("At least 12 died, including 40 children.", [None, 1]),
        ("Twelve died. Three of the dead were boys.", [None, 1]),
        ("Twelve miners died. Two of the miners were boys.", [None, 1]),
        ("Twelve miners died. Two of the villages were shelled.", [None, None]),
    ],
)
def test_a_part_names_its_whole_and_nothing_else_does(text, wholes):
    assert parts(text) == wholes
