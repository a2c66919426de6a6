"""Clusters joined pair by pair, with a veto, and why."""

from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.clustering import Clusters, plain_clusters


def test_each_alone() -> None:
    assert plain_clusters(3).groups() == ((0,), (1,), (2,))


def test_joined_over_others_in_any_order() -> None:
    clusters = plain_clusters(6)
    for one, other in ((4, 1), (1, 5), (3, 2), (5, 4)):
        clusters.join(one, other, "alike")
    assert clusters.groups() == ((0,), (1, 4, 5), (2, 3))
    assert clusters.root(5) == 1


def test_none() -> None:
    assert plain_clusters(0).groups() == ()


def test_veto_sees_what_the_members_of_both_share() -> None:
    clusters = Clusters(
        [{"a"}, {"b"}, {"a"}],
        merge=set.union,
        may_join=set.isdisjoint,  # at most one of each article
    )
    assert clusters.join(0, 1, "alike")
    assert not clusters.join(1, 2, "alike")
    assert clusters.groups() == ((0, 1), (2,))
    assert clusters.summary(1) == {"a", "b"}


def test_every_join_says_why() -> None:
    passages = [Passage(article=ArticleId("a"), start=n, end=n + 1, text="x") for n in range(4)]
    clusters = plain_clusters(4)
    clusters.join(2, 1, "same surname")
    clusters.join(1, 2, "told twice")
    clusters.join(3, 2, "alike", 0.7)
    assert clusters.why(passages) == {
        1: (
            Why(one=passages[2], other=passages[1], rule="same surname"),
            Why(one=passages[3], other=passages[2], rule="alike", score=0.7),
        )
    }
