"""The style sheet of all widgets, from the palette and the scale."""

from collections.abc import Callable

from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.scene.look.palette import Palette

Pixels = Callable[[float], int]


def sheet(c: Palette, px: Pixels) -> str:
    """Qt's style sheet in the colours ``c``, lengths scaled by ``px``."""
    return "\n".join(part(c, px) for part in (_frames, _buttons, _fields, _lists, _bars))


def _frames(c: Palette, px: Pixels) -> str:
    """Frames and labels."""
    return f"""
    QMainWindow, QDialog, QScrollArea, QScrollArea > QWidget > QWidget {{
        background: {c.background}; }}
    QFrame#bar, QFrame#lessons {{ background: {c.paper}; border: 0; }}
    QFrame#rail {{ background: {c.background}; border: 0; border-right: 1px solid {c.grid}; }}
    QFrame#desk {{ background: {c.background}; border: 0; border-top: 1px solid {c.grid}; }}
    QLabel#clock {{ color: {c.muted}; font-size: {px(15)}px; font-weight: 600; }}
    QFrame#bar {{ border-top: 1px solid {c.grid}; }}
    QFrame#overlay {{ background: {c.paper}; border: 1px solid {c.edge};
        border-radius: {px(10)}px; }}
    QFrame#lessons {{ border-right: 1px solid {c.grid}; }}
    QFrame#card {{ background: {c.paper}; border: 1px solid {c.grid};
        border-radius: {px(10)}px; }}
    QLabel {{ background: transparent; }}
    QLabel:disabled {{ color: {c.line}; }}
    QLabel#title {{ font-size: {px(16)}px; font-weight: 600; }}
    QLabel#quiet {{ color: {c.muted}; }}
    QLabel#heading {{ color: {c.muted}; font-size: {px(12)}px; font-weight: 600; }}
    QLabel#wrong {{ color: {c.slope}; }}
    QLabel#readout {{ background: {c.ink}; color: {c.paper}; border-radius: {px(6)}px;
        padding: {px(4)}px {px(8)}px; font-size: {px(14)}px; }}
    """


def _buttons(c: Palette, px: Pixels) -> str:
    """Buttons and tabs."""
    return f"""
    QPushButton {{ background: {c.paper}; color: {c.ink}; border: 1px solid {c.edge};
        border-radius: {px(8)}px; padding: {px(5)}px {px(12)}px; min-height: {px(22)}px;
        font-weight: 600; }}
    QPushButton:hover {{ background: {c.background}; border-color: {c.line}; }}
    QPushButton:pressed {{ background: {c.action_soft}; }}
    QPushButton:focus {{ border: 2px solid {c.action}; padding: {px(5) - 1}px {px(12) - 1}px; }}
    QPushButton:disabled {{ color: {c.line}; }}
    QPushButton#primary {{ background: {c.action}; color: {c.paper}; border-color: {c.action};
        padding: {px(5)}px {px(18)}px; }}
    QPushButton#primary:hover {{ background: {c.action_deep}; }}
    QPushButton#primary:focus {{ border: 2px solid {c.ink};
        padding: {px(5) - 1}px {px(18) - 1}px; }}
    QPushButton#primary:disabled {{ background: {c.background}; border-color: {c.edge};
        color: {c.line}; }}
    QPushButton#tab {{ padding: {px(2)}px {px(10)}px; border-radius: {px(6)}px; font-weight: 400; }}
    QPushButton#tab:focus {{ padding: {px(2) - 1}px {px(10) - 1}px; }}
    QPushButton#tab:checked {{ background: {c.ink}; color: {c.paper}; border-color: {c.ink}; }}
    QPushButton#tab:checked:focus {{ border: 2px solid {c.action}; }}
    QToolButton#run {{ border: 1px solid {c.edge}; border-radius: {px(6)}px; color: {c.muted};
        background: {c.background}; padding: {px(1)}px {px(6)}px; font-size: {px(13)}px; }}
    QToolButton#run:checked {{ background: {c.paper}; color: {c.ink}; }}
    QToolButton#run:hover {{ border-color: {c.line}; }}
    QToolButton#run:focus {{ border: 2px solid {c.action}; padding: {px(1) - 1}px {px(6) - 1}px; }}
    QPushButton#flat {{ border: 0; background: transparent; padding: {px(3)}px {px(6)}px;
        font-weight: 400; text-align: left; }}
    QPushButton#flat:hover {{ background: {c.background}; }}
    QPushButton#flat:focus {{ border: 2px solid {c.action}; padding: {px(3) - 2}px {px(6) - 2}px; }}
    QPushButton#thumb {{ padding: {px(1)}px; border-radius: {px(6)}px; }}
    QPushButton#thumb:focus {{ padding: 0; }}
    QPushButton#thumb:checked {{ border: 2px solid {c.action}; padding: 0;
        background: {c.action_soft}; }}
    QPushButton#number {{ border: 0; background: transparent; font-weight: 400;
        padding: {px(3)}px 0; color: {c.muted}; border-radius: {px(7)}px; }}
    QPushButton#number:hover {{ background: {c.paper}; }}
    QPushButton#number:checked {{ background: {c.action_soft}; color: {c.action_deep};
        font-weight: 600; }}
    QPushButton#number:focus {{ border: 2px solid {c.action}; padding: {px(3) - 2}px 0; }}
    QPushButton#own {{ border: 0; background: transparent; font-weight: 400; text-align: left;
        padding: {px(6)}px {px(8)}px {px(6)}px {px(34)}px; border-radius: {px(7)}px; }}
    QPushButton#own:hover {{ background: {c.background}; }}
    QPushButton#own:checked {{ background: {c.action_soft}; color: {c.action_deep}; }}
    QPushButton#own:focus {{ border: 2px solid {c.action}; }}
    """


def _fields(c: Palette, px: Pixels) -> str:
    """Fields to type into or to choose from."""
    icons = resources_folder() / "icons"
    arrow, check = ((icons / f"{name}.svg").as_posix() for name in ("arrow-down", "check"))
    return f"""
    QLineEdit, QComboBox, QSpinBox {{ background: {c.paper}; border: 1px solid {c.edge};
        border-radius: {px(8)}px; padding: {px(4)}px {px(8)}px; min-height: {px(24)}px; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {c.action};
        padding: {px(4) - 1}px {px(8) - 1}px; }}
    QLineEdit[wrong="true"] {{ border: 2px solid {c.slope}; padding: {px(4) - 1}px {px(8) - 1}px; }}
    QCheckBox::indicator {{ background: {c.paper}; border: 1px solid {c.muted};
        border-radius: {px(4)}px; width: {px(16)}px; height: {px(16)}px; }}
    QCheckBox::indicator:checked {{ image: url("{check}"); border-color: {c.action}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.action}; width: {px(16) - 2}px;
        height: {px(16) - 2}px; }}
    QCheckBox::indicator:disabled {{ border-color: {c.edge}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
    QProgressBar {{ background: {c.paper}; border: 1px solid {c.edge}; border-radius: {px(8)}px;
        text-align: center; min-height: {px(24)}px; }}
    QProgressBar::chunk {{ background: {c.action_soft}; border-radius: {px(7)}px; }}
    QComboBox {{ combobox-popup: 0; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {c.line}; background: {c.background}; }}
    QComboBox::drop-down {{ border: 0; width: {px(22)}px; subcontrol-position: center right; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {px(10)}px; height: {px(10)}px; }}
    QComboBox QAbstractItemView {{ background: {c.paper}; color: {c.ink};
        selection-background-color: {c.action_soft}; selection-color: {c.ink};
        border: 1px solid {c.edge}; }}
    QComboBox QAbstractItemView::item:disabled {{ color: {c.line}; }}
    """


def _lists(c: Palette, px: Pixels) -> str:
    """Menus, lists, texts and tables."""
    return f"""
    QMenu {{ background: {c.paper}; border: 1px solid {c.edge}; padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(6)}px {px(18)}px; border-radius: {px(5)}px; }}
    QMenu::item:selected {{ background: {c.action_soft}; }}
    QListWidget {{ background: {c.paper}; border: 0; outline: 0; }}
    QListWidget::item {{ padding: {px(7)}px {px(8)}px; border-radius: {px(7)}px; color: {c.ink}; }}
    QListWidget::item:hover {{ background: {c.background}; }}
    QListWidget::item:selected {{ background: {c.action_soft}; color: {c.action_deep}; }}
    QListWidget::item:selected:focus {{ border: 2px solid {c.action};
        padding: {px(7) - 2}px {px(8) - 2}px; }}
    QPlainTextEdit {{ background: {c.background}; color: {c.ink}; border: 1px solid {c.grid};
        border-radius: {px(6)}px; padding: {px(4)}px; selection-background-color: {c.action};
        selection-color: {c.paper}; }}
    QPlainTextEdit[framed="true"]:focus {{ border: 2px solid {c.action}; }}
    """


def _bars(c: Palette, px: Pixels) -> str:
    """Sliders, scroll bars, tooltips."""
    return f"""
    QSlider {{ min-height: {px(28)}px; }}
    QSlider::groove:horizontal {{ height: {px(6)}px; border-radius: {px(3)}px;
        background: {c.groove}; }}
    QSlider::handle:horizontal {{ width: {px(16)}px; height: {px(16)}px; margin: -{px(7)}px 0;
        border-radius: {(px(16) + 4) // 2}px; background: {c.paper};
        border: 2px solid {c.action}; }}
    QSlider::handle:horizontal:focus {{ background: {c.action}; }}
    QSlider::handle:horizontal:disabled {{ border-color: {c.line}; }}
    QScrollBar:vertical {{ width: {px(11)}px; background: transparent; }}
    QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {px(5)}px;
        min-height: {px(28)}px; }}
    QScrollBar:horizontal {{ height: {px(11)}px; background: transparent; }}
    QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {px(5)}px;
        min-width: {px(28)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QToolTip {{ background: {c.ink}; color: {c.paper}; border: 0; padding: {px(5)}px; }}
    """
