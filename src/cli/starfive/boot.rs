//! `starfive boot` and `starfive flash-spi`: from power-on to U-Boot, and on to verified flash.

use std::{path::Path, time::Duration};

use ::link::Watch;
use serde_json::{Value, json};
use starfive::{
    chips::JH7110,
    header::Header,
    host::{Console, Flasher, Layout, Loaded, Ram, Written, boot_rom, boot_spl, reach_prompt},
    image::{self, Kind},
    uboot,
};

use super::Firmware;
use crate::{
    failure::Problem,
    files::{bad, read_image},
    report::{Answer, Report},
    transport::SerialLink,
};

/// How long the board may take to appear: somebody or something has to switch it on.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// The rate that the JH7110's UART meets exactly and that is worth it.
const FAST: u32 = 1_500_000;

/// Both files, and what is done with them.
pub(super) struct Job {
    spl: Vec<u8>,
    uboot: Vec<u8>,
    /// What nobody could check in it.
    unchecked: Option<String>,
    /// To the flash: whether at the faster rate.
    flash: Option<bool>,
}

/// Reads an SPL, which must have its header.
pub(super) fn read_spl(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = read_image(path)?;
    let what = match image::kind(&file) {
        Kind::Spl(_) => return Ok(file),
        Kind::Agent(_) => "this is the vendor's recovery program, not an SPL".into(),
        Kind::Fit => "this is a FIT image (U-Boot), not an SPL".into(),
        Kind::Jh7100 => "this is an image for the JH7100, not an SPL for the JH7110".into(),
        Kind::Damaged(error) => error.to_string(),
        Kind::Foreign(what) => format!("this is {what}, not an SPL"),
        Kind::Raw => match Header::check(&file) {
            Err(error) => {
                format!("{error} (`racklet-flash starfive header create` puts one there)")
            }
            Ok(_) => "this is no SPL".into(),
        },
    };
    Err(bad(path, what).into())
}

/// Reads a U-Boot, which must be a FIT image that the JH7110's SPL can start. Also returns what nobody could check in it.
pub(super) fn read_uboot(path: &Path) -> anyhow::Result<(Vec<u8>, Option<String>)> {
    let file = read_image(path)?;
    let fit = uboot::check(&JH7110, &file).map_err(|error| bad(path, error))?;
    let unchecked = fit.unchecked();
    Ok((file, unchecked))
}

/// What to tell people about a U-Boot that could not be checked whole.
pub(super) fn unchecked_note(unchecked: Option<&str>) -> Option<String> {
    unchecked.map(|why| format!("U-Boot's structure was checked before it is sent; {why}"))
}

/// Makes sure that a file has room in its place.
fn fits(name: &str, file: &[u8], room: u32) -> anyhow::Result<()> {
    match file.len() <= room as usize {
        true => Ok(()),
        false => Err(Problem::BadInput(format!(
            "{name} is {} bytes long, and its place in the flash has {room}",
            file.len()
        ))
        .into()),
    }
}

impl Job {
    pub(super) fn prepare(firmware: &Firmware, flash: Option<bool>) -> anyhow::Result<Self> {
        let (spl, (uboot, unchecked)) = (read_spl(&firmware.spl)?, read_uboot(&firmware.uboot)?);
        if flash.is_some() {
            fits("the SPL", &spl, Layout::JH7110.spl_room)?;
            fits("U-Boot", &uboot, Layout::JH7110.uboot_room)?;
        }
        Ok(Self { spl, uboot, unchecked, flash })
    }

    pub(super) fn destroys(&self) -> Option<&'static str> {
        self.flash.map(|_| "overwrites the SPL and the U-Boot in the SPI flash")
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let (spl, uboot) = (self.spl.len(), self.uboot.len());
        let mut lines: Vec<String> =
            unchecked_note(self.unchecked.as_deref()).into_iter().collect();
        lines.extend([
            "wait for the mask ROM's request for a program (switch the board on)".to_owned(),
            format!("send the SPL, {spl} bytes, by XMODEM-1K"),
            format!("send U-Boot, {uboot} bytes, by YMODEM to the SPL"),
            "stop U-Boot's countdown and get to its prompt".to_owned(),
        ]);
        let Some(fast) = self.flash else { return lines };
        let rate = if fast { " at 1.5 Mbaud" } else { "" };
        let Layout { spl: at, uboot: place, .. } = Layout::JH7110;
        for (name, size, place) in [("U-Boot", uboot, place), ("the SPL", spl, at)] {
            lines.push(format!("load {name} into memory{rate}, compare its CRC-32"));
            lines.push(format!("write {size} bytes to {place:#x} of the SPI flash (sf update)"));
            lines.push("read them back (sf read), compare their CRC-32".to_owned());
        }
        lines
    }

    pub(super) fn run(
        self,
        link: &mut SerialLink,
        report: &mut Report,
        patience: Duration,
    ) -> anyhow::Result<Answer> {
        if let Some(note) = unchecked_note(self.unchecked.as_deref()) {
            report.note(&note);
        }
        let mut console = Console::new(link, report);
        if boot_rom(&mut console, &self.spl, patience)? == Loaded::Agent {
            return Err(Problem::Refused("the recovery program answers, not the SPL".into()).into());
        }
        boot_spl(&mut console, &self.uboot)?;
        let mut prompt = reach_prompt(&mut console)?;
        let written = match self.flash {
            None => None,
            Some(fast) => {
                Some(Flasher::new(&mut prompt, Ram::JH7110, fast.then_some(FAST)).firmware(
                    &Layout::JH7110,
                    &self.spl,
                    &self.uboot,
                )?)
            }
        };
        Ok(answer(written, link))
    }
}

fn answer(written: Option<[Written; 2]>, link: &SerialLink) -> Answer {
    let seconds = (link.now().as_secs_f64() * 10.0).round() / 10.0;
    let of = if link.is_modelled() { " of the modelled line" } else { "" };
    let Some(written) = written else {
        let text = format!("U-Boot is at its prompt, after {seconds} s{of}");
        return Answer::new(text, json!({"prompt": true, "seconds": seconds}));
    };
    let mut text =
        format!("written and verified in {seconds} s{of}, by U-Boot's crc32 of what it read back:");
    for (name, part) in ["SPL", "U-Boot"].iter().zip(&written) {
        text += &format!(
            "\n  {name:<7} {:>8} bytes at {:#010x}  CRC-32 {:08x}",
            part.size, part.offset, part.crc
        );
    }
    let parts: Vec<Value> = written
        .iter()
        .map(|part| json!({"offset": part.offset, "bytes": part.size, "crc32": format!("{:08x}", part.crc)}))
        .collect();
    let fields = json!({
        "spl": parts[0], "uboot": parts[1], "verified": "U-Boot's crc32 of the flash read back",
        "seconds": seconds, "modelled_time": link.is_modelled(),
    });
    Answer::new(text, fields)
}
