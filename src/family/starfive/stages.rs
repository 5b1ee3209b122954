//! From power-on to U-Boot's prompt, and on to its boot loader in SPI flash.

use std::time::Duration;

use link::Watch;
use starfive::host::{BUFFERS, Layout, Loaded, boot_rom, boot_spl, write_firmware};
use uboot::host::{Console, Flasher, Prompt, Written, reach_prompt};

use crate::{failure::Problem, transport::SerialLink};

/// How long the board may take to appear: it has to be switched on.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// The rate that the JH7110's UART meets exactly and that is worth it.
pub(super) const FAST: u32 = 1_500_000;

/// Sends an SPL to the mask ROM and U-Boot to the SPL, and gets to U-Boot's prompt. The board may take `patience` to be
/// switched on.
pub(super) fn bring_up(
    link: &mut SerialLink,
    spl: &[u8],
    uboot: &[u8],
    patience: Duration,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    let mut console = Console::new(link, watch);
    if boot_rom(&mut console, spl, patience)? == Loaded::Agent {
        return Err(Problem::Refused("the recovery program answers, not the SPL".into()).into());
    }
    boot_spl(&mut console, uboot)?;
    reach_prompt(&mut console)?;
    Ok(())
}

/// Writes SPL and U-Boot to SPI flash through the U-Boot that is at its prompt. `fast`: a rate to load at.
pub(super) fn flash(
    link: &mut SerialLink,
    spl: &[u8],
    uboot: &[u8],
    fast: Option<u32>,
    watch: &mut dyn Watch,
) -> anyhow::Result<[Written; 2]> {
    let mut console = Console::new(link, watch);
    let mut prompt = Prompt::answered(&mut console);
    let mut flasher = Flasher::new(&mut prompt, BUFFERS, fast);
    Ok(write_firmware(&mut flasher, &Layout::JH7110, spl, uboot)?)
}
