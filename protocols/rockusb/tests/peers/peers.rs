//! Other people's rockusb against ours: collabora's client (crate `rockusb`) against our virtual board, our host against
//! their mock device (crate `rockusb-mock`), their encoder and parser against our command blocks.
#![cfg(test)]

mod blocks;
mod client;
mod debian;
mod mock;
