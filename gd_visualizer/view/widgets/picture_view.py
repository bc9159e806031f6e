"""The widget of a kind of picture, found by the picture's record."""

from collections.abc import Iterator
from typing import TypeVar

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.lesson.pictures import Picture, found
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.look.styled import StyledWidget
from gd_visualizer.view.paint.drawing import prepare_shapes
from gd_visualizer.view.text.translate import speech
from gd_visualizer.view.wishes import Wishes

_LETTERS = 14  # designed pixels, until a stage says how large its letters are


class PictureView(StyledWidget):
    """Shows a picture of the state on a stage; asks by ``wishes``."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._em = float(px(_LETTERS))

    @property
    def em(self) -> float:
        """The size of ordinary letters, in px."""
        return self._em

    @property
    def frame(self) -> Frame:
        """The room that there is for the picture."""
        return Frame(self.width(), self.height(), self._em, Audience.SCREEN, speech())

    def set_em(self, em: float) -> None:
        """Other letters, in px; the next layout has them."""
        self._em = em

    def retranslate(self) -> None:
        """After a change of language: what ``sync`` does not write."""

    def sync(self, new: State, old: State | None) -> None:
        """Shows ``new``; ``old`` is the state before, None where all is to be drawn."""
        raise NotImplementedError

    def prepare(self, coming: State) -> Iterator[None]:  # noqa: ARG002
        """Makes what will be shown of a state that may come next, in pieces of work."""
        return iter(())

    def prepare_drawing(self, drawing: Drawing) -> None:
        """The same, of a drawing that is painted on this widget."""
        prepare_shapes(drawing.shapes, self.devicePixelRatioF(), palette())


_View = TypeVar("_View", bound=PictureView)


def made(picture: Picture, wishes: Wishes, kind: type[_View]) -> _View:
    """The widget that the picture's record names; TypeError where it is no ``kind``."""
    named = found("view", picture.widget, type)
    if not issubclass(named, kind):
        raise TypeError(f"the widget of {picture.name} is no {kind.__name__}")
    return named(wishes)
