//! `racklet-flash`: recovers and flashes the single-board computers of a rack through their SoC's mask ROM.
//!
//! The protocols live in crates of their own (`protocols/`) and touch neither devices nor files nor time. This crate
//! joins them to the world: [`transport`] to devices, [`cli`] to users, [`boards`] to the facts about each board.
//! [`doctor`] finds problems of this computer that keep it from its boards.

pub mod boards;
pub mod cli;
pub mod doctor;
pub mod exit;
pub mod failure;
pub mod family;
pub mod files;
pub mod image;
pub mod net;
pub mod number;
pub mod plan;
pub mod rack;
pub mod report;
pub mod session;
pub mod transport;
pub mod udev;
pub mod virt;
