"""Every colour of the program, by what it means. One colour, one meaning.

Orange is "now" and never "uphill"; blue is "do". Nothing is told by colour alone: negative
weights are dashed as well, marks differ in shape.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    """Colours as ``#rrggbb``.

    ``surface`` are the anchors of the loss's colours, from the lowest loss up; ``level_line`` is
    drawn on them. ``field`` are those of a value: low, in the middle, high. ``edge`` and ``groove``
    are the lines of controls. ``*_soft`` are the fills behind text of the colour of that name.
    ``band_*`` tell what the next step does to the loss, for each learning rate; each comes with a
    pattern of its own.
    """

    ink: str
    muted: str
    line: str
    grid: str
    paper: str
    background: str
    positive: str
    negative: str
    factor_loss: str
    factor_loss_soft: str
    factor_value: str
    factor_value_soft: str
    factor_activation: str
    factor_activation_soft: str
    now: str
    now_ink: str
    now_soft: str
    slope: str
    slope_soft: str
    action: str
    action_deep: str
    action_soft: str
    edge: str
    groove: str
    surface: tuple[str, ...]
    level_line: str
    field: tuple[str, ...]
    path: str
    path_edge: str
    dark_field: str
    dark_ink: str
    dark_downhill: str
    lantern: tuple[str, ...]
    lantern_line: str
    runs: tuple[str, ...]
    band_lower: str
    band_across: str
    band_higher: str
    band_overflow: str

    def __hash__(self) -> int:
        """Of a few colours: a painter asks for it a thousand times a frame."""
        return hash((self.ink, self.paper, self.line))


LIGHT = Palette(
    ink="#111827",
    muted="#4B5563",
    line="#858EA2",
    grid="#E5E7EB",
    paper="#FFFFFF",
    background="#F5F7FA",
    positive="#0072B2",
    negative="#C2410C",
    factor_loss="#6C3483",
    factor_loss_soft="#F3EAF7",
    factor_value="#00704F",
    factor_value_soft="#E2F3EB",
    factor_activation="#7A4E00",
    factor_activation_soft="#FCEFC3",
    now="#F97316",
    now_ink="#111827",
    now_soft="#FFF3E8",
    slope="#B4380A",
    slope_soft="#FDEDE2",
    action="#2563EB",
    action_deep="#1D4ED8",
    action_soft="#E8F0FF",
    edge="#C9D0DC",
    groove="#D5DBE6",
    surface=(
        "#29306F",
        "#34498F",
        "#3C68AC",
        "#4391BE",
        "#5BB2BF",
        "#86CABD",
        "#B9E0BB",
        "#E4F2C1",
    ),
    level_line="#FFFFFF",
    field=("#C2410C", "#FFFFFF", "#0072B2"),
    path="#111827",
    path_edge="#FFFFFF",
    band_lower="#15803D",
    band_across="#B7860B",
    band_higher="#C81E1E",
    band_overflow="#6B7280",
    dark_field="#0B1220",
    dark_ink="#E5E7EB",
    dark_downhill="#7DD3FC",
    lantern=("#D8AC5C", "#FFECC0"),
    lantern_line="#6B4A12",
    runs=("#7B3FA0", "#00794F", "#9A5B00", "#0E7490", "#B0206E", "#5A6A00", "#9F1D1D", "#4B5563"),
)

DARK = Palette(
    ink="#F3F4F6",
    muted="#B4BCCB",
    line="#7C879C",
    grid="#2B3445",
    paper="#161C28",
    background="#0E131D",
    positive="#5CB8F0",
    negative="#FF9466",
    factor_loss="#D0A3E6",
    factor_loss_soft="#37264A",
    factor_value="#5FD0A5",
    factor_value_soft="#14392D",
    factor_activation="#F0C14B",
    factor_activation_soft="#3E3212",
    now="#F97316",
    now_ink="#111827",
    now_soft="#3A2614",
    slope="#FF9E6E",
    slope_soft="#43241A",
    action="#7FA8FF",
    action_deep="#A9C5FF",
    action_soft="#1F2F55",
    edge="#3C475C",
    groove="#364157",
    surface=(
        "#1B2255",
        "#2B3D84",
        "#355C9F",
        "#3A80AC",
        "#4A9DAE",
        "#6DB5AA",
        "#99CBA8",
        "#C5DDAE",
    ),
    level_line="#FFFFFF",
    field=("#F5834F", "#161C28", "#4BAAE6"),
    path="#FFFFFF",
    path_edge="#111827",
    band_lower="#4CC47E",
    band_across="#E5B93C",
    band_higher="#F26B72",
    band_overflow="#8A94A6",
    dark_field="#0B1220",
    dark_ink="#E5E7EB",
    dark_downhill="#7DD3FC",
    lantern=("#D8AC5C", "#FFECC0"),
    lantern_line="#6B4A12",
    runs=("#D0A3E6", "#5FD0A5", "#F0C14B", "#6FD3E8", "#F49AC6", "#C3D65A", "#FF9A9A", "#B4BCCB"),
)

HIGH_CONTRAST = Palette(
    ink="#000000",
    muted="#1F2937",
    line="#374151",
    grid="#9CA3AF",
    paper="#FFFFFF",
    background="#EEF1F6",
    positive="#00417A",
    negative="#8A1C00",
    factor_loss="#4A1A66",
    factor_loss_soft="#F3EAF7",
    factor_value="#004D36",
    factor_value_soft="#E2F3EB",
    factor_activation="#553600",
    factor_activation_soft="#FFF3CC",
    now="#FF7A1A",
    now_ink="#000000",
    now_soft="#FFEBD9",
    slope="#7A1F00",
    slope_soft="#FDE7DA",
    action="#0B3FB8",
    action_deep="#072C85",
    action_soft="#BACDFF",
    edge="#374151",
    groove="#9CA3AF",
    surface=(
        "#0C1247",
        "#1B2F7D",
        "#27579E",
        "#3E86B8",
        "#62B0C2",
        "#98D0C4",
        "#CDE9CC",
        "#F7FBDD",
    ),
    level_line="#000000",
    field=("#8A1C00", "#FFFFFF", "#00417A"),
    path="#000000",
    path_edge="#FFFFFF",
    band_lower="#00662B",
    band_across="#8A6100",
    band_higher="#B00020",
    band_overflow="#4B5563",
    dark_field="#0B1220",
    dark_ink="#E5E7EB",
    dark_downhill="#7DD3FC",
    lantern=("#D8AC5C", "#FFECC0"),
    lantern_line="#6B4A12",
    runs=("#4A1A66", "#004D36", "#553600", "#06485A", "#7A0F4B", "#3D4700", "#6B0F0F", "#1F2937"),
)

PALETTES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
