"""German as the window speaks it, without Qt."""

from gd_visualizer.lesson.library.languages import speech_in

GERMAN = speech_in("de")
