import numpy as np
import pytest

from gd_visualizer.core.batches import batch_rows, batches_per_epoch, epoch_of


@pytest.mark.parametrize(("points", "size"), [(12, 5), (12, 4), (12, 1), (7, 7), (240, 10)])
def test_an_epoch_takes_every_point_once_and_only_its_last_batch_is_smaller(points, size):
    each = batches_per_epoch(points, size)
    for epoch in (1, 2, 3):
        steps = range((epoch - 1) * each + 1, epoch * each + 1)
        assert {epoch_of(points, size, step) for step in steps} == {epoch}
        batches = [batch_rows(points, size, 3, step) for step in steps]
        assert sorted(np.concatenate(batches).tolist()) == list(range(points))
        assert [len(rows) for rows in batches] == [size] * (points // size) + [
            rest for rest in [points % size] if rest
        ]
        assert all(rows.tolist() == sorted(rows.tolist()) for rows in batches)


def test_the_points_of_a_step_follow_from_seed_and_step_alone():
    once = {step: batch_rows(12, 5, 3, step).tolist() for step in range(1, 40)}
    for seed in range(20):  # other orders in between
        batch_rows(12, 5, seed, 1)
    assert {step: batch_rows(12, 5, 3, step).tolist() for step in reversed(once)} == once
    assert any(batch_rows(12, 5, 4, step).tolist() != once[step] for step in once)


def test_epochs_are_shuffled_anew():
    firsts = {tuple(batch_rows(12, 5, 0, 1 + 3 * epoch).tolist()) for epoch in range(20)}
    assert len(firsts) > 5
