"""What the phases of a step are called."""

from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.text.message import translatable

PHASES = {
    Phase.FORWARD: translatable("Forward"),
    Phase.ERROR: translatable("Error"),
    Phase.SLOPES: translatable("Slopes"),
    Phase.UPDATE: translatable("Update"),
}
