"""The examples of the exports are what the exports give for the text above them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.document import Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.stance import Certainty, Factuality
from sayso.store import open_ledger

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in re.split(r"^##+ ", PAGE, flags=re.MULTILINE)[1:]}
TEXT = re.search(r"^> (.*)$", PAGE, re.MULTILINE)[1]
READER = "65fc" + "0" * 60


def example(section, language="json"):
    return re.search(rf"```{language}\n(.*?)```", SECTIONS[section], re.DOTALL)[1]


def reading():
    document = Document(text=TEXT, title="Weir at risk", url="https://courier.example/weir", outlet="Lowland Courier",
                        published_at="2031-09-02T08:00:00Z", external_id="7")  # fmt: skip

    def at(words):
        return document.span(TEXT.index(words), TEXT.index(words) + len(words))

    said = at("🌧 The weir at Orlen may fail by 1 October")
    return Reading(
        document=document,
        attributions=(
            Attribution(id="at_43e133030893bf17", type=QuoteType.INDIRECT, source=(at("Mayor Ada Venn"),), cue=(at("said"),),
                        content=(said,), cue_kind=CueKind.SPEECH, claimant="en_658227c6959eac6e", anonymity=Anonymity.NAMED,
                        confidence=0.99, engine="rules"),
        ),
        entities=(Entity(id="en_658227c6959eac6e", name="Ada Venn", kind=EntityKind.PERSON, mentions=(at("Ada Venn"),)),),
        claims=(
            Claim(id="cl_92725fed498232d2", kind=ClaimKind.FORECAST, spans=(said,), text=said.text, voice=Voice.SOURCE,
                  attribution="at_43e133030893bf17", hedges=(at("may"),), factuality=Factuality(certainty=Certainty.POSSIBLE),
                  terms=ForecastTerms(due_latest="2031-10-01")),
        ),
        made_by=Provenance(sayso="0.1.0", reader=READER, stages={"claims": "find_claims@0.1.0"}),
    )  # fmt: skip


@pytest.fixture
def export(tmp_path, monkeypatch):
    """Runs `sayso export` on a ledger of the text, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    ledger = open_ledger(tmp_path / "ledger.db", create=True)
    ledger.append([reading()])
    ledger.close()

    def run(*args):
        done = CliRunner().invoke(main, ["export", "--ledger", "ledger.db", *args])
        assert done.exit_code == 0, done.stderr
        return done.stdout

    return run


def part_of(shown, whole, path="$"):
    """Raises where what the page shows is not so; digests end where the page cuts them, and what it leaves out is left out."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            (key,) = [each for each in whole if cut(name, each)]
            part_of(value, whole[key], f"{path}.{name}")
    elif isinstance(shown, list):
        for at, value in enumerate(shown):
            part_of(value, whole[at], f"{path}[{at}]")
    else:
        assert shown == whole or (isinstance(shown, str) and cut(shown, whole)), (path, shown, whole)


def cut(shown, whole):
    """Whether the words are the same but for digests."""
    pattern = re.escape(shown).replace("…", "[0-9a-f]+")
    return re.fullmatch(re.sub(r"(an|ar|rd)_[0-9a-f]+", r"\1_[0-9a-f]+", pattern), whole) is not None


def test_parquet(export, capsys):
    export("--what", "claims", "-o", "claims.parquet")
    code = example("Parquet", "python")
    exec(code, {})
    assert capsys.readouterr().out.strip() == code.strip().splitlines()[-1].removeprefix("# ")


def test_web_annotation(export):
    items = json.loads(export("--format", "webannotation"))["first"]["items"]
    part_of(json.loads(example("Web Annotation")), items[0])


def test_schema_org(export):
    nodes = json.loads(export("--format", "schemaorg"))["@graph"]
    shown = json.loads(example("schema.org"))
    part_of(shown, nodes[1])
    assert shown.keys() == nodes[1].keys()


def test_reviews(export, tmp_path):
    (tmp_path / "reviews.json").write_text(example("Reviews"), encoding="utf-8")
    (given,) = json.loads(example("Reviews"))
    review = json.loads(export("--format", "schemaorg", "--reviews", "reviews.json"))["@graph"][-1]
    assert (review["reviewRating"]["alternateName"], review["claimReviewed"]) == (given["verdict"], given["reviewed"])


def test_prov(export):
    part_of(json.loads(example("PROV")), json.loads(export("--format", "prov")))
