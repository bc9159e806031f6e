"""What happens: the rows of a descent, the phases of a step, and the commands that change them."""
