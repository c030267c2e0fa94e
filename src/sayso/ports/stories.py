"""The part of a ledger that holds what documents and claims say about one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.reading import Reading
from sayso.model.relation import Related


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An arrival with its latest reading, as a part of a story; `number` is the ledger's own of the reading, where it has one."""

    arrival: int
    reading: Reading
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An arrival by the words that tell its story: `day` counts from 1 January of the year 1, null where it has no date."""

    arrival: int
    day: int | None
    keys: tuple[str, ...]


class RelatedStories(Protocol):
    """What was found in stories, for whoever only looks."""

    def members(self, story: str) -> Sequence[Member]:
        """The arrivals of a story with their latest readings, in the order of arrival."""
        ...

    def related(self, story: str) -> Related:
        """What was last found in a story; nothing where it is new."""
        ...

    def all_related(self) -> Iterator[Related]:
        """The latest revision of every story, oldest story first."""
        ...

    def cluster_story(self, id: str) -> str | None:
        """The story that has a cluster of this id, or the redirect from it."""
        ...


class Stories(RelatedStories, Protocol):
    """What is known of stories. Rows are only added: the latest revision of a story counts."""

    def unrelated(self) -> Iterator[Member]:
        """Arrivals whose latest reading is in no story yet, in the order of arrival."""

    def outlets(self) -> Sequence[str]:
        """The outlets of all arrivals, in order."""

    def index(self, keyed: Sequence[Keyed]) -> None:
        """Make arrivals findable by their keys, in one commit; those that are known already are left alone."""

    def keyed(self, arrival: int) -> Keyed:
        """An arrival as it was indexed."""

    def frequencies(self, keys: Sequence[str], first: int, last: int, most: int) -> tuple[Mapping[str, int], int]:
        """In how many indexed arrivals of the days `first` to `last`, or of none, each key occurs, counted up to `most`; and how
        many such arrivals there are.
        """  # noqa: D205  # one sentence

    def alike(self, keys: Sequence[str], first: int, last: int) -> Mapping[int, tuple[str, Sequence[str]]]:
        """Placed arrivals of the days `first` to `last`, or of none, that have one of the keys: story and shared keys of each."""

    def place(self, arrivals: Mapping[int, str]) -> None:
        """Put arrivals into stories, in one commit; the last place of an arrival counts."""

    def story_of(self, arrival: int) -> str | None:
        """The story of an arrival that was placed."""

    def arrivals(self, story: str) -> Sequence[int]:
        """The numbers of the arrivals of a story, in order."""

    def sizes(self, stories: Sequence[str]) -> Mapping[str, int]:
        """How many arrivals each story has."""

    def unsettled(self) -> Sequence[str]:
        """Stories whose last revision is not made of the arrivals that are in them now, each with its latest reading: one was
        redacted or read anew, or what was placed was not related, because a process was killed or another did the same.
        """  # noqa: D205  # one sentence

    def record(self, story: str, members: Sequence[Member], related: Related) -> None:
        """A new revision of a story, made of these members, in one commit."""

    def revision(self) -> int:
        """A number that grows with every revision of a story, 0 before the first: while it stays, what was found stays."""
