//! The host's side against a virtual U-Boot on a modelled line.

mod disks;
mod flash;
mod network;
mod setup;
mod shell;
mod shown;
