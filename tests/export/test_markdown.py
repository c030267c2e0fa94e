import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.export.markdown import escaped, markdown


def test_a_claim_is_a_section_with_its_words_its_chain_and_where_it_stands(nested):
    text = "".join(markdown([nested]))
    assert text.startswith("# \\# Harbour \\<i\\>closed\\</i\\>\n")
    assert (
        "## 1. event, indirect, asserted\n\n> =SUM(1) closed the harbour\n\n- On whose word: the \\*unit\\* > Ida Brandt > quay.example\n"
        in text.replace("\\=", "=")
    )
    assert "> go … by May\n" in text
    assert "- Hedges: might\n- Due: no deadline\n- Condition: \\| if \\`asked\\`\n" in text
    assert "- Flags: `no_deadline`\n" in text
    assert "> \\- The ferry sank\n" in text
    assert "(unnamed) \\[a sailor\\](http\\://x.example)" in text


def test_a_reading_without_claims_says_so(nested):
    assert "No claims found." in "".join(markdown([replace(nested, claims=())]))


@given(st.text())
@example("1. not a list")
@example("www.quay.example and https://quay.example")
def test_nothing_in_a_text_is_left_for_markdown_to_obey(text):
    line = escaped(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "\u00b7", line)
    assert not re.search(r"[*_`\[\]<>|&~$#{}!]|://|^[-+=]|^\d+[.)]|www\.", bare)
    assert "\n" not in line
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line) == " ".join(text.split())
