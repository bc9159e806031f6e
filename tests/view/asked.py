"""What widgets ask for, written down instead of done."""

from dataclasses import fields

from gd_visualizer.view.wishes import Wishes

Asked = list[tuple[object, ...]]


def recorded(asked: Asked) -> Wishes:
    """Wishes that add their name and what they are called with to ``asked``."""
    return Wishes(
        **{
            field.name: lambda *told, name=field.name: asked.append((name, *told))
            for field in fields(Wishes)
        }
    )
