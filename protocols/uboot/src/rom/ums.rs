//! `ums`: a disk of the board as a USB disk of another computer, until Ctrl-C (`cmd/usb_mass_storage.c`).

use alloc::{boxed::Box, format};
use core::time::Duration;

use link::storage::Storage;
use xmodem::Event;

use super::{
    Uboot, World,
    commands::{Fail, Outcome, number},
    disk::drive,
    prompt::State,
};

/// The time between two marks that it draws while it waits for the other computer.
const TURN: Duration = Duration::from_millis(200);
/// Those marks.
const MARKS: [&str; 4] = ["\r|", "\r/", "\r-", "\r\\"];

/// The board's USB device port.
pub trait Gadget: Send {
    /// Shows a disk to the computer at the other end.
    fn show(&mut self, disk: Box<dyn Storage>);
    /// Shows it no more, and gives it back. `None`: nothing was shown.
    fn hide(&mut self) -> Option<Box<dyn Storage>>;
}

/// A disk that is shown.
pub(super) struct Showing {
    /// When the next mark is drawn.
    pub(super) next: Duration,
    marks: usize,
}

impl World {
    /// Shows no disk any more: U-Boot has it again.
    pub(super) fn hide(&mut self) {
        let lent = self.drives.iter_mut().find(|drive| drive.is_lent());
        let hidden = self.gadget.as_mut().and_then(|gadget| gadget.hide());
        if let (Some(drive), Some(storage)) = (lent, hidden) {
            drive.take_back(storage);
        }
    }
}

impl Uboot {
    /// `ums CONTROLLER [TYPE] NUMBER[.PART]`. It knows no partitions and one controller.
    pub(super) fn ums(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let (controller, command, place) = match words {
            [controller, place] => (controller, "mmc", place),
            [controller, command, place] => (controller, *command, place),
            _ => return Err(Fail::Usage),
        };
        let shown = self.showable(command, place, now, world);
        let Some((number, part, sectors)) = shown else {
            world.print(now, &format!("** Bad device specification {command} {place} **\n"));
            return Err(Fail::Failed);
        };
        let Some(found) = drive(world, command, number) else { return Err(Fail::Failed) };
        // f_mass_storage.c has sectors, and it says nothing of other blocks.
        if found.per_block() != 1 {
            return Err(Fail::Failed);
        }
        world.print(
            now,
            &format!(
                "UMS: LUN 0, dev {command} {number}, hwpart {part}, sector 0x0, count {sectors:#x}\n"
            ),
        );
        if super::commands::number(controller)? != 0 {
            world.print(now, "Couldn't init USB controller.\n");
            return Err(Fail::Failed);
        }
        self.lend((command, number), now, world)
    }

    /// The disk that is meant, its part, and how many sectors that has. `None`: there is no such thing, or its bus was not
    /// looked at.
    fn showable(
        &mut self,
        command: &str,
        place: &str,
        now: Duration,
        world: &mut World,
    ) -> Option<(u32, u8, u64)> {
        let (disk, part) = place.split_once('.').unwrap_or((place, "0"));
        let disk = u32::try_from(number(disk).ok()?).ok()?;
        let part = u8::try_from(number(part).ok()?).ok()?;
        match command {
            "mmc" => self.start(disk, now, world).ok()?,
            _ if self.disks.scanned.contains(command) => {}
            _ => return None,
        }
        let found = drive(world, command, disk)?;
        (!found.is_empty() && found.choose(part)).then(|| (disk, part, found.sectors()))
    }

    fn lend(
        &mut self,
        (command, number): (&str, u32),
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        let lent = drive(world, command, number).and_then(|drive| drive.lend());
        let (Some(gadget), Some(storage)) = (&mut world.gadget, lent) else {
            return Err(Fail::Failed);
        };
        gadget.show(storage);
        self.state = State::Showing(Showing { next: now + TURN, marks: 0 });
        Ok(())
    }

    /// A key came, or time passed, while a disk is shown. Only Ctrl-C is looked for.
    pub(super) fn on_show(&mut self, event: Event, now: Duration, world: &mut World) {
        let State::Showing(showing) = &mut self.state else { return };
        match event {
            Event::Byte(0x03) => {
                world.hide();
                world.print(now, "\rCTRL+C - Operation aborted\n");
                self.go_on(now, world);
            }
            Event::Byte(_) | Event::Sent => {}
            Event::Time if now < showing.next => {}
            Event::Time => {
                world.print(now, MARKS[showing.marks % MARKS.len()]);
                showing.marks += 1;
                showing.next = now + TURN;
            }
        }
    }
}
