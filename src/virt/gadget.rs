//! The USB device port of a board with U-Boot: the disk that its `ums` shows there, for a kernel.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use link::{IoError, device::Device, storage::Storage};
use uboot::rom;

use super::disk::Disk;
use crate::{
    failure::Problem,
    transport::{PortPath, Stop},
};

/// Numbers and strings of a U-Boot that was built for no board in particular.
const IDENTITY: (u16, u16, [&str; 2]) = (0x0525, 0xa4a5, ["U-Boot", "USB download gadget"]);
/// The time between two looks for a disk.
const LOOK: Duration = Duration::from_millis(20);

/// The cable from a board's USB device port, and what is shown over it.
#[derive(Clone)]
pub struct Gadget {
    /// The name of the board.
    pub(super) board: &'static str,
    /// Where it is plugged in.
    pub(super) port: PortPath,
    shown: Arc<Mutex<Shown>>,
}

#[derive(Default)]
struct Shown {
    disk: Option<Box<dyn Storage>>,
    /// How many disks were shown so far.
    count: u64,
}

impl fmt::Debug for Gadget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gadget({})", self.port)
    }
}

impl Gadget {
    pub(super) fn new(board: &'static str, port: PortPath) -> Self {
        Self { board, port, shown: Arc::default() }
    }

    /// Why no command is for it alone.
    pub(super) fn alone(&self) -> Problem {
        Problem::Usage(format!("a disk that {} shows is reached through a kernel", self.board))
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The disk that is shown now, as a USB device, which leaves when it is shown no more; where none is, it has left.
    pub(super) fn device(&self) -> Box<dyn Device> {
        let shown = self.shown();
        let sectors = shown.disk.as_ref().map_or(1, |disk| disk.sectors());
        let lent = Lent { gadget: self.clone(), count: shown.count, sectors };
        let (gadget, count) = (self.clone(), shown.count);
        let disk = Disk::new(IDENTITY, "UMS disk 0", Box::new(lent), false);
        Box::new(disk.until(move || !gadget.has(count)))
    }

    /// Waits until a disk is shown: the device. `None`: the user wants no more.
    pub(super) fn wait(&self, stop: &Stop) -> Option<Box<dyn Device>> {
        while !stop.asked() {
            if self.shown().disk.is_some() {
                return Some(self.device());
            }
            thread::sleep(LOOK);
        }
        None
    }

    /// Whether the disk with this number is shown still.
    fn has(&self, count: u64) -> bool {
        let shown = self.shown();
        shown.disk.is_some() && shown.count == count
    }
}

impl rom::Gadget for Gadget {
    fn show(&mut self, disk: Box<dyn Storage>) {
        let mut shown = self.shown();
        shown.disk = Some(disk);
        shown.count += 1;
    }

    fn hide(&mut self) -> Option<Box<dyn Storage>> {
        self.shown().disk.take()
    }
}

/// A disk while it is shown.
struct Lent {
    gadget: Gadget,
    count: u64,
    sectors: u64,
}

impl Lent {
    fn on<T>(
        &self,
        work: impl FnOnce(&mut dyn Storage) -> Result<T, IoError>,
    ) -> Result<T, IoError> {
        let mut shown = self.gadget.shown();
        let is_it = shown.count == self.count;
        match shown.disk.as_mut().filter(|_| is_it) {
            Some(disk) => work(&mut **disk),
            None => Err("it is shown no more".into()),
        }
    }
}

impl Storage for Lent {
    fn sectors(&self) -> u64 {
        self.sectors
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        self.on(|disk| disk.read_at(sector, buf))
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        self.on(|disk| disk.write_at(sector, data))
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.on(|disk| disk.erase(sector, count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use link::storage::{Memory, SECTOR};
    use uboot::rom::Gadget as _;

    #[test]
    fn a_disk_leaves_when_it_is_shown_no_more() {
        let mut gadget = Gadget::new("generic/u-boot", "1-3".parse().expect("a port"));
        assert!(gadget.device().gone());
        gadget.show(Box::new(Memory::new(64, 0)));
        let mut device = gadget.device();
        assert!(!device.gone());
        let mut lent = Lent { gadget: gadget.clone(), count: 1, sectors: 64 };
        lent.write_at(7, &[5; SECTOR]).expect("it is shown");
        let mut disk = gadget.hide().expect("it was shown");
        assert!(device.gone() && lent.write_at(7, &[6; SECTOR]).is_err());
        let mut bytes = [0; SECTOR];
        disk.read_at(7, &mut bytes).expect("inside");
        assert_eq!(bytes, [5; SECTOR]);
        gadget.show(disk);
        assert!(device.gone() && lent.write_at(7, &[6; SECTOR]).is_err(), "it is another one");
        assert!(!gadget.device().gone());
    }

    #[test]
    fn a_user_who_wants_to_stop_does_not_wait_for_a_disk() {
        let stop = Stop::default();
        stop.request();
        let gadget = Gadget::new("generic/u-boot", "1-3".parse().expect("a port"));
        assert!(gadget.wait(&stop).is_none());
    }
}
