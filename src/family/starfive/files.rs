//! The files that a JH7110 is brought up with, checked before anything is sent.

use std::path::Path;

use starfive::{
    chips::JH7110,
    header::{BACKUP, Header, VERSION, wrap},
    image::{self, Kind},
    uboot,
};

use crate::{boards::Role, failure::Problem, files::bad};

/// Makes sure that a file is an SPL with its header.
pub(super) fn check_spl(path: &Path, file: &[u8]) -> Result<(), Problem> {
    let what = match image::kind(file) {
        Kind::Spl(_) => return Ok(()),
        Kind::Agent(_) => "this is the vendor's recovery program, not an SPL".into(),
        Kind::Fit => "this is a FIT image (U-Boot), not an SPL".into(),
        Kind::Jh7100 => "this is an image for the JH7100, not an SPL for the JH7110".into(),
        Kind::Damaged(error) => error.to_string(),
        Kind::Foreign(what) => format!("this is {what}, not an SPL"),
        Kind::Raw => match Header::check(file) {
            Err(error) => {
                format!("{error} (`racklet-flash starfive header create` puts one there)")
            }
            Ok(_) => "this is no SPL".into(),
        },
    };
    Err(bad(path, what))
}

/// Makes sure that a file is a FIT image that the JH7110's SPL can start. Returns what could not be checked in it.
pub(super) fn check_uboot(path: &Path, file: &[u8]) -> Result<Option<String>, Problem> {
    let fit = uboot::check(&JH7110, file).map_err(|error| bad(path, error))?;
    Ok(fit.unchecked())
}

/// What to tell people about a U-Boot that could not be checked whole.
pub(super) fn unchecked_note(unchecked: Option<&str>) -> Option<String> {
    unchecked.map(|why| format!("U-Boot's structure was checked before it is sent; {why}"))
}

/// Makes sure that a file has room in its place.
pub(super) fn check_room(name: &str, file: &[u8], room: u32) -> Result<(), Problem> {
    match file.len() <= room as usize {
        true => Ok(()),
        false => Err(too_long(name, file.len() as u64, room)),
    }
}

pub(super) fn too_long(name: &str, bytes: u64, room: u32) -> Problem {
    Problem::BadInput(format!(
        "{name} is {bytes} bytes long, and its place in the flash has {room}"
    ))
}

/// Files for a simulated board: sound, with nothing in them that could run.
pub(super) fn made_up(role: Role) -> Option<Vec<u8>> {
    match role {
        Role::Spl => {
            let mut payload = b"U-Boot SPL (made up)".to_vec();
            payload.resize(0x2000, 0x5a);
            // 8 KiB have room in a header's 256.
            wrap(&payload, VERSION, BACKUP).ok()
        }
        Role::Uboot => Some(fit::build::uboot_of_length("riscv", 0x4020_0000, 0x8000, |length| {
            vec![0x5a; length]
        })),
        _ => None,
    }
}
