//! The host's side of Optimus against the virtual board: every flow on every family, every fault.

mod amlc;
mod board;
mod boot;
mod burn;
mod disk;
mod faults;
mod files;
mod lock;
mod memory;
mod said;
mod wire;
