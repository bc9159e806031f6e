"""The explanation, the phase chips, the code and predictions, through the real window."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script.script import caption
from gd_visualizer.drawing.shapes import Box, Dots, Path, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.pictures import CODE, CURVE, NETWORK, PANELS, POINTS, SLOPE
from gd_visualizer.view.export.choice import Choice
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.stage.answer_field import AnswerField
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.fixed_label import StillLabel
from tests.view.shown import drawn, named, row_of, said, shapes_on, values_at, words_of


def words(program, text: str) -> Words:
    """What is written in the explanation, and begins so."""
    return next(
        one
        for one in words_of(program.window.stage.arithmetic.drawing.shapes)
        if one.text.startswith(text)
    )


def texts_of(program) -> list[str]:
    """What the chips and lines of the explanation say."""
    return program.window.stage.arithmetic.spoken


def number_of(program, caption: str) -> str:
    """What stands on the chip of that name."""
    found = (one.partition(": ") for one in texts_of(program))
    return next(number for name, _, number in found if name == caption)


def click(program, words: Words) -> None:
    left, top, width, height = words.rect
    middle = QPointF(left + width / 2, top + height / 2).toPoint()
    QTest.mouseClick(program.window.stage.arithmetic, Qt.MouseButton.LeftButton, pos=middle)


def step_said(program) -> str:
    """Which step of how many is shown, below the stage."""
    return program.window.transport.findChild(StillLabel).text()


def phase_chip(program, phase: Phase):
    return next(c for c in program.window.stage.phases.chips if c.phase == phase)


def marks_of(plot: Plot) -> list[str]:
    """What is said beside the marks of a plot: all its words but the axes'."""
    return [one.text for one in shapes_on(plot) if isinstance(one, Words) and one.plate]


def page_down(program, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(program.window, Qt.Key.Key_PageDown)


def test_each_phase_has_its_arithmetic_in_the_explanation(start) -> None:
    program = start("slope")
    seen = []
    for _ in range(4):
        page_down(program)
        seen.append([text for text in texts_of(program) if ": " in text])
    assert seen[0] == ["input × w: 3 × 2", "the prediction: 6"]
    assert seen[1][:3] == ["predicted: 6", "actual: 10", "error: −4"]
    assert seen[2] == [
        "slope of the loss: 2 · (−4)",
        "value of the input: 3",
        "slope of activation: 1",
        "slope of w: −24",
    ]
    assert seen[3] == ["w: 2", "learning rate: 0.01", "slope of w: (−24)", "new w: 2.24"]


def test_nothing_of_a_phase_is_seen_before_it(start) -> None:
    program = start("slope")
    for panel in PANELS[:4]:
        program.controller.do(showing.show_panel, panel, True)

    def everything() -> str:
        window = program.window
        table = row_of(program.live.points, 0)
        nodes = [n.text for n in program.live.network.diagram.nodes]
        notes = [n.text for n in program.live.network.diagram.notes]
        errors = [e.text for e in program.live.network.diagram.errors]
        marks = [*marks_of(program.live.surface.plot), *marks_of(program.live.curve.plot)]
        words = [window.stage.sentence, step_said(program), program.live.network_tools.note.text()]
        return " ".join([*table, *nodes, *notes, *errors, *marks, *words, *texts_of(program)])

    coming = [(r"\b6\b", 1), (r"−4\b", 2), (r"\b16\b", 2), (r"−24\b", 3), (r"2\.24", 4)]
    for pressed in range(5):
        for number, phase in coming:
            if phase > pressed:
                assert not re.search(number, everything()), (pressed, number)
        assert not any(phase == pressed and not re.search(n, everything()) for n, phase in coming)
        page_down(program)


def test_a_click_on_a_phase_goes_there_and_back(start) -> None:
    program = start("slope")
    for phase, row in ((Phase.SLOPES, 0), (Phase.ERROR, 0), (Phase.UPDATE, 1), (Phase.FORWARD, 0)):
        QTest.mouseClick(phase_chip(program, phase), Qt.MouseButton.LeftButton)
        descent = program.controller.state.descent
        assert (descent.phase, descent.row) == (phase, row)
        assert phase_chip(program, phase).isChecked()
        assert phase_chip(program, phase).accessibleDescription() == "now"


def test_a_click_on_a_factor_selects_its_place(start) -> None:
    program = start("through-a-layer")
    page_down(program, 3)
    click(program, words(program, "value of input x₁"))
    assert program.controller.state.display.node == (0, 0)
    click(program, words(program, "slope of w₁₁₁"))
    assert program.controller.state.display.weight == "w1_1_1"


def test_a_hidden_node_s_slope_is_explained_down_to_the_output(start) -> None:
    program = start("through-a-layer")
    page_down(program, 3)
    assert "slope at hidden node 1: −8 × 1 × 2 = −16" in texts_of(program)
    assert "slope of the loss at the prediction: 2 · (−4) = −8" in texts_of(program)
    assert not program.window.stage.overlay.isVisible()
    click(program, words(program, "more"))
    whole = program.window.stage.overlay.arithmetic
    assert whole.isVisible()
    assert "slope of the loss at the prediction: 2 · (−4) = −8" in whole.spoken
    (first, *_others) = [w for w in words_of(whole.drawing.shapes) if w.text.startswith("▾")]
    middle = QRectF(*first.rect).center().toPoint()
    QTest.mouseClick(whole, Qt.MouseButton.LeftButton, pos=middle)
    assert "slope of the loss at the prediction: 2 · (−4) = −8" not in whole.spoken
    QTest.keyClick(whole, Qt.Key.Key_Escape)
    assert not whole.isVisible()


def test_the_slopes_of_all_points_are_bars_and_their_mean_a_sum_divided_by_n(start) -> None:
    program = start("many-steps")
    QTest.mouseClick(phase_chip(program, Phase.SLOPES), Qt.MouseButton.LeftButton)
    said = texts_of(program)
    assert [text for text in said if text.startswith("point")] == [
        "point 1: −6",
        "point 2: 2",
        "point 3: −36",
        "point 4: −32",
    ]
    mean = "slope of w₁ over all 4 points: (−6 + 2 − 36 − 32) ÷ 4 = −18"
    assert mean in said
    click(program, words(program, "point 3"))
    assert program.controller.state.display.point == 2


def test_the_explanation_is_walked_by_keys_and_copied_as_text(start) -> None:
    program = start("slope")
    page_down(program, 3)
    explanation = program.window.stage.arithmetic
    explanation.setFocus()
    QTest.keyClick(explanation, Qt.Key.Key_Down)
    assert explanation.lit.node == (1, 0)
    QTest.keyClick(explanation, Qt.Key.Key_Return)
    assert program.controller.state.display.node == (1, 0)
    QTest.keyClick(program.window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Slope of w\nstep 1, phase 3 of 4")
    assert "slope of w: −24" in copied


def test_a_caption_comes_with_its_run_s_end_and_goes_with_the_next_deed(start, qtbot) -> None:
    program = start("many-steps")
    program.controller.set_speed(float("inf"))
    page_down(program, 3)
    captions: list[str] = []
    said: set[str] = set()
    program.controller.changed.connect(lambda new, _old: captions.append(caption(new)))
    program.controller.changed.connect(lambda *_: said.add(program.window.stage.sentence))
    page_down(program)
    qtbot.waitUntil(lambda: not program.controller.running, timeout=10_000)
    assert program.controller.state.descent.row == 40
    assert program.window.stage.sentence == "And 40 in all: fast at first, then slowly."
    assert set(captions) <= {"", program.window.stage.sentence}
    running = said - {program.window.stage.sentence, "One more, and one more."}
    assert running
    assert all(re.fullmatch(r"Step \d+: the loss is [\d.]+\.", one) for one in running)
    QTest.keyClick(program.window, Qt.Key.Key_Left)
    assert program.window.stage.sentence.startswith("Back after step 39")
    for row in (40, 3):
        QTest.keyClick(program.window, Qt.Key.Key_PageUp)
        assert program.controller.state.descent.row == row


def test_during_a_run_next_finishes_it_and_a_press_back_takes_its_beat_back(start, qtbot) -> None:
    program = start("many-steps")
    program.controller.set_speed(1)
    page_down(program, 4)
    assert program.controller.running
    assert program.controller.state.descent.row < 40
    page_down(program)
    assert not program.controller.running
    assert program.controller.state.descent.row == 40
    assert program.window.stage.sentence == "And 40 in all: fast at first, then slowly."
    QTest.keyClick(program.window, Qt.Key.Key_PageUp)
    page_down(program)
    assert program.controller.running
    QTest.keyClick(program.window, Qt.Key.Key_PageUp)
    assert not program.controller.running
    assert program.window.stage.sentence == "One more, and one more."


def test_next_says_that_it_has_led_back_to_the_lesson_and_undo_brings_back_what_was(start) -> None:
    program = start("two-inputs")
    page_down(program, 2)
    program.controller.do(commands.set_parameter, "w1_1_1", 3.0)
    page_down(program)
    assert program.controller.state.descent.moment.theta.tolist() == [1, 2]
    assert program.window.stage.sentence.endswith("Ctrl+Z brings back what you had done.")
    QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.controller.state.descent.moment.theta.tolist() == [3, 2]


def test_a_prediction_is_asked_for_typed_and_judged(start) -> None:
    program = start("slope")
    window = program.window
    program.toggle_panel(POINTS.panel)
    QTest.mouseClick(window.transport.predict, Qt.MouseButton.LeftButton)
    page_down(program)
    assert number_of(program, "the prediction") == "?"
    assert "?" in [node.text for node in program.live.network.diagram.nodes]
    assert row_of(program.live.points, 0)[2] == "?"
    field = window.stage.arithmetic.findChild(AnswerField)
    assert field.isVisible()
    for typed, told in (
        ("seven", "Expected a number"),
        ("5", "Not quite: it is more."),
        ("6", "Right."),
    ):
        field.clear()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert window.stage.sentence.startswith(told)
    page_down(program)
    assert not field.isVisible()
    assert number_of(program, "the prediction") == "6"
    page_down(program, 5)
    assert program.controller.state.progress.asked == Phase.UPDATE
    assert number_of(program, "new w") == "?"
    assert program.controller.state.descent.row == 0


def test_the_code_lights_the_phase_and_is_copied_and_saved(start, tmp_path) -> None:
    program = start("two-inputs")
    window = program.window
    program.toggle_panel(CODE.panel)
    assert "inputs = np.array([3, 4])" in program.live.code.text
    page_down(program, 3)
    assert program.live.code.lit == ["# Slopes", "gradient = 2 * inputs * error", "print(gradient)"]
    QTest.mouseClick(named(program.live.code, Button, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == program.code_file.text
    program.code_file.write(tmp_path / "step.py")
    assert (tmp_path / "step.py").read_text() == program.code_file.text
    program.code_file.write(tmp_path / "no" / "step.py")
    assert "does not exist" in window.stage.sentence
    program.toggle_panel(CODE.panel)
    assert not program.live.code.isVisible()


@pytest.mark.parametrize("lesson", BUILT_IN)
@pytest.mark.parametrize("size", [(1024, 768), (1280, 800)])
def test_no_word_of_the_explanation_is_cut_at_any_beat(start, lesson, qtbot, size) -> None:
    program = start(lesson, size)
    program.controller.set_speed(float("inf"))
    explanation = program.window.stage.arithmetic
    for _ in range(len(program.controller.state.descent.lesson.beats)):
        page_down(program)
        qtbot.waitUntil(lambda: not program.controller.running, timeout=10_000)
        QApplication.processEvents()
        for one in words_of(explanation.drawing.shapes):
            left, top, width, height = one.rect
            assert left + width <= explanation.width() + 1, (one.text, one.rect)
            assert top + height <= explanation.height() + 1, (one.text, one.rect)
        assert_nothing_is_written_over(program)


def assert_nothing_is_written_over(program) -> None:
    """Of the arithmetic and of the way to all of it."""
    written = words_of(program.window.stage.arithmetic.drawing.shapes)
    for one, other in combinations(written, 2):
        both = QRectF(*one.rect).intersected(QRectF(*other.rect))
        assert min(both.width(), both.height()) < 1, (one.text, other.text)


def test_the_surface_shows_the_slope_and_where_the_step_leads(start) -> None:
    program = start("two-inputs")
    page_down(program, 3)
    plot = program.live.surface.plot
    assert said(plot, "slope") == "slopes 30, 40"
    (head,), (ring,) = drawn(plot, Path, "arrow"), drawn(plot, Dots, "next step")
    (here,) = values_at(plot, drawn(plot, Dots, "point")[0].centers)
    down = values_at(plot, head.points)[0] - here
    assert down[0] / down[1] == pytest.approx(30 / 40)
    assert ring.fill is None
    assert (shapes := list(shapes_on(plot))).index(head) < shapes.index(ring)  # which it covers
    assert values_at(plot, ring.centers)[0] == pytest.approx((0.7, 1.6))


def test_chips_keep_their_places_while_digits_change(start) -> None:
    program = start("many-steps")
    program.controller.do(showing.set_predict, False)

    def places() -> list[tuple[float, float]]:
        program.controller.do(commands.to_phase, Phase.SLOPES)
        shapes = program.window.stage.arithmetic.drawing.shapes
        boxes = [one for one in shapes if isinstance(one, Box) and one.fill and one.name]
        chips = [one.rect for one in boxes if one.name.point is None]
        return [(left, width) for left, _, width, _ in chips]

    first, texts = places(), texts_of(program)
    for _ in range(6):
        program.controller.do(commands.step)
    longest = places()
    assert texts_of(program) != texts
    for (_, before), (_, after) in zip(first, longest, strict=True):
        assert after >= before
    for _ in range(6):
        program.controller.do(commands.back)
    program.controller.do(commands.jump, 0)
    assert places() == longest
    assert texts_of(program) == texts


def test_a_guess_can_be_typed_at_once_and_the_keys_are_the_window_s_after_it(start) -> None:
    program = start("slope", (1024, 768))
    window = program.window
    window.setFocus()
    assert window.transport.predict.text() == "Guess first"
    program.controller.do(showing.set_predict, True)
    page_down(program, 3)
    field = window.stage.arithmetic.findChild(AnswerField)
    assert program.controller.state.progress.asked == Phase.ERROR
    assert window.focusWidget() is field
    asked = words(program, "error")
    assert abs(field.geometry().center().x() - asked.x) < 2
    assert field.geometry().bottom() < asked.y
    assert field.fontInfo().pixelSize() > 1.4 * asked.size  # as the number that will stand there
    QTest.keyClicks(window.focusWidget(), "-4")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.stage.sentence.startswith("Right.")
    page_down(program)
    assert window.focusWidget() is window
    page_down(program, 3)
    assert window.stage.sentence.endswith(
        "Which way must the weight go? What will w be? The next press shows it."
    )


def test_an_export_of_a_question_hides_what_the_window_hides(
    start, qtbot, tmp_path, monkeypatch
) -> None:
    program = start("slope")
    shown = []
    monkeypatch.setattr(
        "gd_visualizer.figures.render.pieces",
        lambda _descent, request, _suffix, **_more: shown.append(request.shown) or b"",
    )
    program.controller.do(showing.set_predict, True)
    page_down(program)
    for view in (NETWORK, POINTS, SLOPE, CURVE):
        program.exports.save(Choice(view, ".png", (800, 500)), tmp_path / f"{view.name}.png")
    qtbot.waitUntil(lambda: program.exports.worker.idle)
    assert [(s.values, s.errors, s.loss, s.asked) for s in shown] == [
        (False, False, False, Phase.FORWARD)
    ] * 4


def test_where_it_is_flat_the_update_is_shown_and_why_there_is_no_step(start) -> None:
    program = start("many-steps")
    for _ in range(6):
        program.controller.press()
        program.controller.press() if program.controller.running else None
    stage, transport = program.window.stage, program.window.transport
    chips = [one for one in texts_of(program) if one.split(":")[0] in ("w₁", "new w₁")]
    assert chips == ["w₁: 2.182", "new w₁: 2.182"]
    assert number_of(program, "slope of w₁ over all 4 points") == "(≈ 0)"
    reason = "Flat here, after step 36. Not necessarily the lowest place."
    for name in ("Step", "Run"):
        button = named(transport, Button, name)
        assert (button.isEnabled(), button.toolTip()) == (False, reason)
    assert stage.sentence != reason
    QTest.keyClick(program.window, Qt.Key.Key_Right)
    assert stage.sentence == reason
    QTest.keyClick(program.window, Qt.Key.Key_Home)
    assert named(transport, Button, "Step").toolTip() == "Step: one whole step (Right)"


def test_after_a_weight_is_moved_the_phases_say_that_its_error_is_shown(start) -> None:
    program = start("slope")
    page_down(program, 4)
    program.window.wishes.set_parameter("w1_1_1", 3.0)
    assert texts_of(program)[:3] == ["predicted: 9", "actual: 10", "error: −1"]
    assert [chip.phase for chip in program.window.stage.phases.chips if chip.isChecked()] == [
        Phase.ERROR
    ]


def test_more_lies_over_the_arithmetic_and_no_higher_than_it_needs(start) -> None:
    program = start("many-steps")
    page_down(program, 4)
    stage = program.window.stage
    click(program, words(program, "more"))
    overlay, needed = stage.overlay.geometry(), stage.overlay.arithmetic.height()
    assert overlay.bottom() == stage.arithmetic.geometry().bottom()
    assert needed < overlay.height() < needed + 80
    assert overlay.height() < stage.height() / 2
