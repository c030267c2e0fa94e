"""Text between quotation marks: typography only, nothing about who speaks."""

from dataclasses import dataclass

from sayso.model.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quoted stretch with its marks, inside one paragraph.

    `depth` is 1 for an outer quotation and grows inwards. A quotation that runs over paragraphs is one Quotation per
    paragraph: `continues` says that it takes up the one before. `closed` is false where no closing mark was found and the
    quotation was ended with its paragraph.
    """

    span: Span
    inner: Span
    depth: int = 1
    closed: bool = True
    continues: bool = False
