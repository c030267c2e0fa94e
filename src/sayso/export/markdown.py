"""A reading as Markdown that reads well as it stands and shows the article's words as words."""

import re
from collections.abc import Iterable, Iterator

from sayso.export.chain import Chains
from sayso.model.claim import Claim, ForecastTerms
from sayso.model.reading import Reading

GAP = " … "  # between spans that the text keeps apart
MEANT = re.compile(r"[\\`*_\[\]<>|~&$!{}@#]|:(?=//)|(?<=\bwww)\.")  # what CommonMark and GFM would obey inside a line
OPENING = re.compile(r"^(\d{1,9})([.)])|^([-+=])")  # what would open a block at the start of a line


def markdown(readings: Iterable[Reading]) -> Iterator[str]:
    """One section per reading, one sub-section per claim."""
    for reading in readings:
        yield "\n".join([*heading(reading), *claims(reading)]) + "\n"


def heading(reading: Reading) -> Iterator[str]:
    """Title, and where the text comes from."""
    document, counts = reading.document, reading.framing.counts
    yield f"# {escaped(document.title or document.external_id or document.path or 'Untitled')}"
    yield ""
    known = (document.outlet, document.published_at, f"{counts.words} words", document.language, document.url)
    yield " · ".join(escaped(each) for each in known if each)
    yield ""
    yield f"`{document.id}` read by sayso {reading.made_by.sayso}, reader `{reading.made_by.reader[:12]}`"
    yield ""


def claims(reading: Reading) -> Iterator[str]:
    """Each claim: its words as a quotation, on whose word it stands, how surely, and where."""
    if not reading.claims:
        yield "No claims found."
    chains = Chains(reading)
    types = {each.id: each.type.value for each in reading.attributions}
    for number, claim in enumerate(reading.claims, start=1):
        yield f"## {number}. {claim.kind}, {types.get(claim.attribution or '', 'narrator')}, {claim.polarity}"
        yield ""
        yield f"> {escaped(GAP.join(span.text for span in claim.spans) or claim.text)}"
        yield ""
        yield from particulars(chains, claim)
        yield ""


def particulars(chains: Chains, claim: Claim) -> Iterator[str]:
    """The list under a claim."""
    yield f"- On whose word: {' > '.join(escaped(link.name) for link in chains.of_claim(claim))}"
    if claim.hedges:
        yield f"- Hedges: {escaped(', '.join(span.text for span in claim.hedges))}"
    if isinstance(claim.terms, ForecastTerms):
        yield f"- Due: {claim.terms.due_latest or 'no deadline'}"
        for condition in claim.terms.conditions:
            yield f"- Condition: {escaped(condition.text)}"
    yield f"- Certainty of the claimant: {claim.factuality.certainty}"
    yield f"- Characters: {', '.join(f'{span.start}–{span.end}' for span in claim.spans)}"
    if claim.flags:
        yield f"- Flags: {', '.join(f'`{flag}`' for flag in claim.flags)}"
    yield f"- Id: `{claim.id}`"


def escaped(text: str) -> str:
    """The text on one line, with a backslash before whatever Markdown would obey."""
    line = MEANT.sub(lambda found: "\\" + found.group(), " ".join(text.split()))
    return OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
