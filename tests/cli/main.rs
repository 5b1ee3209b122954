//! The shipped binary, end to end, against virtual boards.

#[path = "../tool/mod.rs"]
mod tool;

mod commands;
mod doctor;
mod faults;
mod recordings;
mod refusals;
mod rockchip;
mod serve;
mod stopping;
