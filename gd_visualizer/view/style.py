"""The look of every widget, from the palette: fonts, Fusion colours, style sheet."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gd_visualizer.lesson.catalogue import resources_folder
from gd_visualizer.scene.palette import LIGHT, Palette

PALETTE: Palette = LIGHT
FAMILY = "GD Sans"


def font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's typeface at ``size`` pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(max(round(size), 1))
    made.setWeight(weight)
    return made


def apply(application: QApplication) -> None:
    """Fusion with the palette's colours: the system's scheme may be one we cannot see."""
    for file in sorted((resources_folder() / "fonts").glob("GDSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setStyle("Fusion")
    application.setFont(font(14))
    colors = PALETTE
    roles = {
        QPalette.ColorRole.Window: colors.ground,
        QPalette.ColorRole.WindowText: colors.ink,
        QPalette.ColorRole.Base: colors.paper,
        QPalette.ColorRole.AlternateBase: colors.ground,
        QPalette.ColorRole.Text: colors.ink,
        QPalette.ColorRole.Button: colors.paper,
        QPalette.ColorRole.ButtonText: colors.ink,
        QPalette.ColorRole.Highlight: colors.action,
        QPalette.ColorRole.HighlightedText: colors.paper,
        QPalette.ColorRole.ToolTipBase: colors.ink,
        QPalette.ColorRole.ToolTipText: colors.paper,
        QPalette.ColorRole.PlaceholderText: colors.muted,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    application.setPalette(palette)
    application.setStyleSheet(_sheet(colors))


def _sheet(c: Palette) -> str:
    return f"""
    QMainWindow, QWidget#desk {{ background: {c.ground}; }}
    QFrame#bar, QFrame#foot, QFrame#lessons {{ background: {c.paper}; border: 0; }}
    QFrame#bar {{ border-bottom: 1px solid {c.grid}; }}
    QFrame#foot {{ border-top: 1px solid {c.grid}; }}
    QFrame#lessons {{ border-right: 1px solid {c.grid}; }}
    QFrame#card {{ background: {c.paper}; border: 1px solid {c.grid}; border-radius: 10px; }}
    QLabel {{ background: transparent; }}
    QLabel#title {{ font-size: 16px; font-weight: 600; }}
    QLabel#quiet {{ color: {c.muted}; }}
    QLabel#sentence {{ font-size: 17px; }}
    QPushButton {{ background: {c.paper}; color: {c.ink}; border: 1px solid #C9D0DC;
        border-radius: 8px; padding: 6px 12px; min-height: 22px; font-weight: 600; }}
    QPushButton:hover {{ background: {c.ground}; }}
    QPushButton:pressed {{ background: {c.action_soft}; }}
    QPushButton:focus {{ border: 2px solid {c.action}; padding: 5px 11px; }}
    QPushButton:disabled {{ color: {c.line}; }}
    QPushButton#primary {{ background: {c.action}; color: {c.paper}; border-color: {c.action};
        padding: 6px 18px; }}
    QPushButton#primary:hover {{ background: #1D4FD0; }}
    QPushButton#primary:focus {{ border: 2px solid {c.ink}; }}
    QPushButton#primary:disabled {{ background: #A9BEF3; border-color: #A9BEF3; color: {c.paper}; }}
    QPushButton#tab {{ padding: 3px 10px; border-radius: 6px; font-weight: 400; }}
    QPushButton#tab:checked {{ background: {c.ink}; color: {c.paper}; border-color: {c.ink}; }}
    QLineEdit, QComboBox {{ background: {c.paper}; border: 1px solid #C9D0DC; border-radius: 8px;
        padding: 5px 8px; min-height: 24px; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.action}; padding: 4px 7px; }}
    QComboBox::drop-down {{ border: 0; width: 18px; }}
    QMenu {{ background: {c.paper}; border: 1px solid #C9D0DC; padding: 4px; }}
    QMenu::item {{ padding: 6px 18px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {c.action_soft}; }}
    QListWidget {{ background: {c.paper}; border: 0; outline: 0; }}
    QListWidget::item {{ padding: 7px 8px; border-radius: 7px; color: {c.ink}; }}
    QListWidget::item:hover {{ background: {c.ground}; }}
    QListWidget::item:selected {{ background: {c.action_soft}; color: #1D4ED8; }}
    QTableView {{ background: {c.paper}; border: 0; gridline-color: {c.grid}; outline: 0;
        selection-background-color: {c.now_soft}; selection-color: {c.ink}; }}
    QHeaderView::section {{ background: {c.paper}; color: {c.muted}; border: 0;
        border-bottom: 1px solid {c.grid}; padding: 2px 4px; }}
    QSlider {{ min-height: 28px; }}
    QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: #D5DBE6; }}
    QSlider::handle:horizontal {{ width: 16px; height: 16px; margin: -7px 0; border-radius: 10px;
        background: {c.paper}; border: 2px solid {c.action}; }}
    QSlider::handle:horizontal:focus {{ background: {c.action_soft}; border: 3px solid {c.action};
        width: 14px; height: 14px; }}
    QSplitter::handle {{ background: transparent; }}
    QToolTip {{ background: {c.ink}; color: {c.paper}; border: 0; padding: 5px; }}
    """
