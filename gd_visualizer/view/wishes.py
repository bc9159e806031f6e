"""What a person can ask for by a widget: functions that the program hands in once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gd_visualizer.lesson.pictures import Panel, Picture

if TYPE_CHECKING:  # which need NumPy: not before the first frame
    from gd_visualizer.descent.saved.handed_on import HandedOn
    from gd_visualizer.descent.state.camera import Camera
    from gd_visualizer.descent.state.kept_run import KeptRun
    from gd_visualizer.descent.state.section import Range
    from gd_visualizer.lesson.data import Generated
    from gd_visualizer.lesson.lesson import Phase
    from gd_visualizer.lesson.rate import LearningRate
    from gd_visualizer.scene.slides.kind import SlideKind


class Wishes(NamedTuple):
    """Each widget that asks for something has this record, and calls the one that is meant.

    What becomes of a call is the program's business: a widget shows it when ``sync`` tells the
    state that came of it, and asks nobody else on the way. Every window has the same record.
    """

    # The steps of the descent
    step: Callable[[], object]
    back: Callable[[], object]
    reset: Callable[[], object]
    restart: Callable[[], object]
    toggle_run: Callable[[], object]
    set_speed: Callable[[float], object]  # steps a second
    jump: Callable[[int], object]  # to a row
    drag: Callable[[Mapping[str, float]], object]  # parameters by name
    drop: Callable[[], object]
    set_parameter: Callable[[str, float], object]
    set_learning_rate: Callable[["LearningRate"], object]
    step_again: Callable[["LearningRate"], object]  # the step that is shown
    hold_rate: Callable[[bool], object]
    set_optimizer: Callable[[str], object]
    find_curvature: Callable[[], object]
    # The lesson's script, and the phases inside a step
    next: Callable[[], object]
    previous: Callable[[], object]
    take_back: Callable[[], object]  # the last press, a step's or a beat's
    to_phase: Callable[["Phase"], object]
    set_predict: Callable[[bool], object]
    answer: Callable[[str], object]
    guess_lowest: Callable[[Mapping[str, float]], object]  # a place by axis; none takes it back
    # What is looked at
    select_weight: Callable[[str], object]
    select_node: Callable[[int, int], object]  # layer, index
    select_point: Callable[[int], object]
    show_panel: Callable[[Panel, bool], object]  # one more, or one less
    show_surface: Callable[[Picture, tuple[str, ...] | None], object]  # kind, axes
    show_plane: Callable[[str], object]
    show_ranges: Callable[[Mapping[str, "Range"]], object]  # by axis, or "loss"
    show_all: Callable[[], object]
    look_from: Callable[["Camera"], object]
    switch_light: Callable[[], object]
    set_log_height: Callable[[bool], object]
    set_log_loss: Callable[[bool], object]
    set_squares: Callable[[bool], object]
    set_two_colors: Callable[[bool], object]
    set_node_pictures: Callable[[bool], object]
    show_inputs: Callable[[int, int], object]  # the fit's two, from 0
    show_output: Callable[[int], object]  # the fit's, from 0
    # The points: a row of all data, its inputs, its targets
    place_point: Callable[[int, Sequence[float], Sequence[float]], object]
    move_point: Callable[[int, Sequence[float], Sequence[float]], object]  # on its way
    drop_point: Callable[[], object]
    delete_point: Callable[[int], object]
    # Runs kept for comparison
    keep_run: Callable[[], object]
    hide_run: Callable[["KeptRun", bool], object]
    rename_run: Callable[["KeptRun", str], object]
    remove_run: Callable[["KeptRun"], object]
    # Lessons and files
    open_lesson: Callable[[str], object]  # a built-in one by its id
    open_path: Callable[[str], object]
    open_file: Callable[[], object]  # by a dialog
    paste: Callable[[], object]  # a table, from the clipboard
    save_lesson: Callable[[], object]
    save_lesson_as: Callable[[], object]
    hold_close: Callable[[], object]  # whether the window has to stay for a question
    export: Callable[[], object]
    save_slides: Callable[["SlideKind"], object]
    hand_on: Callable[["HandedOn"], object]  # the model, or its training
    copy_script: Callable[[], object]
    save_script: Callable[[], object]
    # The points; the last argument: in a drag that has begun, so that undo takes it back whole
    generate: Callable[["Generated", bool], object]
    hold_out: Callable[[float, bool], object]  # a share for testing
    scale_inputs: Callable[[bool], object]
    # The program
    present: Callable[[], object]
    open_more: Callable[[], object]
    set_colors: Callable[[str], object]
    set_scale: Callable[[float], object]
    set_reduced_motion: Callable[[bool], object]
    set_language: Callable[[str], object]
    show_keys: Callable[[], object]


def _unheard(*_told: object) -> None:
    """Nothing comes of it."""


UNHEARD = Wishes(**dict.fromkeys(Wishes._fields, _unheard))
"""While there is no program yet to ask: the frame is seen before it."""
