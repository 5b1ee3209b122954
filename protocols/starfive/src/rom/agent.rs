//! The vendor's recovery agent for the JH7110, with its fuse menu.

use alloc::{format, string::String, vec::Vec};
use core::time::Duration;

use ::uboot::rom::{Intake, World, flash_time};
use xmodem::{Event, Manner, Receiver};

const MENU: &str = "\r\n****************** JH7110 program tool ******************\r\n\
0: update 2ndboot/SPL in flash\r\n1: update 2ndboot/SPL in emmc\r\n2: update fw_verif/uboot in flash\r\n\
3: update fw_verif/uboot in emmc\r\n4: update otp, caution!!!!\r\n5: exit\r\n\
NOTE: current xmodem receive buff = 0x40000000, 'load 0x********' to change.\r\nselect the function to test: ";
const FUSES: &str =
    "\r\n0: update root key hash ... 13: update all\r\n14: quit\r\nSelect the function to test: ";
/// Bytes of option 0's and option 2's places in the flash.
const SPL_ROOM: usize = 0x10_0000;
const UBOOT_ROOM: usize = 0xf0_0000;

enum State {
    /// Its line ends with CR only.
    Menu(Vec<u8>),
    Fuses(Vec<u8>),
    /// Receiving for an option.
    Receiving(char, Intake),
    /// Writing; it does not listen.
    Writing(Duration),
    Halted,
}

/// A running agent.
pub(super) struct Agent {
    state: State,
}

impl Agent {
    pub(super) fn new(at: Duration, world: &mut World) -> Self {
        world.print(at, "\r\nJH7110 secondboot version: 230322-c514da9\r\nCPU freq: 1250MHz\r\nidcode: 0x1860C8\r\n");
        world.print(
            at + Duration::from_millis(800),
            "ddr 0x00000000, 4M test\r\nddr 0x00400000, 8M test\r\nDDR clk 2133M, size 4GB\r\n",
        );
        world.print(at + Duration::from_millis(900), MENU);
        Self { state: State::Menu(Vec::new()) }
    }

    pub(super) fn deadline(&self) -> Option<Duration> {
        match &self.state {
            State::Receiving(_, intake) => intake.deadline(),
            State::Writing(until) => Some(*until),
            _ => None,
        }
    }

    pub(super) fn on(&mut self, event: Event, now: Duration, world: &mut World) {
        match (&mut self.state, event) {
            (State::Menu(line), Event::Byte(byte)) => {
                if let Some(line) = typed(line, byte, now, world) {
                    self.choose(&line, now, world);
                }
            }
            (State::Fuses(line), Event::Byte(byte)) => {
                if let Some(line) = typed(line, byte, now, world) {
                    self.fuse(&line, now, world);
                }
            }
            (State::Receiving(option, intake), event) => {
                let option = *option;
                if let Some(outcome) = intake.on(event, now, &mut world.out) {
                    let data = core::mem::take(&mut intake.data);
                    self.write(option, outcome.ok().map(|()| data), now, world);
                }
            }
            (State::Writing(until), _) if now >= *until => self.menu(now, world),
            _ => {}
        }
    }

    fn menu(&mut self, now: Duration, world: &mut World) {
        world.print(now, MENU);
        self.state = State::Menu(Vec::new());
    }

    fn choose(&mut self, line: &str, now: Duration, world: &mut World) {
        match line {
            "0" | "1" | "2" | "3" => {
                world.print(now, "send file by xmodem\r\n");
                let option = line.chars().next().unwrap_or('0');
                self.state = State::Receiving(
                    option,
                    Intake::new(Receiver::xmodem(Manner::JH7110_AGENT), now),
                );
            }
            "4" => {
                world.note("the fuse menu was entered");
                world.print(now, FUSES);
                self.state = State::Fuses(Vec::new());
            }
            "5" => {
                world.print(now, "END OF SECONDBOOT\r\n");
                self.state = State::Halted;
            }
            _ => self.menu(now, world),
        }
    }

    fn fuse(&mut self, line: &str, now: Duration, world: &mut World) {
        match line.parse() {
            Ok(item @ 0..=13) => {
                let item: u8 = item;
                world.note(&format!("fuse item {item} was burnt with sample data"));
                self.menu(now, world);
            }
            Ok(14 | 15) => {
                world.print(now, "updata success\r\n");
                self.menu(now, world);
            }
            _ => world.print(now, "error select,try again\r\nSelect the function to test: "),
        }
        if let State::Fuses(line) = &mut self.state {
            line.clear();
        }
    }

    fn write(&mut self, option: char, data: Option<Vec<u8>>, now: Duration, world: &mut World) {
        let after = now + Duration::from_millis(80);
        let room = if option == '0' { SPL_ROOM } else { UBOOT_ROOM };
        let Some(data) = data.filter(|data| data.len() <= room) else {
            world.print(
                after,
                "ERROR: 0xffffffff, exceeds the available size in flash, updata fail\r\n",
            );
            return self.menu(after, world);
        };
        if matches!(option, '1' | '3') {
            // There is no eMMC here: it reports what it finds, and success all the same.
            world.print(after, "emmc test fail,dest = 0xff,src = 0x40\r\n");
        } else {
            Self::write_flash(option, &data, after, world);
        }
        let done = after + flash_time(data.len());
        world.print(done, "\r\nupdata success\r\n");
        self.state = State::Writing(done);
    }

    fn write_flash(option: char, data: &[u8], at: Duration, world: &mut World) {
        if option == '2' {
            world.flash.program(0x10_0000, data);
            return;
        }
        world.print(at, "updata first section\r\n");
        world.flash.program(0, data);
        let backup = data
            .get(4..8)
            .map_or(0, |word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
        world.print(at, "updata backup section\r\n");
        world.flash.program(backup as usize, data);
    }
}

/// Takes a key into a line, shows it, and returns the line at its end.
fn typed(line: &mut Vec<u8>, byte: u8, now: Duration, world: &mut World) -> Option<String> {
    match byte {
        b'\r' => {
            world.print(now, "\r\n");
            Some(String::from_utf8_lossy(&core::mem::take(line)).into_owned())
        }
        0x08 => {
            line.pop();
            world.print(now, "\x08 \x08");
            None
        }
        _ => {
            line.push(byte);
            world.out.say(now, &[byte]);
            None
        }
    }
}
