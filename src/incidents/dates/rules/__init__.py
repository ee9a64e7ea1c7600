"""The grammar, in three passes: expressions, their parts, and what is made of several."""
