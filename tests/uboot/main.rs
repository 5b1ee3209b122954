//! A real U-Boot, as Debian builds it, on boards that QEMU emulates: the shipped binary has it write a disk over the
//! network. Both are in a network namespace of the test's own, joined by a tap. The disk is compared by the test.

#[path = "../tool/mod.rs"]
mod tool;

mod backup;
mod fel;
mod flash;
mod machine;
mod storage;

use machine::Machine;
