//! The shipped binary, end to end, against virtual boards.

#[path = "../tool/mod.rs"]
mod tool;

mod commands;
mod doctor;
mod faults;
mod image;
mod recordings;
mod refusals;
mod rockchip;
mod rockchip_files;
mod serve;
mod stopping;
