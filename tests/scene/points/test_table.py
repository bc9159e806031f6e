"""The points as texts."""

import dataclasses

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.penalty import penalty_of
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.moment_lines import printed_moment
from gd_visualizer.scene.points.table import point_sums, point_texts, point_values, prediction
from tests.descent.lessons import make, tanh_network
from tests.descent.reader import Read
from tests.scene.printed import assert_rounded


def test_the_deck_s_table_of_the_loss() -> None:
    descent = open_lesson(load("loss-function")).descent
    assert point_texts(descent, np.arange(3)) == [
        ("1", "5", "10", "20", "−10", "100"),
        ("2", "4", "8", "3", "5", "25"),
        ("3", "3", "6", "1", "5", "25"),
    ]
    sums = point_sums(descent)
    lines = [(words.english, text) for words, text in sums.lines]
    assert lines == [("total squared error", "150"), ("mean squared error = loss", "50")]
    assert sums.loss == "50"


def test_total_divided_by_the_points_is_the_mean_as_printed() -> None:
    for points in range(2, 40):
        sums = point_sums(open_lesson(tanh_network(points)).descent)
        assert Read(f"loss: {sums.total} ÷ {points} ≈ {sums.loss}").holds(), sums


def test_with_a_penalty_total_mean_and_penalty_lead_to_the_loss_as_printed() -> None:
    for points in range(2, 40):
        lesson = tanh_network(points)
        price = penalty_of(lesson.network.weights, l1=0.01, l2=0.3, decay=0.0)
        lesson = replace(lesson, objective=dataclasses.replace(lesson.objective, penalty=price))
        descent = open_lesson(lesson).descent
        words, texts = zip(*point_sums(descent).lines, strict=True)
        assert words[-2].english == "penalty"
        total, mean, penalty, loss = texts
        assert Read(f"mean: {total} ÷ {points} ≈ {mean}").holds(), texts
        assert Read(f"loss: {mean} + {penalty} ≈ {loss}").holds(), texts
        assert float(loss) == pytest.approx(descent.moment.loss, rel=1e-3)


def test_each_number_of_a_column_is_rounded_correctly_and_has_its_own_digits() -> None:
    descent = open_lesson(tanh_network()).descent
    rows = np.array([3, 0, 11])
    texts = point_texts(descent, rows)
    names, values = point_values(descent)
    assert [text[0] for text in texts] == ["4", "1", "12"]
    for column, name in ((2, "predicted"), (4, "error"), (5, "loss")):
        exact = values[rows, names.index(name)]
        for text, value in zip((text[column] for text in texts), exact.tolist(), strict=True):
            assert_rounded(text, value)
            assert len(text.strip("−0.").replace(".", "")) >= 3


def test_short_numbers_take_zeros_on_to_the_decimals_of_their_column() -> None:
    lesson = make((1, 1), [[2.0], [0.25], [1.0]], [[1.0], [0.5], [3.125]], [1.0])
    texts = point_texts(open_lesson(lesson).descent, np.arange(3))
    assert [text[1] for text in texts] == ["2.00", "0.25", "1.00"]
    assert [text[3] for text in texts] == ["1.000", "0.500", "3.125"]
    assert [text[4] for text in texts] == ["1.000", "−0.250", "−2.125"]


def test_in_each_row_the_error_and_its_square_hold_as_printed() -> None:
    descent = open_lesson(tanh_network()).descent
    for _, _, predicted, actual, error, loss in point_texts(descent, np.arange(12)):
        assert Read(f"error: {predicted} − ({actual}) ≈ {error}").holds()
        assert Read(f"loss: ({error})² ≈ {loss}").holds()


def test_the_sentence_s_prediction_is_the_diagram_s() -> None:
    descent = open_lesson(load("baseline")).descent
    assert prediction(descent, 0, printed_moment(descent, 0)) == ("9", "13", "−4")


def test_the_exact_table_adds_up() -> None:
    descent = open_lesson(tanh_network()).descent
    names, values = point_values(descent)
    column = {name: values[:, k] for k, name in enumerate(names)}
    np.testing.assert_array_equal(column["predicted"] - column["actual"], column["error"])
    assert column["loss"].mean() == pytest.approx(descent.moment.loss, rel=1e-12)
