import pytest

from sayso.annotate.naming.names import find_names
from sayso.annotate.naming.wording import Wording
from sayso.model.document import Document
from sayso.model.entity import EntityKind


def names(text):
    document = Document(text=text)
    return find_names(Wording.of(document, (document.span(0, len(text)),))).all


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("Bishop Tadeo Marsh said so.", "Tadeo Marsh", ("Bishop",)),
        ("So said the mayor, Lotte Vink, on Monday.", "Lotte Vink", ("mayor",)),
        ("Lotte Vink, the mayor of Harle, said so.", "Lotte Vink", ("mayor of Harle",)),
        ("The river warden Piet Olm said so.", "Piet Olm", ("river warden",)),
        ("Harle Assistant Police Chief Jem Tarn said so.", "Jem Tarn", ("Harle Assistant Police Chief",)),
        ("So said spokeswoman Ines Roy.", "Ines Roy", ("spokeswoman",)),
        ("Asked again, Mr Olm left.", "Olm", ()),
        ("Then Daniel Porter Lunt spoke.", "Daniel Porter Lunt", ()),
        ("So said the auditor, May Bright, on Friday.", "May Bright", ("auditor",)),
        ("He met Ursel von der Aue.", "Ursel von der Aue", ()),
        ("He met J. R. Quill.", "J. R. Quill", ()),
        ("He met Karl “Matchbox” Adler.", "Karl “Matchbox” Adler", ()),
        ("He met the Harle Workers’ Union.", "Harle Workers’ Union", ()),
        ("He met the Health and Safety Board.", "Health and Safety Board", ()),
        ("He met Doctors Without Borders.", "Doctors Without Borders", ()),
        ("He went to New York Harbour.", "New York Harbour", ()),
        ("He met Aoife O’Dowd’s aunt.", "Aoife O’Dowd", ()),
        ("He met Samir al-Hadid.", "Samir al-Hadid", ()),
        ("He met Anne-Lise Roux.", "Anne-Lise Roux", ()),
        ("He met Nguyễn Văn An.", "Nguyễn Văn An", ()),
        ("He met Jean MARSAC.", "Jean MARSAC", ()),
        ("They asked the Ministry of Works.", "Ministry of Works", ()),
    ],
)
def test_a_name_is_bare_and_keeps_its_titles_beside_it(text, name, titles):
    found = [(each.span.text, each.titles) for each in names(text)]
    assert (name, titles) in found


@pytest.mark.parametrize(
    "text", ["Insiders say no.", "The mayor spoke.", "On Monday in May nobody came.", "Residents left."]
)
def test_a_capital_at_the_start_of_a_sentence_makes_no_name(text):
    assert names(text) == ()


def test_a_role_before_a_comma_belongs_to_whom_it_is_closed_with_and_to_nobody_else():
    assert names("After meeting the mayor, Kai Olm left early.")[0].titles == ()


def test_an_acronym_and_a_noun_of_bodies_tell_an_organisation():
    kinds = {name.span.text: name.kind for name in names("He left the NGB for Harle Grain Board and met Clara Roy.")}
    assert kinds == {
        "NGB": EntityKind.ORGANISATION,
        "Harle Grain Board": EntityKind.ORGANISATION,
        "Clara Roy": EntityKind.PERSON,
    }
