//! StarFive's boards.
