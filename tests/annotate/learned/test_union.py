"""What each of the two readers contributes, on attributions set down by hand."""

import re
from dataclasses import replace

from sayso.annotate.learned.union import unite
from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.assembly import attribution_id
from sayso.annotate.typography.rendering import Rendering
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document


class Text:
    """A text in which attributions are set down by their words, each the next one that stands there."""

    def __init__(self, text):
        self.document = Document(text=text)
        self.rendering = Rendering.of(find_quotations(self.document))

    def spans(self, *phrases):
        return tuple(
            self.document.span(*re.search(re.escape(each), self.document.text).span()) for each in phrases if each
        )

    def said(self, source, cue, *content, rule="model", engine="rules", kind=CueKind.SPEECH, confidence=0.9, **more):
        source, cue, content = self.spans(source), self.spans(cue), self.spans(*content)
        return Attribution(
            id=attribution_id(self.document, source, cue, content), type=self.rendering.quote_type(cue, content), source=source,
            cue=cue, content=content, cue_kind=kind, confidence=confidence, engine=engine, reasons=(rule,),
            **{role: self.spans(*phrases) for role, phrases in more.items()},
        )  # fmt: skip

    def united(self, outer=(), inner=(), ruled=()):
        return unite(self.document, (outer, inner), ruled, self.rendering)


def shown(attributions):
    return [
        tuple(" … ".join(span.text for span in getattr(each, role)) for role in ("source", "cue", "content"))
        for each in attributions
    ]


def test_what_the_rules_saw_of_occasion_and_addressee_comes_along():
    text = Text("Ann told the court on Monday that it was over.")
    found = text.said("Ann", "told", "that it was over")
    ruled = text.said("Ann", "told", "that it was over", rule="that", occasion=["on Monday"], addressee=["the court"])
    (united,) = text.united([found], ruled=[ruled])
    assert [span.text for span in (*united.addressee, *united.occasion)] == ["the court", "on Monday"]
    assert united.reasons == ("model",)


def test_a_phrase_is_taken_as_the_rules_see_it():
    text = Text("The grain, according to the captain, was wet.")
    found = text.said("the captain", "according to", "The grain")
    ruled = text.said("the captain", "according to", "The grain", "was wet", rule="phrase")
    assert shown(text.united([found], ruled=[ruled])) == [("the captain", "according to", "The grain … was wet")]


def test_both_parts_of_a_quotation_around_its_cue_are_taken():
    text = Text("“I am not,” said Rowan, her voice breaking, “going anywhere.”")
    found = text.said("Rowan", "said", "“I am not,”")
    ruled = text.said("Rowan", "said", "“I am not,”", "“going anywhere.”", rule="quotation-cue-source")
    assert shown(text.united([found], ruled=[ruled])) == [("Rowan", "said", "“I am not,” … “going anywhere.”")]


def test_who_told_is_taken_from_the_rules_where_the_encoder_saw_nobody():
    text = Text("Residents were told by the army that it was mined.")
    found = text.said("", "were told", "that it was mined")
    ruled = text.said("the army", "were told", "that it was mined", rule="passive")
    assert shown(text.united([found], ruled=[ruled])) == [("the army", "were told", "that it was mined")]


def test_who_was_told_is_no_part_of_what_was_told():
    text = Text("The dam had burst, residents were warned late on Friday.")
    found = text.said("", "were warned", "The dam had burst", "residents")
    ruled = text.said("", "were warned", "The dam had burst", rule="passive", addressee=["residents"])
    (united,) = text.united([found], ruled=[ruled])
    assert [span.text for span in united.content] == ["The dam had burst"]
    only = text.said("", "were warned", "residents")
    (united,) = text.united([only], ruled=[ruled])
    assert [span.text for span in united.content] == ["residents"]


def test_a_signed_quotation_holds_what_was_found_in_it():
    text = Text("“He says it is over and I am glad.” — Ann Lee")
    found = text.said("He", "says", "it is over")
    ruled = text.said("Ann Lee", "", "“He says it is over and I am glad.”", rule="signed-quotation")
    outer, inner = text.united([found], ruled=[ruled])
    assert shown([outer]) == [("Ann Lee", "", "“He says it is over and I am glad.”")]
    assert inner.within == outer.id


def test_a_signed_quotation_that_was_found_as_something_else_is_not_taken_twice():
    text = Text("“It is over.” — Ann Lee said.")
    found = text.said("Ann Lee", "said", "“It is over.”")
    ruled = text.said("Ann Lee", "", "“It is over.”", rule="signed-quotation")
    assert shown(text.united([found], ruled=[ruled])) == [("Ann Lee", "said", "“It is over.”")]


def test_of_other_rules_only_sure_speech_is_added_and_only_where_nothing_was_found():
    text = Text("The log says that it stopped. Bo Reed warned that ice is thin.")
    sure = text.said("Bo Reed", "warned", "that ice is thin", rule="that")
    unsure = text.said("The log", "says", "that it stopped", rule="that", confidence=0.5)
    assert shown(text.united(ruled=[unsure, sure])) == [("Bo Reed", "warned", "that ice is thin")]
    found = text.said("", "thin", "ice is")
    assert shown(text.united([found], ruled=[sure])) == [("", "thin", "ice is")]


def test_a_turn_of_a_transcript_is_its_speakers_and_not_announced_by_the_sentence_before():
    text = Text("The talk went on as follows:\n\nVANCE: It is shut. Ann knows that it burned.")
    announced = text.said("The talk", "went on as follows", "It is shut")
    told = text.said("Ann", "knows", "that it burned")
    turn = text.said("VANCE", ":", "It is shut. Ann knows that it burned.", rule="transcript")
    turn = replace(turn, cue=(text.document.span(turn.content[0].start - 2, turn.content[0].start - 1),))
    united = text.united([announced, told], ruled=[turn])
    assert shown(united) == [
        ("VANCE", ":", "It is shut. Ann knows that it burned."),
        ("Ann", "knows", "that it burned"),
    ]
    cut_short = replace(turn, content=text.spans("It is shut"), engine="model", reasons=("model: :",))
    assert shown(text.united([cut_short], ruled=[turn])) == shown(united)[:1]


def test_a_quotation_goes_on_in_the_next_paragraph_as_one_attribution():
    text = Text("“It is late,” Ann Lee said.\n\n“It is cold.”\n\n“We go.”")
    found = text.said("Ann Lee", "said", "“It is late,”")
    first = text.said("Ann Lee", "said", "“It is late,”", rule="content-source-cue")
    second = text.said("", "", "“It is cold.”", rule=f"continues {first.id}")
    third = text.said("", "", "“We go.”", rule=f"continues {first.id}")
    (united,) = text.united([found], ruled=[first, second, third])
    assert shown([united]) == [("Ann Lee", "said", "“It is late,” … “It is cold.” … “We go.”")]
    assert united.id == attribution_id(text.document, united.source, united.cue, united.content)


def test_nested_ones_are_kept_where_another_holds_them_and_name_the_innermost_that_is_kept():
    text = Text("Ann said that Bo had warned that Cy lied. Dee thinks so.")
    outer = text.said("Ann", "said", "that Bo had warned that Cy lied")
    inner = [text.said("Bo", "had warned", "that Cy lied"), text.said("Dee", "thinks", "so")]
    united = text.united([outer], inner)
    assert shown(united) == [("Ann", "said", "that Bo had warned that Cy lied"), ("Bo", "had warned", "that Cy lied")]
    assert [each.within for each in united] == [None, outer.id]


def test_everything_that_is_named_as_holder_is_there():
    text = Text("Ann fears a war that Bo says he wants to stop now.")
    outer = text.said("", "wants", "to stop")
    loose = text.said("Bo", "says", "he wants to stop now")
    united = text.united([outer], [loose])
    assert {each.within for each in united} <= {None, *(each.id for each in united)}
    assert shown(united) == [("", "wants", "to stop")]


def test_a_nested_one_that_the_rules_see_better_has_the_id_of_its_new_spans():
    text = Text("Ann said the grain, according to Bo, was wet.")
    outer = text.said("Ann", "said", "the grain, according to Bo, was wet")
    inner = text.said("Bo", "according to", "the grain")
    ruled = text.said("Bo", "according to", "the grain", "was wet", rule="phrase")
    _, nested = text.united([outer], [inner], [ruled])
    assert shown([nested]) == [("Bo", "according to", "the grain … was wet")]
    assert nested.id == ruled.id
