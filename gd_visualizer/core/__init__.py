"""The mathematics of gradient descent on a small network. NumPy only."""
