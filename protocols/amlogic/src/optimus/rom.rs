//! What a board answers.
