import io

import pytest

from sayso.ingest.inputs import Inputs
from sayso.ingest.limits import STANDARD
from sayso.ports.mapper import Failure


class Here:
    """The Mapper's twin in this process; counts what it was given."""

    def __init__(self):
        self.items = 0

    def map(self, function, items):
        for item in items:
            self.items += 1
            yield function(item)


class Broken:
    """A Mapper all of whose workers die."""

    def map(self, _function, items):
        for _ in items:
            yield Failure(kind="crashed", message="its worker process was ended by SIGSEGV")


@pytest.fixture
def here():
    return Here()


@pytest.fixture
def broken():
    return Broken()


@pytest.fixture
def read(here):
    """What a list of paths gives, extraction in this process."""

    def reader(*paths, limits=STANDARD, standard_input=b""):
        stream = io.BufferedReader(io.BytesIO(standard_input))
        return list(Inputs(here, limits, stream).documents([str(path) for path in paths]))

    return reader


@pytest.fixture
def read_bytes(read, tmp_path):
    """What some bytes in a file of some name give."""

    def reader(name, raw, limits=STANDARD):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass"))
        return read(path, limits=limits)

    return reader


@pytest.fixture
def article():
    """The HTML of a page around some paragraphs."""

    def make(*paragraphs, head="", before=""):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return f"<!DOCTYPE html><html><head>{head}</head><body>{before}<article>{body}</article></body></html>"

    return make


@pytest.fixture
def story():
    """Three paragraphs of an invented story."""
    return (
        "The council of Velm said on Monday that the old bridge would stay closed until the autumn, whatever the cost.",
        "“Nobody crosses it before October,” said Mayor Ida Brandt, who had inspected the piers with two engineers.",
        "According to the harbour office, the ferry will run every hour, and it will take bicycles at no extra charge.",
    )
