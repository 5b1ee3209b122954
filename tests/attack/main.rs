//! Attacks on the shipped binary: damaged files, senseless arguments, closed and full descriptors, signals at any moment,
//! boards that answer nonsense, transfers that fail.
//!
//! Each attack draws its cases from a seed. By default every attack runs a few seconds' worth of cases from one fixed seed,
//! so that a failure repeats. `tests/attack/run SECONDS [SEED]` goes on from seed to seed until its time is up. A failure
//! names its seed and the command line.

#[path = "../tool/mod.rs"]
mod tool;

mod arguments;
mod boards;
mod descriptors;
mod faults;
mod files;
mod inputs;
mod jobs;
mod random;
mod rules;
mod serve;
mod signals;
