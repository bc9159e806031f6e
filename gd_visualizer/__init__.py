"""Click through gradient descent on a small neural network, in front of a class."""

__version__ = "0.1.0"
