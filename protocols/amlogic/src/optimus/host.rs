//! What the tool says to a board.
