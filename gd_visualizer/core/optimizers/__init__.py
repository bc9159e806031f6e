"""The optimizers, one file each: a rule as a function and, beside it, as lines to be written.

Rules, names and defaults are torch.optim's, written out in each docstring with g the gradient,
w theta, η the learning rate and t the step's number, counted from 1. Option names are torch's,
spelled out. What torch's ``weight_decay`` adds to the gradient is part of the loss here
(``core.penalty``); adamw's alone, which is the gradient of nothing, is part of its rule.
"""
