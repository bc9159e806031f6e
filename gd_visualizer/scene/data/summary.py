"""What the points of a lesson are, in words."""

from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.table.chosen import differ_widely
from gd_visualizer.text.message import Message, message


def summary(data: Data) -> Message:
    """How many points there are, and how many of them train and test."""
    training, testing = data.rows
    if len(testing):
        return message(
            "{points} points: {training} train, {testing} test",
            points=len(data.X),
            training=len(training),
            testing=len(testing),
        )
    return message("1 point") if len(data.X) == 1 else message("{count} points", count=len(data.X))


def scaling_hint(data: Data) -> Message | None:
    """That scaling helps, where inputs differ in size; that it is on, where it is."""
    if data.scaled:
        return message("The network is given (x − mean) ÷ deviation.")
    if differ_widely(data.X):
        return message("The inputs differ in size more than 30 times: scaling them helps.")
    return None
