"""Joining numbers pair by pair."""

from builder.resolve.clustering import Clusters


def test_each_alone() -> None:
    assert Clusters(3).groups() == ((0,), (1,), (2,))


def test_joined_over_others_in_any_order() -> None:
    clusters = Clusters(6)
    for one, other in ((4, 1), (1, 5), (3, 2), (5, 4)):
        clusters.join(one, other)
    assert clusters.groups() == ((0,), (1, 4, 5), (2, 3))
    assert clusters.root(5) == 1


def test_none() -> None:
    assert Clusters(0).groups() == ()
