"""The points as texts."""

import numpy as np
import pytest

from gd_visualizer.descent.state import open_lesson
from gd_visualizer.lesson.catalogue import load
from gd_visualizer.scene.points import point_sums, point_texts, point_values, prediction
from tests.descent.lessons import tanh_network
from tests.descent.reader import Read


def test_the_deck_s_table_of_the_loss() -> None:
    descent = open_lesson(load("loss-function")).descent
    assert point_texts(descent, np.arange(3)) == [
        ("1", "5", "10", "20", "−10", "100"),
        ("2", "4", "8", "3", "5", "25"),
        ("3", "3", "6", "1", "5", "25"),
    ]
    sums = point_sums(descent)
    assert (sums.word, sums.total, sums.mean) == ("squared error", "150", "50")


def test_total_divided_by_the_points_is_the_mean_as_printed() -> None:
    for points in range(2, 40):
        sums = point_sums(open_lesson(tanh_network(points)).descent)
        assert Read(f"loss: {sums.total} ÷ {points} ≈ {sums.mean}").holds(), sums


def test_a_column_shares_its_digits_and_each_number_is_rounded_correctly() -> None:
    descent = open_lesson(tanh_network()).descent
    rows = np.array([3, 0, 11])
    texts = point_texts(descent, rows)
    names, values = point_values(descent)
    assert [text[0] for text in texts] == ["4", "1", "12"]
    for column, name in ((2, "predicted"), (4, "error"), (5, "loss")):
        shown = [text[column] for text in texts]
        decimals = {len(text.partition(".")[2]) for text in shown}
        assert len(decimals) == 1
        exact = values[rows, names.index(name)]
        printed = np.array([float(text.replace("−", "-")) for text in shown])
        assert np.abs(printed - exact).max() <= 0.5000001 * 10.0 ** -decimals.pop()


def test_the_sentence_s_prediction_is_the_diagram_s() -> None:
    assert prediction(open_lesson(load("baseline")).descent, 0) == ("9", "13", "−4")


def test_the_exact_table_adds_up() -> None:
    descent = open_lesson(tanh_network()).descent
    names, values = point_values(descent)
    column = {name: values[:, k] for k, name in enumerate(names)}
    np.testing.assert_array_equal(column["predicted"] - column["actual"], column["error"])
    assert column["loss"].mean() == pytest.approx(descent.moment.loss, rel=1e-12)
