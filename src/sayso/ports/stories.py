"""The part of a ledger that holds what documents and claims say about one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.model.reading import Reading
from sayso.model.relation import Related


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An arrival with its latest reading, as a part of a story."""

    arrival: int
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An arrival by the words that tell its story: `day` counts from 1 January of the year 1, null where it has no date."""

    arrival: int
    day: int | None
    keys: tuple[str, ...]


class Stories(Protocol):
    """What is known of stories. Rows are only added: the latest revision of a story counts."""

    def unrelated(self) -> Iterator[Member]:
        """Arrivals whose latest reading is in no story yet, in the order of arrival."""

    def outlets(self) -> Sequence[str]:
        """The outlets of all arrivals, in order."""

    def index(self, keyed: Sequence[Keyed]) -> None:
        """Make arrivals findable by their keys, in one commit; those that are known already are left alone."""

    def keyed(self, arrival: int) -> Keyed:
        """An arrival as it was indexed."""

    def frequencies(self, keys: Sequence[str]) -> tuple[Mapping[str, int], int]:
        """In how many indexed arrivals each key occurs, and how many there are."""

    def alike(self, keys: Sequence[str], first: int, last: int) -> Mapping[int, tuple[str, Sequence[str]]]:
        """Placed arrivals of the days `first` to `last`, or of none, that have one of the keys: story and shared keys of each."""

    def place(self, arrivals: Mapping[int, str]) -> None:
        """Put arrivals into stories, in one commit; the last place of an arrival counts."""

    def story_of(self, arrival: int) -> str | None:
        """The story of an arrival that was placed."""

    def sizes(self, stories: Sequence[str]) -> Mapping[str, int]:
        """How many arrivals each story has."""

    def members(self, story: str) -> Sequence[Member]:
        """The arrivals of a story with their latest readings, in the order of arrival."""

    def related(self, story: str) -> Related:
        """What was last found in a story; nothing where it is new."""

    def bereft(self) -> Sequence[str]:
        """Stories of which a member was redacted since they were last related: what was found in them has lost its reasons."""

    def record(self, story: str, members: Sequence[Member], related: Related) -> None:
        """A new revision of a story, made of these members, in one commit."""

    def all_related(self) -> Iterator[Related]:
        """The latest revision of every story, oldest story first."""

    def cluster_story(self, id: str) -> str | None:
        """The story that has a cluster of this id, or the redirect from it."""
