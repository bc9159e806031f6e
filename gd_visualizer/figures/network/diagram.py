"""The network's diagram, for a slide."""

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.network.parts import Diagram

_TOP = 150.0
_MANY = 400  # edges, from which on dashes would only flicker


@FigureMaker
def draw_network(paper: Paper, descent: Descent, request: Request) -> str:
    """Nodes with their values, weights on their edges, the error, at one point of the data."""
    rect = (0.0, _TOP, paper.width, paper.height)
    axes = paper.axes(rect)
    axes.set_xlim(0, paper.width)
    axes.set_ylim(paper.height - _TOP, 0)
    picture = diagram(descent, request.point, paper.width, paper.height - _TOP, shown=request.shown)
    _edges(paper, axes, picture)
    _errors(paper, axes, picture)
    _nodes(paper, axes, picture)
    for caption in picture.captions:
        beside = caption.kind == "x"
        paper.text(
            caption.x,
            caption.y + _TOP,
            caption.words,
            caption.size,
            paper.palette.muted,
            align="right" if beside else "center",
            room=None if beside else 2 * min(caption.x, paper.width - caption.x) - 20,
        )
    return ""


def _edges(paper: Paper, axes: Axes, picture: Diagram) -> None:
    colors = paper.palette
    many = len(picture.edges) > _MANY
    for edge in picture.edges:
        color = colors.negative if edge.negative else colors.positive
        axes.plot(
            [edge.x1, edge.x2],
            [edge.y1, edge.y2],
            color=color,
            zorder=1,
            linewidth=paper.points(edge.thickness),
            linestyle=_dashes(edge.thickness) if edge.negative and not many else "-",
            alpha=0.35 if many else 1.0 if edge.box else 0.75,
        )
    for edge in picture.edges:
        if edge.box is None:
            continue
        box, color = edge.box, colors.negative if edge.negative else colors.positive
        axes.add_patch(
            FancyBboxPatch(
                (box.x - box.width / 2, box.y - box.height / 2),
                box.width,
                box.height,
                boxstyle=f"round,pad=0,rounding_size={box.height * 0.2}",
                facecolor=colors.paper,
                edgecolor=color,
                linewidth=paper.points(3),
                zorder=3,
            )
        )
        paper.text(
            box.x, box.y + _TOP, box.text, box.size, color, "semibold", align="center", zorder=4
        )


def _dashes(thickness: float) -> tuple[int, tuple[float, float]]:
    """Dashes of one length on the sheet, however thick the line."""
    return 0, (18 / max(thickness, 1), 11 / max(thickness, 1))


def _nodes(paper: Paper, axes: Axes, picture: Diagram) -> None:
    colors = paper.palette
    for node in picture.nodes:
        axes.add_patch(
            Circle(
                (node.x, node.y),
                node.radius,
                facecolor=colors.paper,
                edgecolor=colors.line if node.layer == 0 else colors.ink,
                linewidth=paper.points(min(5, node.radius * 0.12)),
                zorder=2,
            )
        )
        if node.text:
            _value(paper, node.x, node.y, node.text, node.size, colors.ink)


def _errors(paper: Paper, axes: Axes, picture: Diagram) -> None:
    colors = paper.palette
    for error in picture.errors:
        axes.plot(
            [error.from_x, error.x - error.wide],
            [error.y, error.y],
            color=colors.line,
            linewidth=paper.points(5),
            zorder=1,
        )
        axes.add_patch(
            Rectangle(
                (error.x - error.wide, error.y - error.half),
                2 * error.wide,
                2 * error.half,
                facecolor=colors.factor_loss_soft,
                edgecolor=colors.factor_loss,
                linewidth=paper.points(5),
                joinstyle="round",
                zorder=2,
            )
        )
        _value(paper, error.x, error.y, error.text, error.size, colors.factor_loss)


def _value(paper: Paper, x: float, y: float, text: str, size: float, color: str) -> None:
    paper.text(x, y + _TOP, text, size, color, "bold", align="center", zorder=4)
