//! A virtual U-Boot: its prompt with memory, SPI NOR, disks and a network.
//!
//! It is a state machine over bytes, at a time that the caller gives, as [`link::serial::SerialDevice`] says. [`Uboot`] is the
//! program, which boards of a family start when their firmware is done; [`World`] is what the programs on a board share;
//! [`Board`] is a board that has nothing else. U-Boot's words are those of 2023.01 as Debian builds it. It is stricter than
//! a real one: it knows no abbreviated command, and a command that does not make sense fails.

mod blocks;
mod board;
mod card;
mod commands;
mod disk;
mod dram;
mod drive;
mod environment;
mod flash;
mod intake;
mod lease;
mod load;
mod memory;
mod network;
mod partitions;
mod profile;
mod prompt;
mod put;
mod road;
mod shell;
mod ums;
mod world;

pub use board::Board;
pub use drive::Drive;
pub use flash::{ERASE, FLASH, Flash, flash_time};
pub use intake::Intake;
pub use network::{Network, POLL, Packet};
pub use profile::{Countdown, Flaw, Profile};
pub use prompt::{End, Uboot};
pub use ums::Gadget;
pub use world::World;
