"""What the record of a kind of picture names is there."""

import pytest

from gd_visualizer.figures.sheet.makers import FigureMaker, TableMaker
from gd_visualizer.lesson.pictures import NETWORK_PANEL, PICTURES, Picture, found
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.view.widgets.picture_view import PictureView, made
from gd_visualizer.view.wishes import UNHEARD


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_each_address_of_a_picture_names_what_draws_it_there(qapp, picture: Picture) -> None:  # type: ignore[no-untyped-def]
    made(picture, UNHEARD, PictureView).deleteLater()
    for room, address, kind in (
        ("figures", picture.figure, FigureMaker),
        ("figures", picture.table, TableMaker),
        ("scene", picture.drawing, DrawingMaker),
    ):
        if address:
            found(room, address, kind)


def test_a_picture_that_is_chosen_and_has_no_room_is_said_to_have_none(start) -> None:
    for size, said in (
        ((1440, 900), "Loss by step"),
        ((1000, 700), "Loss by step (no room for it)"),
    ):
        window = start("many-steps", size).window
        window.wishes.show_panel(NETWORK_PANEL, True)
        menu = window.pictures.menu()
        menu.aboutToShow.emit()
        (curve,) = [a for a in menu.actions() if a.text().startswith("Loss by step")]
        assert (curve.isChecked(), curve.text().partition("\t")[0]) == (True, said)
