//! The shipped binary, end to end, against virtual boards.

#[path = "../tool/mod.rs"]
mod tool;

mod commands;
mod doctor;
mod faults;
mod line;
mod recordings;
mod refusals;
mod serial;
mod serve;
mod starfive;
mod stopping;
