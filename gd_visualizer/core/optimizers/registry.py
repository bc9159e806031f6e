"""All optimizers by their names, oldest first: those of every module in this folder."""

from importlib import import_module
from pkgutil import iter_modules

from gd_visualizer.core import optimizers
from gd_visualizer.core.optimizers.record import Optimizer


def _found() -> list[Optimizer]:
    names = sorted(module.name for module in iter_modules(optimizers.__path__))
    modules = [vars(import_module(f"{optimizers.__name__}.{name}")) for name in names]
    return [one for module in modules for one in module.values() if isinstance(one, Optimizer)]


OPTIMIZERS = {one.name: one for one in sorted(_found(), key=lambda one: one.year)}
