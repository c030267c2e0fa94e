"""What a relative time is relative to: the publication, and the times that the text spoke of before."""

import re
from dataclasses import dataclass, field
from datetime import date

from sayso.annotate.timing.stretches import Grain, Stretch, make_day

PUBLISHED = "published_at"
ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)


def published_day(published_at: str | None) -> date | None:
    """The day of an ISO 8601 day or time; None where there is none, or no whole day."""
    match = ISO_DAY.match(published_at or "")
    return make_day(*map(int, match.groups())) if match else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time that the text spoke of: its stretch, the id of its timex, and the number of its sentence."""

    stretch: Stretch
    id: str
    sentence: int


@dataclass(slots=True)
class Narrative:
    """The publication, and of each grain the time that the text last spoke of, in the order in which it did.

    `anchor` is what the publication is known from: the document's own date, or the id of the timex of its dateline.
    """

    published: date | None
    anchor: str | None = PUBLISHED
    spoken: dict[Grain, Spoken] = field(default_factory=dict)

    @property
    def known_from(self) -> str | None:
        """What the publication is known from; None where it is not known."""
        return self.anchor if self.published else None

    def tell(self, spoken: Spoken) -> None:
        """The text speaks of a time."""
        if spoken.stretch.first is not None:
            grain = min(spoken.stretch.grain, Grain.DAY)
            self.spoken.pop(grain, None)
            self.spoken[grain] = spoken

    def last(self, grain: Grain, finest: Grain = Grain.MOMENT) -> Spoken | None:
        """The time last spoken of that is as fine as a grain, or finer, up to the finest."""
        return next((self.spoken[each] for each in reversed(self.spoken) if grain <= each <= finest), None)
