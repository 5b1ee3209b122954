//! Other people's XMODEM and YMODEM on the other side of a real pty: lrzsz, the `xmodem` crate, U-Boot in QEMU; and virtual
//! boards at the end of one for the tools of the BL808's and the TH1520's makers.

mod alike;
mod bflb;
mod lrzsz;
mod peer;
mod pty;
mod uboot;
mod yoctools;

use std::process::Command;

/// A program of another package, which must be there.
pub(crate) fn program(name: &str, package: &str) -> Command {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()));
    assert!(found, "{name} is missing: tests/setup installs Debian's {package}");
    Command::new(name)
}

/// Bytes with everything in them that XMODEM has a meaning for. They do not end in padding, which `rx` would keep and
/// U-Boot's loadx would take away.
pub(crate) fn image(length: usize) -> Vec<u8> {
    let mut data: Vec<u8> = (0..length).map(|i| (i * 31 + i / 251) as u8).collect();
    if let Some(last) = data.last_mut() {
        *last = 0x55;
    }
    data
}
