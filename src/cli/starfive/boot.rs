//! `starfive boot` and `starfive flash-spi`: from power-on to U-Boot, and on to verified flash.

use std::{path::Path, time::Duration};

use ::link::{Method, Verified, Watch};
use ::starfive::host::{Layout, Written};
use serde_json::{Value, json};

use super::Firmware;
use crate::{
    cli::verified,
    family::starfive::{self, FAST, bring_up, check_room, check_spl, check_uboot, unchecked_note},
    files::read_image,
    report::{Answer, Report},
    transport::SerialLink,
};

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
    check_spl(path, &file)?;
    Ok(file)
}

/// Reads a U-Boot, which must be a FIT image that the JH7110's SPL can start. Also returns what nobody could check in it.
pub(super) fn read_uboot(path: &Path) -> anyhow::Result<(Vec<u8>, Option<String>)> {
    let file = read_image(path)?;
    let unchecked = check_uboot(path, &file)?;
    Ok((file, unchecked))
}

impl Job {
    pub(super) fn prepare(firmware: &Firmware, flash: Option<bool>) -> anyhow::Result<Self> {
        let (spl, (uboot, unchecked)) = (read_spl(&firmware.spl)?, read_uboot(&firmware.uboot)?);
        if flash.is_some() {
            check_room("the SPL", &spl, Layout::JH7110.spl_room)?;
            check_room("U-Boot", &uboot, Layout::JH7110.uboot_room)?;
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
        bring_up(link, &self.spl, &self.uboot, patience, report)?;
        let written = self.flash.map(|fast| {
            let rate = fast.then_some(FAST);
            starfive::flash(link, &self.spl, &self.uboot, rate, report)
        });
        let written = written.transpose()?;
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
    let bytes: u64 = written.iter().map(|part| u64::from(part.size)).sum();
    let mut fields = verified::fields(&Verified::by(Method::BoardSum, bytes));
    fields["spl"] = parts[0].clone();
    fields["uboot"] = parts[1].clone();
    fields["seconds"] = json!(seconds);
    fields["modelled_time"] = json!(link.is_modelled());
    Answer::new(text, fields)
}
