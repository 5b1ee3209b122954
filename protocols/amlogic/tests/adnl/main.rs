//! The host's side of ADNL against the virtual boards: every profile, every flow of the facts, every fault; and against
//! what a real board said.

mod board;
mod boot;
mod capture;
mod disk;
mod faults;
mod partitions;
mod said;
mod wire;
