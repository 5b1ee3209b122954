//! The host's side against the virtual boards: every command, what boards are known for, every transfer failed in turn.

mod board;
mod boards;
mod faults;
mod flash;
mod tool;
mod words;
