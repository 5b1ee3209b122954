//! The host's side against the virtual board: every profile, every decisive point of the facts, every fault.

mod board;
mod download;
mod edges;
mod faults;
mod sectors;
mod states;
mod upgrade;
mod verify;
mod wire;
