"""Pictures on screen: scene values drawn with Qt and pyqtgraph. Views ask by signals and obey by
``sync(new, old)``, which redraws what differs, emits nothing and computes no mathematics."""
