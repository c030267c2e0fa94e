from sayso.annotate.attributions import find_attributions
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document


def attributions(text):
    document = Document(text=text)
    return find_attributions(document, find_sentences(document), find_quotations(document))


def parts(text):
    return [
        tuple(" … ".join(span.text for span in role) for role in (each.source, each.cue, each.content))
        for each in attributions(text)
    ]


def test_a_quotation_with_its_cue_and_source_after_it():
    assert parts("“The canal will be dug by hand,” said Joris Vlek, the mayor.") == [
        ("Joris Vlek, the mayor", "said", "“The canal will be dug by hand,”")
    ]


def test_a_clause_that_follows_its_source_and_cue():
    assert parts("The bank has also said that customer data had been sold.") == [
        ("The bank", "has also said", "that customer data had been sold")
    ]
