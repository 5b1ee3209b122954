//! From the mask ROM to a U-Boot that has begun to speak.

use alloc::{format, string::ToString, vec};
use core::time::Duration;

use ::uboot::host::{Cause as Common, Console};
use xmodem::{
    Failure, Profile, Sender,
    drive::{self, Announce, File},
};

use super::{Cause, Error, step};
use crate::{
    chips::JH7110,
    header::Header,
    image::{self, Kind, contains},
    uboot,
};

/// From the end of the upload to the SPL's first words: the ROM sums 256 KiB, on a slow clock.
const STARTS: Duration = Duration::from_secs(10);
/// What a user has to do while the tool waits for the mask ROM.
const WAITING: &str = "waiting for the mask ROM: set the boot-mode switches to UART, then power the board on or reset it";
/// DRAM training and what comes before the medium is chosen.
const TRAINS: Duration = Duration::from_secs(20);
/// The SPL waits 90 s for a file and then gives up.
const LOADER: Duration = Duration::from_secs(85);
/// From the end of U-Boot's upload to its first words: the image's sums, OpenSBI.
const UBOOT: Duration = Duration::from_secs(30);

/// What came up after the mask ROM's upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// An SPL.
    Spl,
    /// The vendor's recovery agent.
    Agent,
}

/// Sends an SPL or the recovery agent, with its header, to the JH7110's mask ROM and waits until it speaks. The ROM may
/// take `patience` to appear: the board may still have to be switched on.
///
/// # Errors
/// When the line fails, and when the board does not answer in time or as it should.
pub fn boot_rom(
    console: &mut Console<'_>,
    program: &[u8],
    patience: Duration,
) -> Result<Loaded, Error> {
    console.set_step(step::ROM);
    check_program(program).map_err(|cause| Error::at(console, cause))?;
    let mut sender = Sender::xmodem(Profile::JH7110_ROM, program.len() as u64, patience);
    let mut source = program;
    let mut files = [File { name: "spl".into(), source: &mut source }];
    let announce = Announce {
        step: step::ROM.id(),
        waiting: WAITING,
        sending: "sending the SPL to the mask ROM",
    };
    if let Err(error) = console.transfer(step::ROM, announce, &mut sender, &mut files) {
        return Err(explain(console, error));
    }
    let words = ["U-Boot SPL", "JH7110 secondboot", "CRC Error", "(C)StarFive", "LPDDR4: "];
    match console.wait_for(&words, STARTS)?.map(|found| found.index) {
        // Vendor SPLs of 2023 may begin with their DRAM.
        Some(0 | 4) => Ok(Loaded::Spl),
        Some(1) => Ok(Loaded::Agent),
        Some(2) => Err(Error::at(console, Cause::RomCrc)),
        Some(_) => Err(Error::at(console, Cause::RomAgain)),
        // One damaged letter hides the first words.
        None if contains(console.pending(), b"boot from") => Ok(Loaded::Spl),
        None if contains(console.pending(), b"program tool") => Ok(Loaded::Agent),
        None => Err(Error::at(console, console.missing("a word from the uploaded program"))),
    }
}

fn check_program(program: &[u8]) -> Result<(), Cause> {
    match image::kind(program) {
        Kind::Spl(_) | Kind::Agent(_) => Ok(()),
        Kind::Fit => Err(Cause::Unfit("this is U-Boot (a FIT image), not the SPL".into())),
        Kind::Jh7100 => Err(Cause::Unfit("this is an image for the JH7100, not the JH7110".into())),
        Kind::Damaged(error) => Err(Cause::Header(error)),
        Kind::Foreign(what) => Err(Cause::Unfit(format!("this is {what}, not an SPL"))),
        Kind::Raw => Err(Cause::Header(
            Header::check(program).err().unwrap_or(crate::header::HeaderError::NoHeader),
        )),
    }
}

/// Says more of a failed upload where the board's words tell.
fn explain(console: &Console<'_>, error: ::uboot::host::Error) -> Error {
    let heard = console.heard();
    let has = |word: &str| contains(heard.as_bytes(), word.as_bytes());
    let Common::Transfer(drive::Error::Failed(failure)) = &error.cause else { return error.into() };
    let cause = match failure {
        Failure::NoStart if heard.is_empty() => Common::Silence.into(),
        Failure::NoStart if console.garbled() => Common::Garbage.into(),
        Failure::NoStart if has("U-Boot") => Cause::NotRom("U-Boot"),
        Failure::NoStart if has("OpenSBI") || has("Linux") => Cause::NotRom("an operating system"),
        Failure::NoStart if has("SiFive") => Cause::NotRom("the JH7100's mask ROM"),
        Failure::NoStart => console.missing("the mask ROM's request for a program").into(),
        Failure::Midway => return error.into(),
        _ if has("CRC Error") => Cause::RomCrc,
        Failure::Spoke { .. } if has("(C)StarFive") => Cause::RomAgain,
        _ => return error.into(),
    };
    Error::at(console, cause)
}

/// Sends U-Boot (`u-boot.itb`) to an SPL that has just begun to speak.
///
/// # Errors
/// When the line fails, and when the board does not answer in time or as it should.
pub fn boot_spl(console: &mut Console<'_>, image: &[u8]) -> Result<(), Error> {
    console.begin(step::SPL, "the SPL starts", 0);
    uboot::check(&JH7110, image).map_err(|error| Error::at(console, Cause::Uboot(error)))?;
    medium(console)?;
    let mut sender = Sender::ymodem(Profile::UBOOT, vec![image.len() as u64], LOADER);
    let mut source = image;
    let announce = Announce {
        step: step::UBOOT.id(),
        waiting: "waiting for the SPL to ask for U-Boot",
        sending: "sending U-Boot to the SPL",
    };
    let mut files = [File { name: "u-boot.itb".into(), source: &mut source }];
    console.transfer(step::UBOOT, announce, &mut sender, &mut files)?;
    // Two words of U-Boot's own, for one may have a damaged letter.
    let words =
        ["U-Boot 2", "DRAM:", "ymodem err", "failed to boot", "### ERROR ###", "(C)StarFive"];
    match console.wait_for(&words, UBOOT)?.map(|found| found.index) {
        Some(0 | 1) => Ok(()),
        Some(5) => Err(Error::at(console, Cause::RomAgain)),
        Some(index) => Err(Error::at(console, Cause::Said(words[index].into()))),
        None => Err(Error::at(console, console.missing("U-Boot's banner"))),
    }
}

/// Waits until the SPL says what it boots from. Vendor SPLs may have other ideas than the straps.
fn medium(console: &mut Console<'_>) -> Result<(), Error> {
    let words = ["Trying to boot from ", "### ERROR ###", "failed to boot", "CRC Error"];
    match console.wait_for(&words, TRAINS)?.map(|found| found.index) {
        Some(0) => {}
        Some(3) => return Err(Error::at(console, Cause::RomCrc)),
        Some(index) => return Err(Error::at(console, Cause::Said(words[index].into()))),
        // One damaged letter hides these words; the polls that follow them tell as well.
        None if console.pending().ends_with(b"C") => return Ok(()),
        None => {
            return Err(Error::at(console, console.missing("the SPL's choice of a boot medium")));
        }
    }
    let name = console
        .wait_for(&["\n"], Duration::from_secs(1))?
        .map(|found| found.before)
        .unwrap_or_default();
    let name = name.trim();
    let others = ["MMC", "SPI", "NOR", "NVMe", "USB", "RAM"];
    match others.iter().any(|other| name.starts_with(other)) {
        true => Err(Error::at(console, Cause::OtherMedium(name.to_string()))),
        false => Ok(()),
    }
}
