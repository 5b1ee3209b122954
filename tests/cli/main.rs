//! The shipped binary, end to end, against virtual boards.

#[path = "../tool/mod.rs"]
mod tool;

mod amlogic;
mod amlogic_files;
mod amlogic_storage;
mod any;
mod any_allwinner;
mod any_amlogic;
mod any_backup;
mod any_dry;
mod any_faults;
mod any_progress;
mod any_starfive;
mod boards;
mod changing;
mod commands;
mod completion;
mod consent;
mod doctor;
mod dry;
mod examples;
mod faults;
mod foreign;
mod gone;
mod image;
mod line;
mod memory;
mod outputs;
mod recordings;
mod refusals;
mod rockchip;
mod rockchip_files;
mod rockchip_images;
mod rockchip_loaders;
mod rockchip_packages;
mod rockchip_words;
mod schema;
mod serial;
mod serve;
mod starfive;
mod steps;
mod stopping;
mod sums;
mod terminal;
mod unused;
