"""All words over the picture in space: numbers and names of the axes, slopes, minima, a guess."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, Obstacles, free, place
from gd_visualizer.drawing.shapes import Anchor, Dots, Paint, Pen, Rect, Shape, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.labels import Beside
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.dark.direction_labels import direction_labels
from gd_visualizer.scene.surface.dark.guess import guess_mark
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.marks.gradient_marks import slope_marks
from gd_visualizer.scene.surface.marks.left import left_at
from gd_visualizer.scene.surface.minima import shown_minima
from gd_visualizer.scene.surface3d import axes as axes3d
from gd_visualizer.scene.surface3d.guess import in_space
from gd_visualizer.scene.surface3d.lantern_labels import direction_labels_3d
from gd_visualizer.scene.surface3d.picture import Moment3D
from gd_visualizer.scene.surface3d.projection import to_screen
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import message

_NUMBERS, _PUSHES, _PUSH = 0.92, 14, 0.25  # ems; how often and how far out a name may move


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

    def shapes(self, axes: axes3d.AxesPicture) -> list[Shape]:
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

    def _axes(self, axes: axes3d.AxesPicture) -> list[Words]:
        """Numbers as far as they stand apart, then the names, farther out where that is needed; a
        name that finds no place takes a number's."""
        dark, speech = self._lantern is not None, self._frame.speech
        number_paint = Paint("dark_ink" if dark else "muted")
        made, called = list[Words](), list[Words]()
        for label in axes.numbers:
            text = speech.number(label.text)
            rects = self._outside(label, text, self._frame.size(_NUMBERS), 1)
            made += self._free(text, rects, self._frame.size(_NUMBERS), number_paint, made)
        network, along = self._state.descent.lesson.network, self._moment.surface_slice.section
        names = [axis_title(along, network, k) for k in range(2)]
        names.append(loss_title(self._state.descent.lesson))
        for title, name in zip(axes.titles, names, strict=True):
            if title:
                text, size = speech.words(name), self._frame.size(1)
                rects = self._outside(title, text, size, _PUSHES)
                paint = Paint("dark_ink" if dark else "ink")
                called += self._free(text, rects, size, paint, [*made, *called], always=True)
        names_at = Obstacles.of([one.rect for one in called])
        return [*(n for n in made if free(Label([n.rect]), names_at, self._room)), *called]

    def _outside(self, label: axes3d.Label, text: str, size: float, pushes: int) -> list[Rect]:
        """Beside its axis, on the outer side, and then farther and farther out; at last upwards."""
        at, edge = self.screen(np.stack([label.place, label.edge]))
        out = (at - edge) / (float(np.hypot(*(at - edge))) or 1.0)
        wide, high = width_of(text, size) + 4, size * 1.3
        found = []
        for push in range(pushes):
            x = float(at[0]) + out[0] * (wide / 2 + push * size * _PUSH)
            y = float(at[1]) + out[1] * (high / 4 + push * size * _PUSH)
            found.append(_pushed((x - wide / 2, y - high / 2, wide, high), self._room))
        if pushes > 1:
            left, top, *_ = found[-1]
            found += [(left, top - k * size * _PUSH, wide, high) for k in range(1, 3 * pushes)]
        return found

    def _free(
        self,
        text: str,
        rects: list[Rect],
        size: float,
        paint: Paint,
        taken: list[Words],
        always: bool = False,
    ) -> list[Words]:
        keep_off = Obstacles.of([_tall(one) for one in taken])
        (k,) = place([Label(rects, always=always)], keep_off, self._room)
        if k is None:
            return []
        left, top, wide, high = rects[k]
        at = left + wide / 2, top + high / 2
        return [Words(*at, words(text), size, paint, anchor=Anchor.CENTER)]

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
    return [_pushed(rect, room) for rect in label.candidates()]


def _pushed(rect: Rect, room: Rect) -> Rect:
    left, top, width, height = rect
    x = min(max(left, room[0] + 2), room[0] + room[2] - width - 2)
    return x, min(max(top, room[1] + 1), room[1] + room[3] - height - 1), width, height


def _tall(shape: Words) -> Rect:
    """With the air that a line of words has above and below."""
    left, _, wide, _ = shape.rect
    return left - 2, shape.y - 0.65 * shape.size, wide + 4, 1.3 * shape.size
