import json
from datetime import date

import pytest

from sayso.export.parquet import rows_in
from sayso.export.relation_columns import COLUMNS
from sayso.export.relations import rows
from sayso.model.relation import Cluster, Origin, Related, Relation, RelationKind, Status
from sayso.store import open_ledger


@pytest.fixture
def related(filled):
    """The ledger made by hand, with an echo, an echo that a person has rejected, a denial and a cluster."""

    def relation(kind, later, earlier, status=Status.SUGGESTED):
        return Relation(
            kind=kind, from_id=later, to_id=earlier, score=0.75, status=status, reasons=("words agree: harbour",)
        )

    found = Related(
        relations=(
            relation(RelationKind.ECHO, "cl_02", "cl_01"),
            relation(RelationKind.ECHO, "cl_04", "cl_01", Status.REJECTED),
            relation(RelationKind.DENIAL, "cl_03", "cl_01"),
        ),
        clusters=(
            Cluster(id="cc_1", founder="cl_01", claims=("cl_01", "cl_02"), first_appearance="cl_01", documents=1, outlets=2,
                    origins=(Origin(claims=("cl_01", "cl_02"), reason="same speaker: the northern staff"),)),
        ),
    )  # fmt: skip
    ledger = open_ledger(filled)
    stories = ledger.stories()
    stories.record("st_1", list(stories.unrelated()), found)
    ledger.close()
    return filled


@pytest.mark.parametrize("what", COLUMNS)
def test_every_table_comes_back_from_parquet(sayso, related, tmp_path, what):
    run = sayso("export", "--ledger", related, "--what", what, "--as-of", "2031-10-02", "-o", "table.parquet")
    assert run.exit_code == 0, run.stderr
    ledger = open_ledger(related)
    expected = [{name: row.get(name) for name in COLUMNS[what]} for row in rows(what, ledger, "2031-10-02")]
    ledger.close()
    found = list(rows_in(tmp_path / "table.parquet"))
    assert [row | ({"due": row["due"].isoformat()} if row.get("due") else {}) for row in found] == expected
    assert found


def test_the_day_on_which_a_forecast_is_due_is_a_date(sayso, related, tmp_path):
    sayso("export", "--ledger", related, "--what", "forecasts", "--as-of", "2031-10-02", "-o", "table.parquet")
    assert [(row["due"], row["state"]) for row in rows_in(tmp_path / "table.parquet")] == [
        (date(2031, 10, 1), "due")
    ] * 2


@pytest.mark.parametrize("what", COLUMNS)
def test_no_column_is_left_out(related, what):
    ledger = open_ledger(related)
    names = {name for row in rows(what, ledger, "2031-10-02") for name in row}
    ledger.close()
    assert names <= COLUMNS[what].keys()


def test_a_claim_appears_wherever_one_of_its_cluster_does(sayso, related):
    graph = json.loads(sayso("export", "--ledger", related, "--format", "schemaorg").stdout)["@graph"]
    claims = {node["@id"]: node for node in graph if node["@type"] == "Claim"}
    assert claims["urn:sayso:claim:cl_01"]["appearance"] == claims["urn:sayso:claim:cl_02"]["appearance"]


def test_an_echo_is_derived_unless_a_person_rejected_it(sayso, related):
    told = json.loads(sayso("export", "--ledger", related, "--format", "prov").stdout)["wasDerivedFrom"].values()
    assert [(each["prov:generatedEntity"], each["prov:usedEntity"], each["prov:type"]["$"]) for each in told] == [
        ("claim:cl_02", "claim:cl_01", "sayso:echo")
    ]
