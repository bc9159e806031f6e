"""How the fit is looked at: what a lesson says of it, and what a person has chosen since."""

from msgspec import Struct


class FitLook(Struct, frozen=True):
    """``squares``: each squared error as a square; ``two_colors``: which class is predicted, and
    not how surely. ``inputs`` are the two (from 0) that the picture is over, where there are more;
    None: the first two. ``output`` (from 0) is the one that is shown. ``node_pictures``: each node
    of the diagram shows its value over the inputs, in place of its number.
    """

    squares: bool = False
    two_colors: bool = False
    inputs: tuple[int, int] | None = None
    output: int = 0
    node_pictures: bool = False

    def axes(self, inputs: int) -> tuple[int, ...]:
        """Which of so many inputs (from 0) the picture is over."""
        if inputs == 1:
            return (0,)
        chosen = self.inputs or (0, 1)
        return chosen if max(chosen) < inputs else (0, 1)


USUAL = FitLook()
