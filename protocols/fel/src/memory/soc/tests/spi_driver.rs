//! SPI0 driven as U-Boot's SPL drives it, from which one line can be left out.

use super::{
    super::spi::{Place, Style},
    *,
};

const LIMIT: u32 = 20_000;

pub(super) struct SpiDriver {
    board: Memory,
    place: Place,
    pio: (u32, u32),
    rule: &'static str,
    pub(super) broken: bool,
}

impl SpiDriver {
    pub(super) fn new(chip: &str, media: Media, rule: &'static str) -> Self {
        let chip = chips::by_name(chip).expect("a chip of the table");
        Self {
            board: Memory::new(chip, Traits::default()).with(media),
            place: Place::of(chip).expect("its SPI0 is known"),
            pio: Layout::of(chip).expect("its pins are known").pio,
            rule,
            broken: false,
        }
    }

    pub(super) fn notes(&mut self) -> Vec<String> {
        self.board.board.notes.drain(..).collect()
    }

    pub(super) fn keeps(&mut self, rule: &str) -> bool {
        self.broken |= rule == self.rule;
        rule != self.rule
    }

    fn get(&mut self, address: u32, size: u32) -> u32 {
        self.board.board.load(address, size).expect("a register")
    }

    fn set(&mut self, address: u32, size: u32, value: u32) {
        self.board.board.store(address, size, value).expect("a register");
    }

    fn change(&mut self, address: u32, clear: u32, set: u32) {
        let old = self.get(address, 4);
        self.set(address, 4, old & !clear | set);
    }

    /// Offsets by style: sun4i's, and the others'.
    fn at(&self, sun4i: u32, sun6i: u32) -> u32 {
        self.place.base + if self.place.style == Style::Sun4i { sun4i } else { sun6i }
    }

    pub(super) fn set_up(&mut self) {
        let place = self.place;
        for pin in place.pins {
            if self.keeps("spi-pins") {
                let register = self.pio.0 + 2 * self.pio.1 + pin / 8 * 4;
                self.change(register, 0xf << (pin % 8 * 4), place.function << (pin % 8 * 4));
            }
        }
        if let Some((register, bit)) = place.reset
            && self.keeps("spi-reset")
        {
            self.change(register, 0, 1 << bit);
        }
        if self.keeps("spi-gate") {
            self.change(place.gate.0, 0, 1 << place.gate.1);
        }
        let rate = self.keeps("spi-rate");
        if self.keeps("spi-module-clock") {
            self.set(place.clock, 4, 1 << 31 | if rate { 0 } else { 1 << 24 });
        }
        if place.style != Style::Ncat2 {
            self.set(self.at(0x1c, 0x24), 4, if rate { 0x1001 } else { 0x1000 });
        }
        self.enable();
    }

    fn enable(&mut self) {
        if self.place.style == Style::Sun4i {
            let enabled = if self.keeps("spi-master") { 3 } else { 1 };
            return self.change(self.place.base + 8, 0, enabled | 0x300);
        }
        let enabled = if self.keeps("spi-master") { 3 } else { 1 };
        let register = self.place.base + 4;
        self.change(register, 0, 1 << 31 | enabled);
        if self.keeps("spi-reset-wait") {
            let _ = self.until(register, 1 << 31, 0);
        }
        if self.place.style == Style::Ncat2 && self.keeps("spi-samples") {
            self.change(self.place.base + 8, 0, 1 << 13);
        }
    }

    fn until(&mut self, register: u32, mask: u32, value: u32) -> bool {
        (0..LIMIT).any(|_| self.get(register, 4) & mask == value)
    }

    /// Sends some bytes, and gives `count` that come after them. `None`: it hangs.
    pub(super) fn transfer(&mut self, out: &[u8], count: usize) -> Option<Vec<u8>> {
        let (total, own) = ((out.len() + count) as u32, out.len() as u32);
        self.set(self.at(0x20, 0x30), 4, total);
        self.set(self.at(0x24, 0x34), 4, own);
        if self.place.style != Style::Sun4i && self.keeps("spi-single") {
            self.set(self.place.base + 0x38, 4, own);
        }
        let (send, receive, status) = (self.at(4, 0x200), self.at(0, 0x300), self.at(0x28, 0x1c));
        let mut left = out.iter();
        for byte in left.by_ref().take(64) {
            self.set(send, 1, (*byte).into());
        }
        let exchange = if self.place.style == Style::Sun4i { 1 << 10 } else { 1 << 31 };
        self.change(self.at(8, 8), 0, exchange);
        if !self.keeps("spi-overrun") {
            self.until(self.at(8, 8), exchange, 0);
        }
        let mut all = Vec::new();
        for _ in 0..LIMIT + 32 * total {
            let levels = self.get(status, 4);
            if levels & 0x7f != 0 {
                all.push(self.get(receive, 1) as u8);
            }
            if levels >> 16 & 0x7f < 64
                && let Some(byte) = left.next()
            {
                self.set(send, 1, (*byte).into());
            }
            if all.len() as u32 == total {
                self.until(self.at(8, 8), exchange, 0);
                return Some(all.split_off(out.len()));
            }
        }
        None
    }

    pub(super) fn id(&mut self) -> Option<[u8; 3]> {
        self.transfer(&[0x9f], 3)?.try_into().ok()
    }

    /// Waits until it is not busy.
    pub(super) fn idle(&mut self) -> bool {
        if !self.keeps("nor-busy") {
            return true;
        }
        (0..LIMIT).any(|_| self.transfer(&[5], 1).is_none_or(|status| status[0] & 1 == 0))
    }

    fn enable_write(&mut self) -> bool {
        !self.keeps("nor-write-enable") || self.transfer(&[6], 0).is_some()
    }

    pub(super) fn erase(&mut self, opcode: u8, address: u32) -> bool {
        let bytes = address.to_be_bytes();
        let done = self.enable_write()
            && self.transfer(&[opcode, bytes[1], bytes[2], bytes[3]], 0).is_some();
        done && self.idle()
    }

    pub(super) fn program(&mut self, address: u32, data: &[u8]) -> bool {
        let bytes = address.to_be_bytes();
        let out = [&[2, bytes[1], bytes[2], bytes[3]], data].concat();
        self.enable_write() && self.transfer(&out, 0).is_some() && self.idle()
    }

    pub(super) fn read(&mut self, address: u32, count: usize) -> Option<Vec<u8>> {
        let bytes = address.to_be_bytes();
        self.transfer(&[3, bytes[1], bytes[2], bytes[3]], count)
    }

    /// Unlocks all blocks of a NAND flash.
    pub(super) fn unlock(&mut self) {
        if self.keeps("nand-unlock") {
            self.nand_set(0xa0, 0);
        }
    }

    /// Sets a register of a NAND flash.
    pub(super) fn nand_set(&mut self, register: u8, value: u8) {
        self.transfer(&[0x1f, register, value], 0).expect("it is sent");
    }

    /// What its status is once it is not busy, without the write enable.
    fn nand_status(&mut self) -> Option<u8> {
        for _ in 0..LIMIT {
            let status = self.transfer(&[0x0f, 0xc0], 1)?[0];
            if status & 1 == 0 || !self.keeps("nand-busy") {
                return Some(status & 0x3c);
            }
        }
        None
    }

    fn nand_enable(&mut self) {
        if self.keeps("nand-write-enable") {
            self.transfer(&[6], 0).expect("it is sent");
        }
    }

    pub(super) fn nand_erase(&mut self, page: u32) -> Option<u8> {
        let bytes = page.to_be_bytes();
        self.nand_enable();
        self.transfer(&[0xd8, bytes[1], bytes[2], bytes[3]], 0)?;
        self.nand_status().map(|status| status & 0xc)
    }

    pub(super) fn nand_program(&mut self, page: u32, data: &[u8]) -> Option<u8> {
        self.nand_program_at(page, 0, data)
    }

    pub(super) fn nand_program_at(&mut self, page: u32, column: u16, data: &[u8]) -> Option<u8> {
        let (bytes, place) = (page.to_be_bytes(), column.to_be_bytes());
        self.nand_enable();
        self.transfer(&[&[2, place[0], place[1]], data].concat(), 0)?;
        self.transfer(&[0x10, bytes[1], bytes[2], bytes[3]], 0)?;
        self.nand_status().map(|status| status & 0xc)
    }

    /// Bytes of a page, and its ECC status.
    pub(super) fn nand_read(
        &mut self,
        page: u32,
        column: u16,
        count: usize,
    ) -> Option<(Vec<u8>, u8)> {
        let (bytes, place) = (page.to_be_bytes(), column.to_be_bytes());
        self.transfer(&[0x13, bytes[1], bytes[2], bytes[3]], 0)?;
        let status = self.nand_status()?;
        let data = self.transfer(&[3, place[0], place[1], 0], count)?;
        Some((data, status & 0x30))
    }
}
