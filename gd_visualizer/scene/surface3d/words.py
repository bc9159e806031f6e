"""All words over the picture in space: numbers and names of the axes, slopes, minima, a guess."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, Obstacles, place
from gd_visualizer.drawing.shapes import Dots, Paint, Pen, Rect, Shape, Words
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.labels import Beside, pushed
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.dark.direction_labels import direction_labels
from gd_visualizer.scene.surface.dark.guess import guess_mark
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.marks.gradient_marks import slope_marks
from gd_visualizer.scene.surface.marks.left import left_at
from gd_visualizer.scene.surface.minima import shown_minima
from gd_visualizer.scene.surface3d.axes import AxesPicture
from gd_visualizer.scene.surface3d.axis_words import axis_words
from gd_visualizer.scene.surface3d.guess import in_space
from gd_visualizer.scene.surface3d.lantern_labels import direction_labels_3d
from gd_visualizer.scene.surface3d.picture import Moment3D
from gd_visualizer.scene.surface3d.projection import to_screen
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import message


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def words_3d(
    state: State,
    moment: Moment3D,
    lantern: Lantern | None,
    camera: Camera,
    frame: Frame,
    axes: AxesPicture,
) -> tuple[Shape, ...]:
    """The words of one moment as they are seen from ``camera``."""
    return tuple(Words3D(state, moment, lantern, camera, frame).shapes(axes))


class Words3D:
    """The words of one moment, seen from ``camera`` in a frame."""

    def __init__(
        self,
        state: State,
        moment: Moment3D,
        lantern: Lantern | None,
        camera: Camera,
        frame: Frame,
        shown: Visibility | None = None,
    ) -> None:
        self._state, self._moment, self._lantern = state, moment, lantern
        self._camera, self._frame, self._shown = camera, frame, shown or visibility(state)
        self._room: Rect = (0.0, 0.0, frame.width, frame.height)

    def screen(self, points: Floats) -> Floats:
        """Places of the box (n, 3) in the frame, in px (n, 2)."""
        return to_screen(points, self._camera, self._frame.width, self._frame.height)[0]

    def shapes(self, axes: AxesPicture) -> list[Shape]:
        """The words of the axes, and what is said at places of the surface."""
        written = self._axes(axes)
        below, labels = self._said()
        taken = [shape.rect for shape in written]
        discs = [(*self._here, marks.POINT * self._frame.em)]
        discs += [(*one.centers[0].tolist(), one.radius) for one in below]
        made = [Label(_inside(one, self._room), one.rank, always=one.always) for one in labels]
        chosen = place(made, Obstacles.of(taken, discs), self._room, 0.1 * self._frame.em)
        found = zip(labels, made, chosen, strict=True)
        said = [one.at(label.candidates[k]) for one, label, k in found if k is not None]
        off = Obstacles.of([one.rect for one in (*written, *said)], discs)
        directions = self._directions(off) if self._lantern and self._moment.inside else []
        return [*written, *below, *directions, *said]

    @property
    def _here(self) -> marks.Place:
        x, y = self.screen(self._moment.here[None])[0].tolist()
        return x, y

    def _axes(self, axes: AxesPicture) -> tuple[Words, ...]:
        lesson, along = self._state.descent.lesson, self._moment.surface_slice.section
        said = [axis_title(along, lesson.network, k) for k in range(2)]
        names = map(self._frame.speech.words, (*said, loss_title(lesson)))
        return axis_words(axes, tuple(names), self._camera, self._frame, self._lantern is not None)

    def _said(self) -> tuple[list[Dots], list[Beside]]:
        """Marks that are drawn flat, and words beside places of the surface."""
        dots, labels = list[Dots](), list[Beside]()
        box, speech = self._moment.box, self._frame.speech
        if self._moment.inside and not self._lantern:
            labels += self._slopes()
        for minimum in shown_minima(self._state, self._moment.surface_slice):
            at = self._at(box.place(np.array([[*minimum.place, minimum.loss]]))[0])
            if np.hypot(*np.subtract(at, self._here)) > 0.8 * self._frame.em:
                dots.append(
                    marks.rings(np.array([at]), self._frame.em, "path", "path_edge", "minimum")
                )
            low = printed(self._state).text(minimum.loss)
            text = speech.words(message("low: {loss}", loss=low))
            labels.append(self._beside("minimum", text, at, 1.5, below=True))
        left = left_at(self._state.descent, self._moment.surface_slice)
        if left is not None and box.inside(left[None])[0]:
            at, dark = self._at(box.place(left[None])[0]), self._lantern is not None
            dots.append(marks.left(at, self._frame.em, dark))
        guess = guess_mark(self._state, self._moment.surface_slice)
        if guess:
            dark = self._lantern is not None
            at = self._at(in_space(guess, box))
            pen = Pen(Paint("dark_ink" if dark else "paper"), 0.12 * self._frame.em)
            dots.append(marks.dot(at, 0.42 * self._frame.em, Paint("action"), pen, "guess"))
            labels.append(self._beside("guess", speech.words(guess.words), at, 1.0, always=True))
        return dots, labels

    def _at(self, point: Floats) -> marks.Place:
        x, y = self.screen(point[None])[0].tolist()
        return x, y

    def _beside(
        self,
        name: str,
        text: str,
        at: marks.Place,
        rank: float,
        below: bool = False,
        always: bool = False,
    ) -> Beside:
        left, dark = at[0] > 0.7 * self._frame.width, self._lantern is not None
        paint, size = Paint("dark_ink" if dark else "ink"), self._frame.size(1)
        return Beside(text, *at, size, paint, left, below, rank, always, dark, name=name)

    def _slopes(self) -> list[Beside]:
        """The slopes in words beside the point, and the loss where the step would land."""
        state, seen = self._state, self._moment.surface_slice
        size = self._frame.width, self._frame.height
        shown = slope_marks(state, seen.section, seen.ranges, size, self._shown)
        labels = []
        if shown and len(shown.numbers) == 2:
            text = self._frame.speech.words(shown.words)
            labels.append(self._beside("slope", text, self._here, 0.0, always=True))
        found = next_step_at(state, self._shown)
        if found:
            at = np.array([[*seen.section.places(found.theta), found.loss]])
            if self._moment.box.inside(at)[0]:
                text = self._frame.speech.words(next_step_words(found))
                place = self._at(self._moment.box.place(at)[0])
                labels.append(self._beside("next loss", text, place, 1.0))
        return labels

    def _directions(self, off: Obstacles) -> list[Shape]:
        assert self._lantern is not None
        found = direction_labels_3d(self._state.descent, self._moment, self._lantern, self.screen)
        return direction_labels(
            self._lantern,
            found.here,
            found.radius,
            self._room,
            found.path,
            self._frame,
            found.toward,
            off,
        )


def _inside(label: Beside, room: Rect) -> list[Rect]:
    return [pushed(rect, room) for rect in label.candidates()]
