from sayso.model.relation import Cluster, Related
from sayso.relate.naming import GONE, name_clusters


def cluster(*claims, id=None, founder=None):
    return Cluster(id=id or f"cc_{claims[0]}", founder=founder or claims[0], claims=claims, first_appearance=claims[0],
                   documents=1, outlets=1, origins=())  # fmt: skip


def test_a_cluster_keeps_its_id_though_an_earlier_claim_comes_first():
    [named], redirects = name_clusters([cluster("new", "old")], Related(clusters=(cluster("old"),)))
    assert (named.id, named.founder, named.first_appearance) == ("cc_old", "old", "new")
    assert redirects == {}


def test_of_merged_clusters_the_first_founder_lends_the_id_and_the_other_leads_on():
    [named], redirects = name_clusters([cluster("a", "b")], Related(clusters=(cluster("b"), cluster("a"))))
    assert named.id == "cc_a"
    assert redirects == {"cc_b": "cc_a"}


def test_of_a_split_the_part_with_the_founder_keeps_the_id():
    named, redirects = name_clusters([cluster("a"), cluster("b")], Related(clusters=(cluster("a", "b"),)))
    assert [each.id for each in named] == ["cc_a", "cc_b"]
    assert redirects == {}


def test_a_cluster_whose_founder_is_gone_leads_to_most_of_its_claims():
    before = Related(clusters=(cluster("gone", "b", "c"),))
    _, redirects = name_clusters([cluster("b", "c"), cluster("x")], before)
    assert redirects == {"cc_gone": "cc_b"}


def test_a_cluster_without_any_claim_left_is_a_tombstone():
    _, redirects = name_clusters([cluster("x")], Related(clusters=(cluster("gone"),)))
    assert redirects == {"cc_gone": GONE}


def test_redirects_lead_to_where_their_target_leads():
    before = Related(clusters=(cluster("b"), cluster("a")), redirects={"cc_c": "cc_b"})
    _, redirects = name_clusters([cluster("a", "b")], before)
    assert redirects == {"cc_c": "cc_a", "cc_b": "cc_a"}
