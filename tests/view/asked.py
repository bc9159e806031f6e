"""What widgets ask for, written down instead of done."""

from gd_visualizer.view.wishes import Wishes

Asked = list[tuple[object, ...]]


def recorded(asked: Asked) -> Wishes:
    """Wishes that add their name and what they are called with to ``asked``."""
    return Wishes(
        **{name: lambda *told, name=name: asked.append((name, *told)) for name in Wishes._fields}
    )
