//! `starfive boot` and `starfive flash-spi`: from power-on to U-Boot, and on to verified flash.

use std::{path::PathBuf, time::Duration};

use ::link::{Method, Verified};
use ::uboot::host::Written;
use serde_json::{Value, json};

use crate::{
    cli::verified,
    family::starfive::Firmware,
    report::{Answer, Report},
    transport::SerialLink,
};

/// What `starfive boot --help` ends with.
pub(super) const BOOT: &str = "\
Examples:
  racklet-flash starfive boot u-boot-spl.bin.normal.out u-boot.itb --port /dev/ttyUSB0
  racklet-flash starfive boot u-boot-spl.bin.normal.out u-boot.itb --virtual starfive/visionfive-2";

/// What `starfive flash-spi --help` ends with.
pub(super) const FLASH_SPI: &str = "\
From power-on to verified flash without further help: the SPL goes to the mask ROM (XMODEM), U-Boot to the
SPL (YMODEM), and U-Boot writes both. U-Boot's own crc32 verifies each part twice: in memory before it is
written, and read back from the flash after it. U-Boot goes first: should that fail, the old SPL still
starts what it can.

Examples:
  racklet-flash starfive flash-spi u-boot-spl.bin.normal.out u-boot.itb --port /dev/ttyUSB0 --wait 60
  racklet-flash starfive flash-spi u-boot-spl.bin.normal.out u-boot.itb --fast --yes --virtual visionfive-2";

/// An SPL and a U-Boot.
#[derive(Debug, clap::Args)]
pub(super) struct Files {
    /// The SPL with its header (u-boot-spl.bin.normal.out)
    spl: PathBuf,
    /// U-Boot (u-boot.itb, or the vendor's visionfive2_fw_payload.img)
    uboot: PathBuf,
}

/// Both files, and what is done with them.
pub(super) struct Job {
    firmware: Firmware,
    /// To the flash: whether at the faster rate.
    flash: Option<bool>,
}

impl Job {
    pub(super) fn prepare(files: &Files, flash: Option<bool>) -> anyhow::Result<Self> {
        let firmware = Firmware::read(&files.spl, &files.uboot)?;
        if flash.is_some() {
            firmware.require_room()?;
        }
        Ok(Self { firmware, flash })
    }

    pub(super) fn destroys(&self) -> Option<&'static str> {
        self.flash.map(|_| "overwrites the SPL and the U-Boot in the SPI flash")
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let flash = self.flash.map(|fast| self.firmware.flash_plan(fast));
        self.firmware.plan().into_iter().chain(flash.into_iter().flatten()).collect()
    }

    pub(super) fn run(
        &self,
        link: &mut SerialLink,
        report: &mut Report,
        patience: Option<Duration>,
    ) -> anyhow::Result<Answer> {
        self.firmware.start(link, patience, report)?;
        let written = self.flash.map(|fast| self.firmware.flash(link, fast, report));
        Ok(answer(written.transpose()?, link))
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
