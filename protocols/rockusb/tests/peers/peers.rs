//! Other people's rockusb against ours: collabora's client (crate `rockusb`) against our virtual board, our host against
//! their mock device (crate `rockusb-mock`), their encoder and parser against our command blocks.
#![cfg(test)]

mod blocks;
mod client;
mod debian;
mod mock;
#[allow(dead_code, reason = "faults are for the conversations of our own")]
#[path = "../conversation/wire.rs"]
mod wire;
