//! Whole racks, by the shipped binary: runs and their folders, hooks and consoles, things that go wrong by a seed, and a
//! process that is killed at any moment. What storage holds in the end is compared by `cmp`, which shares no code with us.

#[path = "../tool/mod.rs"]
mod tool;

mod attacks;
mod bench;
mod faults;
mod killed;
mod ports;
mod report;
mod runs;
mod served;
