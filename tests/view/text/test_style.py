"""The style sheet is put on while no widget is deleted."""

import gc

from gd_visualizer.view.look import style


def test_no_garbage_is_collected_while_qt_looks_at_all_widgets(qapp, monkeypatch) -> None:
    thresholds, begun = gc.get_threshold(), list[str]()

    def note(phase: str, _info: object) -> None:
        begun.append(phase)

    monkeypatch.setattr(qapp, "setStyleSheet", lambda _sheet: [{} for _ in range(100)] * 2)
    gc.callbacks.append(note)
    gc.set_threshold(1)
    try:
        style.dress(qapp)
        collected = len(begun)
        assert gc.isenabled()
        _ = [[{}] for _ in range(100)]
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(note)
    assert len(begun) > collected  # it does notice
    assert collected == 0
