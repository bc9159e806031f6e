"""What other programs can go on with: the trained model, and the training as a script."""

from collections.abc import Callable

from msgspec import Struct

from gd_visualizer.descent.code.training.numpy_script import numpy_script
from gd_visualizer.descent.code.training.torch_script import torch_script
from gd_visualizer.descent.saved.model import model_text
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.text.message import translatable


class HandedOn(Struct, frozen=True, eq=False):
    """``title`` stands in the menu, ``text`` makes the file, ``ending`` is what its name ends in;
    ``trains``: it makes all steps anew, by the settings of now."""

    title: str
    text: Callable[[Descent], str]
    ending: str
    trains: bool = True

    @property
    def suffix(self) -> str:
        """What kind of file it is."""
        return self.ending.rpartition(".")[2]


HANDED_ON = (
    HandedOn(translatable("Weights as JSON …"), model_text, "-weights.json", trains=False),
    HandedOn(translatable("Training as a NumPy script …"), numpy_script, "-numpy.py"),
    HandedOn(translatable("Training as a PyTorch script …"), torch_script, "-torch.py"),
)
