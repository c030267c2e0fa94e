"""The reader that a user gets."""

import pytest

from sayso.annotate.read import read
from sayso.model.document import Document
from sayso.settings import Settings
from sayso.wiring import stages


@pytest.fixture(scope="session")
def reader():
    by = stages(Settings())
    return lambda text, **known: read(Document(text=text, **known), by)
