"""A ledger with good, hostile and refused inputs, and the pages over it."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sayso.model.document import Cut, Rejection
from sayso.serve.app import create_app
from sayso.store.memory import MemoryLedger

HOSTILE = (
    "<img src=x onerror=alert(1)>\0</script><script>alert(2)</script>\r\n\r\n"
    "\u202eevil\u2069 {{ 7777*7777 }} {% raw %} &lt; &#0; \ud800 \x07\r"
    "مرحبا 👩‍🚀 e\u0301 <!-- ]]> \u2028 \ufeff"
)


@pytest.fixture(scope="session")
def filled(harbour, bare, crowded):
    ledger = MemoryLedger()
    ledger.append(
        [
            harbour,
            bare(HOSTILE, title=HOSTILE, outlet=HOSTILE, external_id=HOSTILE, url="javascript:alert(3)"),
            Rejection(kind="too-large", message="92 MB; <b>at most</b> 50 MB are read", path="/inbox/<i>dump</i>.html"),
            replace(crowded(1000), document=replace(crowded(1000).document, external_id="crowd")),
            bare("Cut short.", title="Cut", cuts=(Cut(reason="too deep", start=10, end=20),)),
        ]
    )
    ledger.append([replace(harbour, document=replace(harbour.document, outlet="Pellworth Gazette", external_id="b"))])
    return ledger


@pytest.fixture
def pages(filled):
    return TestClient(create_app(filled), base_url="http://127.0.0.1")
