"""The twin of stories in memory."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from sayso.model.reading import Reading
from sayso.model.relation import Related
from sayso.ports.stories import Keyed, Member


class MemoryStories:
    """Fulfils `ports.Stories`; `latest` gives every arrival with its latest reading, in the order of arrival."""

    def __init__(self, latest: Callable[[], Sequence[Member]]) -> None:
        self._latest = latest
        self._keyed: dict[int, Keyed] = {}
        self._placed: dict[int, str] = {}
        self._related: dict[str, Related] = {}
        self._made_of: dict[int, Reading] = {}  # number of an arrival: the reading that is in its story
        self._clusters: dict[str, str] = {}
        self._revision = 0

    def unrelated(self) -> Iterator[Member]:
        """Those of which no story is made."""
        return (each for each in self._latest() if self._made_of.get(each.arrival) != each.reading)

    def outlets(self) -> Sequence[str]:
        """Looked through."""
        return sorted(
            {each.reading.document.outlet for each in self._latest() if each.reading.document.outlet is not None}
        )

    def index(self, keyed: Sequence[Keyed]) -> None:
        """Kept once."""
        for each in keyed:
            if each.keys:
                self._keyed.setdefault(each.arrival, each)

    def keyed(self, arrival: int) -> Keyed:
        """As it was indexed."""
        return self._keyed.get(arrival, Keyed(arrival=arrival, day=None, keys=()))

    def frequencies(self, keys: Sequence[str], first: int, last: int, most: int) -> tuple[Mapping[str, int], int]:
        """Counted anew."""
        inside = [each for each in self._keyed.values() if each.day is None or first <= each.day <= last]
        counts = Counter(key for each in inside for key in each.keys)
        return {key: min(counts[key], most) for key in keys if key in counts}, len(inside)

    def alike(self, keys: Sequence[str], first: int, last: int) -> Mapping[int, tuple[str, Sequence[str]]]:
        """Looked through."""
        wanted, found = set(keys), {}
        for number, each in sorted(self._keyed.items()):
            shared = [key for key in each.keys if key in wanted]
            if shared and number in self._placed and (each.day is None or first <= each.day <= last):
                found[number] = (self._placed[number], shared)
        return found

    def place(self, arrivals: Mapping[int, str]) -> None:
        """The last place counts."""
        self._placed |= arrivals

    def story_of(self, arrival: int) -> str | None:
        """Looked up."""
        return self._placed.get(arrival)

    def arrivals(self, story: str) -> Sequence[int]:
        """Looked through."""
        return sorted(arrival for arrival, where in self._placed.items() if where == story)

    def sizes(self, stories: Sequence[str]) -> Mapping[str, int]:
        """Counted anew."""
        counts = Counter(self._placed.values())
        return {story: counts[story] for story in stories if story in counts}

    def members(self, story: str) -> Sequence[Member]:
        """Looked through."""
        return [each for each in self._latest() if self._placed.get(each.arrival) == story]

    def related(self, story: str) -> Related:
        """The last that was recorded."""
        return self._related.get(story, Related())

    def unsettled(self) -> Sequence[str]:
        """None: nothing is redacted in memory, and nobody is killed halfway."""
        return ()

    def record(self, story: str, members: Sequence[Member], related: Related) -> None:
        """The latest comes last, as in a file."""
        self._revision += 1
        self._related.pop(story, None)
        self._related[story] = related
        self._made_of |= {each.arrival: each.reading for each in members}
        self._clusters |= dict.fromkeys([*(each.id for each in related.clusters), *related.redirects], story)

    def all_related(self) -> Iterator[Related]:
        """In the order of their revisions."""
        return iter(list(self._related.values()))

    def revision(self) -> int:
        """Counted."""
        return self._revision

    def cluster_story(self, id: str) -> str | None:
        """Looked up by the whole id."""
        return self._clusters.get(id)
