"""The rules by the construction they read. Each case: text, then source, cue and content of every attribution expected."""

import pytest

from sayso.annotate.attributions import find_attributions
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.attribution import CueKind
from sayso.model.document import Document


def attributions(text):
    document = Document(text=text)
    return find_attributions(document, find_sentences(document), find_quotations(document))


def parts(text):
    return [
        tuple(" … ".join(span.text for span in role) for role in (each.source, each.cue, each.content))
        for each in attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The canal will be dug,” said Joris Vlek, the mayor.",
            ("Joris Vlek, the mayor", "said", "“The canal will be dug,”"),
        ),
        ("“The canal will be dug,” Joris Vlek said.", ("Joris Vlek", "said", "“The canal will be dug,”")),
        ("Joris Vlek said: “The canal will be dug.”", ("Joris Vlek", "said", "“The canal will be dug.”")),
        ("Joris Vlek said, “The canal will be dug.”", ("Joris Vlek", "said", "“The canal will be dug.”")),
        ("‘The canal will be dug,’ he said on Monday.", ("he", "said", "‘The canal will be dug,’")),
        ("The canal will be dug, the mayor said.", ("the mayor", "said", "The canal will be dug")),
        ("The canal will be dug, says the ministry.", ("the ministry", "says", "The canal will be dug")),
        ("The mayor has also said that the canal is dry.", ("The mayor", "has also said", "that the canal is dry")),
        ("The mayor said the canal is dry.", ("The mayor", "said", "the canal is dry")),
        ("The mayor denied that the canal is dry.", ("The mayor", "denied", "that the canal is dry")),
        ("The report found that the canal is dry.", ("The report", "found", "that the canal is dry")),
        ("The mayor promised to dig the canal.", ("The mayor", "promised", "to dig the canal")),
        (
            "Joris Vlek, who runs Norvik, said the canal is dry.",
            ("Joris Vlek, who runs Norvik,", "said", "the canal is dry"),
        ),
        (
            "The firm that runs the ferry, Hebra Lines, said the canal is dry.",
            ("The firm that runs the ferry, Hebra Lines,", "said", "the canal is dry"),
        ),
        (
            "Addressing reporters in Norvik, the mayor, Joris Vlek, said the canal is dry.",
            ("the mayor, Joris Vlek,", "said", "the canal is dry"),
        ),
        (
            "A man who gave his name only as Joris said the canal is dry.",
            ("A man who gave his name only as Joris", "said", "the canal is dry"),
        ),
        (
            "The letter, dated May 3 and signed by Vlek, states that the canal is dry.",
            ("The letter, dated May 3 and signed by Vlek,", "states", "that the canal is dry"),
        ),
        (
            "Vlek fears that the canal, which is old, will not hold.",
            ("Vlek", "fears", "that the canal, which is old, will not hold"),
        ),
        ("“The canal is dry,” Mr. Vlek went on.", ("Mr. Vlek", "went on", "“The canal is dry,”")),
        ("In Norvik, the mayor promised to dig.", ("the mayor", "promised", "to dig")),
        ("NORVIK — The canal is dry, the mayor said.", ("the mayor", "said", "The canal is dry")),
        ("It was reported last week that the canal is dry.", ("", "was reported", "that the canal is dry")),
        ("From Mayor Joris Vlek: “The canal is dry.”", ("Mayor Joris Vlek", ":", "“The canal is dry.”")),
        ("People who live there said the canal is dry.", ("People who live there", "said", "the canal is dry")),
    ],
)
def test_source_cue_and_content_in_every_order(text, expected):
    assert parts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“The canal,” the mayor said, “is dry.”", ["“The canal,”", "“is dry.”"]),
        ("“The canal is dry,” said the mayor. “It stinks.”", ["“The canal is dry,”", "“It stinks.”"]),
        ("“The canal,” said the mayor, who is 60, “is dry.”", ["“The canal,”", "“is dry.”"]),
        ("The canal, the mayor insists, has been dry since May.", ["The canal", "has been dry since May"]),
        ("The canal, according to the mayor, is dry.", ["The canal", "is dry"]),
    ],
)
def test_an_interrupted_content_has_its_parts_under_one_source(text, contents):
    (found,) = attributions(text)
    assert [span.text for span in found.content] == contents
    assert "the mayor" in found.source[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the mayor, the canal is dry.", ("the mayor", "According to", "the canal is dry")),
        ("The canal is dry, according to the mayor.", ("the mayor", "according to", "The canal is dry")),
        ("The canal is dry, as Olga Finn put it.", ("Olga Finn", "put it", "The canal is dry")),
        ("The canal leaks, per an audit by Holm & Co.", ("an audit by Holm & Co", "per", "The canal leaks")),
    ],
)
def test_phrases_that_attribute(text, expected):
    assert parts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“The canal is dry.” – Commissioner Aila Storm", "Commissioner Aila Storm", "“The canal is dry.”"),
        ("“The canal is dry.” -Superintendent Marlon Creed", "Superintendent Marlon Creed", "“The canal is dry.”"),
        ("“The canal is dry.”\n— Rosa Lind, director", "Rosa Lind, director", "“The canal is dry.”"),
        ("“The canal is dry” (Health Minister Otis Grane).", "Health Minister Otis Grane", "“The canal is dry”"),
        ("From Superintendent Karel Novy:\n\n“The canal is dry.”", "Superintendent Karel Novy", "“The canal is dry.”"),
        ("The ministry said:\n\n“The canal is dry.”", "The ministry", "“The canal is dry.”"),
        ("Mayor: canal is dry", "Mayor", "canal is dry"),
        ("‘The canal is dry’: mayor of Norvik", "mayor of Norvik", "‘The canal is dry’"),
        ("No canal is dry: fire chief", "fire chief", "No canal is dry"),
        ("The talk was cut.\n\nVLEK: The canal is dry.", "VLEK", "The canal is dry."),
        (
            "The ferryman, Luka Horvat, looked away. “My house stood there.”",
            "The ferryman, Luka Horvat,",
            "“My house stood there.”",
        ),
    ],
)
def test_sources_without_a_verb(text, source, content):
    found = attributions(text)[-1]
    assert (found.source[0].text, found.content[0].text) == (source, content)


def test_a_transcript_that_is_quoted_paragraph_by_paragraph_has_a_speaker_for_each_turn():
    found = attributions(
        'They met on Channel Nine.\n\n"MARLOW: Is it shut? Tell us.\n\n"(LAUGHTER.)\n\n"VANCE: It is “open”.\n\n"It was mended."'
        "\n\nNobody rang."
    )
    turns = [(each.source[0].text, [span.text for span in each.content]) for each in found]
    assert turns == [("MARLOW", ["Is it shut? Tell us."]), ("VANCE", ["It is “open”.", "It was mended."])]


def test_one_quotation_with_a_name_before_it_is_no_transcript():
    assert "transcript" not in {
        each.reasons[0] for each in attributions('It ran.\n\n"STORM: Ten lost," the paper wrote.')
    }


def test_a_quotation_over_paragraphs_belongs_to_one_speaker():
    first, *others = attributions(
        "“We left,” said Ada Quill.\n\n“Nobody followed.\n\n“It rained.”\n\nThe road is closed."
    )
    assert [each.content[0].text for each in others] == ["“Nobody followed.", "“It rained.”"]
    assert [each.reasons for each in others] == [(f"continues {first.id}",)] * 2
    assert all(each.source == each.cue == () for each in others)


@pytest.mark.parametrize(
    ("line", "said"), [("“We Are Not Leaving”", 1), ("“We are not leaving.”", 2), ("“We Left.”", 2)]
)
def test_a_heading_in_quotation_marks_is_no_part_of_what_was_said(line, said):
    found = attributions(f"“We left,” said Ada Quill. “It rained.”\n\n{line}\n\nThe road to Nedra is closed.")
    assert len(found) == said


def test_a_speaker_named_in_the_last_paragraph_has_said_those_before():
    first, second = attributions("“My father built this wall.\n\n“I will not leave it,” said Ada Quill.")
    assert first.reasons == (f"continues {second.id}",)


def test_a_speech_in_a_speech_names_the_one_it_stands_in():
    outer, middle, inner = attributions("Rana Dost said the driver had told her that the owner denied that it burned.")
    assert (outer.within, middle.within, inner.within) == (None, outer.id, middle.id)
    assert [span.text for span in middle.addressee] == ["her"]


def test_what_stands_in_a_quotation_that_nobody_says_is_left_out_with_all_that_stands_in_it():
    found = attributions("“Ada, who said that the man, who said that “Ada, who said that the man said that it rained")
    ids = {each.id for each in found}
    assert all(each.within in ids for each in found if each.within)


def test_what_a_source_did_ends_where_the_source_ends():
    text = "A clerk, who requested anonymity to discuss it, said the canal was dry."
    assert parts(text) == [
        ("A clerk, who requested anonymity to discuss it,", "said", "the canal was dry"),
        ("who", "requested", "anonymity to discuss it"),
    ]
    assert [each.within for each in attributions(text)] == [None, None]


def test_an_object_is_not_taken_for_the_one_who_speaks_next():
    text = "Lund told the court his client believed that his wife had lied."
    assert parts(text)[1] == ("his client", "believed", "that his wife had lied")


def test_a_speech_inside_a_quotation_is_nested_too():
    outer, inner = attributions("“He looked up and said, ‘The brakes are gone,’” recalled the conductor, Nils Berg.")
    assert inner.within == outer.id
    assert (inner.type, inner.source[0].text, inner.content[0].text) == ("direct", "He", "‘The brakes are gone,’")


@pytest.mark.parametrize(
    ("text", "occasion", "addressee"),
    [
        ("“We stay,” Jude Carver said at a rally in Port Anders.", "at a rally in Port Anders", ""),
        ("In a statement on Sunday, the zoo said the tiger was asleep.", "In a statement", ""),
        (
            "Speaking at a press conference in Lund, Erik Wass said taxes would rise.",
            "at a press conference in Lund",
            "",
        ),
        ("Ada Quill told the Morning Ledger that she would run.", "", "the Morning Ledger"),
        (
            "“The books are clean,” Felix Amon told shareholders at the annual meeting.",
            "at the annual meeting",
            "shareholders",
        ),
        ("“The ship is yours,” Captain Bly said to the pilot.", "", "the pilot"),
        ("The ministry said on Twitter that the search had ended.", "on Twitter", ""),
        ("Lena Court wrote on the site Plaza that the minister had lied.", "on the site Plaza", ""),
        ("The office said in a report published on Monday that births were missing.", "in a report", ""),
        ("Judge Solberg asked him why nobody had come.", "", "him"),
        ("Residents were told by the army that the road was mined.", "", "Residents"),
    ],
)
def test_occasions_and_addressees_are_spans_of_their_own(text, occasion, addressee):
    found = attributions(text)[0]
    assert " ".join(span.text for span in found.occasion) == occasion
    assert " ".join(span.text for span in found.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The canal is dry,” she said.", "direct"),
        ("‘The canal is dry,’ she said.", "direct"),
        ("She said the canal is “dry as a bone”.", "mixed"),
        ("She said the canal is dry.", "indirect"),
    ],
)
def test_the_type_is_the_share_of_the_content_inside_quotation_marks(text, kind):
    assert attributions(text)[0].type == kind


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("said", CueKind.SPEECH),
        ("wrote", CueKind.WRITING),
        ("believes", CueKind.BELIEF),
        ("shows", CueKind.DOCUMENT),
        ("heard", CueKind.PERCEPTION),
    ],
)
def test_the_cue_says_what_was_done(verb, kind):
    assert attributions(f"The ministry {verb} that the canal was dry.")[0].cue_kind == kind


def test_a_second_cue_shares_the_source():
    assert parts("The mayor said the canal was dry, adding that it stank.") == [
        ("The mayor", "said", "the canal was dry"),
        ("The mayor", "adding", "that it stank"),
    ]


def test_a_noun_of_saying_takes_its_owner_and_leaves_the_sentence_its_verb():
    assert parts("The mayor’s warning that the canal would run dry emptied the shops.") == [
        ("The mayor’s", "warning", "that the canal would run dry")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rain fell on the hill.",
        "The said road was closed.",
        "According to plan, the bells rang at noon.",
        "Time: 6 p.m. Place: the town hall.",
        "His memoir, “A Wet Life”, is out in May.",
    ],
)
def test_where_nobody_says_anything_nothing_is_attributed(text):
    assert attributions(text) == ()


def test_the_reasons_name_the_rule_and_the_word():
    assert attributions("“The canal is dry,” said Joris Vlek.")[0].reasons == ("quotation-cue-source", "said")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to the Lyse Observatory, a monitoring group based abroad, at least 43 people have been killed.",
            (
                "the Lyse Observatory, a monitoring group based abroad",
                "According to",
                "at least 43 people have been killed",
            ),
        ),
        (
            "According to police, a man armed with a knife, a lighter and a rope was arrested.",
            ("police", "According to", "a man armed with a knife, a lighter and a rope was arrested"),
        ),
        (
            "According to the ministry, a ship sank, three men drowned and the rest were saved.",
            ("the ministry", "According to", "a ship sank, three men drowned and the rest were saved"),
        ),
    ],
)
def test_what_a_name_is_belongs_to_the_source_of_according_to(text, expected):
    assert parts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "addressee", "content"),
    [
        ("The dam had burst, residents were warned late on Friday.", "residents", "The dam had burst"),
        ("Rebels had taken Orm, the command post was told on Tuesday.", "the command post", "Rebels had taken Orm"),
        ("Reporters were told that the ship had sunk.", "Reporters", "that the ship had sunk"),
    ],
)
def test_who_was_told_says_nothing_and_is_no_part_of_what_was_told(text, addressee, content):
    [each] = attributions(text)
    assert each.source == ()
    assert [span.text for span in each.addressee] == [addressee]
    assert [span.text for span in each.content] == [content]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels struck the dam early on Sunday, Tarsk said, in a raid that saw one missile fly into Kestria, according to Orm.",
            [
                ("Tarsk", "said", "Rebels struck the dam early on Sunday"),
                ("Orm", "according to", "in a raid that saw one missile fly into Kestria"),
            ],
        ),
        (
            "At least 40 died, the ministry said, and 12 are missing near the coast of Orm, according to the Red Cross.",
            [
                ("the ministry", "said", "At least 40 died"),
                ("the Red Cross", "according to", "12 are missing near the coast of Orm"),
            ],
        ),
        (
            "The dam broke, the mayor said, according to the radio.",
            [("the mayor", "said", "The dam broke"), ("the radio", "according to", "The dam broke, the mayor said")],
        ),
    ],
)
def test_what_is_so_according_to_somebody_begins_behind_what_another_said(text, expected):
    assert sorted(parts(text)) == sorted(expected)
