//! An SPL and a U-Boot from files, and what is done with them.

use std::path::Path;

use link::Watch;
use starfive::host::Layout;
use uboot::host::Written;

use super::{FAST, PATIENCE, bring_up, check_room, check_spl, check_uboot, flash, unchecked_note};
use crate::{files::read_image, transport::SerialLink};

/// Both files, checked.
pub struct Firmware {
    spl: Vec<u8>,
    uboot: Vec<u8>,
    /// What could not be checked in U-Boot.
    unchecked: Option<String>,
}

impl Firmware {
    /// Reads both files. Fails where one of them is not what it should be.
    pub fn read(spl: &Path, uboot: &Path) -> anyhow::Result<Self> {
        let (spl_file, uboot_file) = (read_image(spl)?, read_image(uboot)?);
        check_spl(spl, &spl_file)?;
        let unchecked = check_uboot(uboot, &uboot_file)?;
        Ok(Self { spl: spl_file, uboot: uboot_file, unchecked })
    }

    /// Fails where a file is longer than its place in SPI flash.
    pub fn require_room(&self) -> anyhow::Result<()> {
        check_room("the SPL", &self.spl, Layout::JH7110.spl_room)?;
        check_room("U-Boot", &self.uboot, Layout::JH7110.uboot_room)?;
        Ok(())
    }

    /// The SPL with its header.
    pub(super) fn spl(&self) -> &[u8] {
        &self.spl
    }

    /// U-Boot.
    pub(super) fn uboot(&self) -> &[u8] {
        &self.uboot
    }

    /// What to say before it is sent.
    pub fn note(&self) -> Option<String> {
        unchecked_note(self.unchecked.as_deref())
    }

    /// The steps to U-Boot's prompt in words.
    pub fn plan(&self) -> Vec<String> {
        let (spl, uboot) = (self.spl.len(), self.uboot.len());
        let steps = [
            "wait for the mask ROM's request for a program (switch the board on)".to_owned(),
            format!("send the SPL, {spl} bytes, by XMODEM-1K"),
            format!("send U-Boot, {uboot} bytes, by YMODEM to the SPL"),
            "stop U-Boot's countdown and get to its prompt".to_owned(),
        ];
        self.note().into_iter().chain(steps).collect()
    }

    /// The steps from the prompt to both parts in SPI flash. `fast`: at a faster rate.
    pub fn flash_plan(&self, fast: bool) -> Vec<String> {
        let rate = if fast { " at 1.5 Mbaud" } else { "" };
        let Layout { spl, uboot, .. } = Layout::JH7110;
        let parts = [("U-Boot", self.uboot.len(), uboot), ("the SPL", self.spl.len(), spl)];
        let steps = parts.into_iter().flat_map(|(name, size, at)| {
            [
                format!("load {name} into memory{rate}, compare its CRC-32"),
                format!("write {size} bytes to {at:#x} of the SPI flash (sf update)"),
                "read them back (sf read), compare their CRC-32".to_owned(),
            ]
        });
        steps.collect()
    }

    /// From the mask ROM to U-Boot's prompt. The board may take `patience` to be switched on.
    pub fn start(
        &self,
        link: &mut SerialLink,
        patience: Option<std::time::Duration>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        if let Some(note) = self.note() {
            watch.note(&note);
        }
        bring_up(link, &self.spl, &self.uboot, patience.unwrap_or(PATIENCE), watch)
    }

    /// Writes both parts to SPI flash through the U-Boot at its prompt, and verifies them.
    pub fn flash(
        &self,
        link: &mut SerialLink,
        fast: bool,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<[Written; 2]> {
        flash(link, &self.spl, &self.uboot, fast.then_some(FAST), watch)
    }
}
