//! The commands for memory: `bdinfo`, `crc32`, `md`, `mw`.

use alloc::{format, string::String, vec, vec::Vec};
use core::{fmt::Write as _, time::Duration};

use super::{
    Flaw, Uboot, World,
    commands::{Fail, Outcome, number},
};

/// What `crc32` sums in a second, in bytes.
const SUMS: u64 = 400 << 20;
/// The longest piece that is filled at once.
const PIECE: u64 = 64 << 10;

impl Uboot {
    /// `bdinfo`.
    pub(super) fn bdinfo(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        if !words.is_empty() {
            return Err(Fail::Usage);
        }
        let mut text = String::from("boot_params = 0x0000000000000000\n");
        for (index, bank) in self.profile.banks.iter().enumerate() {
            let (start, size) = (bank.start, bank.end - bank.start);
            line(&mut text, "DRAM bank", index as u64);
            line(&mut text, "-> start", start);
            line(&mut text, "-> size", size);
        }
        text += "baudrate    = 115200 bps\n";
        line(&mut text, "relocaddr", self.profile.code);
        text += "Build       = 64-bit\n";
        let variable = |name| self.environment.get(name).unwrap_or("(not set)");
        let (mac, ip) = (variable("ethaddr"), variable("ipaddr"));
        text += &format!("current eth = {}\nethaddr     = {mac}\n", self.profile.ethernet);
        text += &format!("IP addr     = {ip}\n");
        if self.profile.lists_reserved {
            text += &self.regions();
        }
        text += "devicetree  = separate\n";
        world.print(now, &text);
        Ok(())
    }

    fn regions(&self) -> String {
        let mut text = String::from("lmb_dump_all:\n");
        let lists = [("memory", &self.profile.banks), ("reserved", &self.profile.reserved)];
        for (name, regions) in lists {
            // Formatting into a string cannot fail.
            let _ = writeln!(text, " {name}.count = {:#x}", regions.len());
            for (index, region) in regions.iter().enumerate() {
                let (start, size) = (region.start, region.end - region.start);
                let flags = if name == "memory" { "none" } else { "no-overwrite" };
                let last = region.end - 1;
                let _ = writeln!(
                    text,
                    " {name}[{index}]\t[{start:#x}-{last:#x}], {size:#x} bytes, flags: {flags}"
                );
            }
        }
        text
    }

    /// `crc32 ADDRESS LENGTH`.
    pub(super) fn sum(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let [address, length] = words else { return Err(Fail::Usage) };
        let (address, length) = (number(address)?, number(length)?);
        if !self.memory.has(address, length) {
            return self.crash(now, world);
        }
        self.counts.sums += 1;
        let wrong = world.flaw == Some(Flaw::WrongSum(self.counts.sums));
        let sum = self.memory.crc32(address, length) ^ if wrong { 0x0100_0000 } else { 0 };
        let (done, last) = (now + rate(length, SUMS), address.wrapping_add(length).wrapping_sub(1));
        world.print(done, &format!("crc32 for {address:08x} ... {last:08x} ==> {sum:08x}\n"));
        self.busy(done);
        Ok(())
    }

    /// `mw[.b|.w|.l|.q] ADDRESS VALUE [COUNT]`.
    pub(super) fn fill(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let (width, address, value, count) = match words {
            [name, address, value] => (width(name)?, address, value, 1),
            [name, address, value, count] => (width(name)?, address, value, number(count)?),
            _ => return Err(Fail::Usage),
        };
        let (address, value) = (number(address)?, number(value)?.to_le_bytes());
        let length = count.checked_mul(width as u64).ok_or(Fail::Usage)?;
        if world.flaw == Some(Flaw::FillFails) {
            world.print(now, "mw: write fault\n");
            return Err(Fail::Failed);
        }
        if !self.memory.is_free(address, length) {
            return self.crash(now, world);
        }
        let piece = value[..width].repeat((PIECE.min(length) as usize).div_ceil(width));
        for at in (0..length).step_by(PIECE as usize) {
            let size = (length - at).min(PIECE) as usize;
            self.memory.write(address + at, &piece[..size]);
        }
        Ok(())
    }

    /// `md[.b|.w|.l|.q] ADDRESS [COUNT]`.
    pub(super) fn display(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let (width, address, count) = match words {
            [name, address] => (width(name)?, number(address)?, 0x40),
            [name, address, count] => (width(name)?, number(address)?, number(count)?),
            _ => return Err(Fail::Usage),
        };
        let length = count.checked_mul(width as u64).ok_or(Fail::Usage)?;
        if !self.memory.has(address, length) {
            return self.crash(now, world);
        }
        let mut bytes = vec![0; usize::try_from(length).map_err(|_| Fail::Usage)?];
        self.memory.read_into(address, &mut bytes);
        let rows = bytes.chunks(16).enumerate();
        let text: String =
            rows.map(|(row, bytes)| shown(address + row as u64 * 16, bytes, width)).collect();
        world.print(now, &text);
        Ok(())
    }
}

/// A row of `md`: address, units, text.
fn shown(address: u64, bytes: &[u8], width: usize) -> String {
    let unit = |bytes: &[u8]| {
        let digits: Vec<String> = bytes.iter().rev().map(|byte| format!("{byte:02x}")).collect();
        format!(" {}", digits.concat())
    };
    let units: String = bytes.chunks(width).map(unit).collect();
    let visible = |byte: &u8| if matches!(byte, b' '..=b'~') { char::from(*byte) } else { '.' };
    let text: String = bytes.iter().map(visible).collect();
    let room = 16 / width * (width * 2 + 1);
    format!("{address:08x}:{units:<room$}  {text}\n")
}

fn line(text: &mut String, name: &str, value: u64) {
    // Formatting into a string cannot fail.
    let _ = writeln!(text, "{name:<12}= {value:#018x}");
}

/// Bytes of a unit, by the end of the command's name.
fn width(name: &str) -> Result<usize, Fail> {
    match name.split_once('.').map(|(_, width)| width) {
        Some("b") => Ok(1),
        Some("w") => Ok(2),
        None | Some("l") => Ok(4),
        Some("q") => Ok(8),
        Some(_) => Err(Fail::Usage),
    }
}

/// How long something takes at this many bytes a second.
pub(super) fn rate(bytes: u64, per_second: u64) -> Duration {
    Duration::from_micros(bytes.saturating_mul(1_000_000) / per_second)
}
