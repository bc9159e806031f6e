"""All kinds of made-up data by their names, in the order of the gallery."""

from gd_visualizer.core.datasets import classes, numbers

DATASETS = {
    one.name: one
    for one in (
        numbers.LINE,
        numbers.CURVE,
        numbers.STEPS,
        classes.CLOUDS,
        classes.CIRCLE,
        classes.XOR,
        classes.SPIRALS,
        classes.OVER_OR_UNDER,
        numbers.PLANE,
        numbers.BUMP,
    )
}
