//! A partition through a U-Boot.

use fastboot::host::Fastboot as Device;
use link::{Check, Silent, Sink, Watch, storage::SECTOR};

use super::{
    Identification, Program,
    comparer::Comparing,
    partition::{check_name, is_readable, is_whole, size, unknown, unread},
    read::{self, Window},
    sums::Sums,
    writer::{Look, Writing},
};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{BlockTarget, Comparer, Medium, Writer},
    session::UsbSession,
};

const BYTES: u64 = SECTOR as u64;
/// Bytes that are sent at once, at the most: the first one goes out early, and one piece is in memory.
pub(super) const PIECE: u32 = 4 << 20;

/// A partition of a board whose U-Boot speaks fastboot. Its sectors count from the partition's first one.
pub(crate) struct Target<'a> {
    pub(super) device: Device<'a>,
    pub(super) program: Program,
    /// The most bytes of a download.
    limit: u32,
    kind: Storage,
    pub(super) name: String,
    /// How long the partition is, in bytes, where the board tells.
    room: Option<u64>,
    /// Whether the board knows no such partition.
    absent: bool,
}

impl<'a> Target<'a> {
    fn new(board: &'a mut UsbSession, who: &Identification, kind: Storage) -> Self {
        Self {
            device: Device::new(&mut board.link),
            program: who.program,
            limit: who.limit.unwrap_or(PIECE),
            kind,
            name: String::new(),
            room: None,
            absent: false,
        }
    }

    /// A partition. Fails where the program writes no such one.
    pub(crate) fn open(
        board: &'a mut UsbSession,
        who: &Identification,
        name: &str,
    ) -> anyhow::Result<Self> {
        let mut target = Self::new(board, who, Storage::Emmc);
        target.turn(name)?;
        Ok(target)
    }

    /// The same, where it is known how long it is, in bytes: the board is not asked again.
    pub(crate) fn of_length(
        board: &'a mut UsbSession,
        who: &Identification,
        (name, room): (&str, Option<u64>),
    ) -> Self {
        Self { name: name.into(), room, ..Self::new(board, who, Storage::Emmc) }
    }

    /// The partition that an image for a storage goes to. Where the board does not know it, another one may be meant, and be
    /// there.
    pub(super) fn of_storage(
        board: &'a mut UsbSession,
        who: &Identification,
        (kind, name): (Storage, &str),
    ) -> anyhow::Result<Self> {
        let mut target = Self::new(board, who, kind);
        match target.turn(name) {
            Err(error) if error.is::<Problem>() && who.program.is_uboot() => {
                (target.name, target.absent) = (name.to_owned(), true);
                Ok(target)
            }
            turned => turned.map(|()| target),
        }
    }

    /// Turns to another partition.
    fn turn(&mut self, name: &str) -> anyhow::Result<()> {
        check_name(self.program, name)?;
        if self.name != name {
            self.room = size(&mut self.device, self.program, name)?;
            (self.name, self.absent) = (name.to_owned(), false);
        }
        Ok(())
    }

    /// The partition, where it is not all of the storage.
    fn part(&self) -> Option<String> {
        (self.program != Program::Uboot || !self.name.starts_with("mmc")).then(|| self.name.clone())
    }

    /// Refuses a partition that the board does not know.
    pub(super) fn require(&self) -> Result<(), Problem> {
        if self.absent { Err(unknown(self.program, &self.name)) } else { Ok(()) }
    }

    /// How long the partition is, in bytes, where the board tells.
    pub(crate) fn room(&self) -> Option<u64> {
        self.room
    }

    /// Whether it can be read.
    pub(super) fn reads(&self) -> Result<(), &'static str> {
        match is_readable(self.program, &self.name) {
            true => Ok(()),
            false => Err(unread(self.program)),
        }
    }

    /// Whether it takes nothing but bytes as they are, all at once.
    pub(super) fn is_whole(&self) -> bool {
        is_whole(self.program, &self.name)
    }

    /// The most bytes of a piece.
    pub(super) fn piece(&self) -> u32 {
        if self.is_whole() { self.limit } else { self.limit.min(PIECE) }
    }

    /// Refuses what has no room; `end` is the first byte after it, 0 where that is not known.
    pub(crate) fn check_room(&self, end: u64) -> Result<(), Problem> {
        let name = &self.name;
        self.require()?;
        if let Some(room) = self.room.filter(|room| end > *room) {
            return Err(Problem::Refused(format!(
                "{end} bytes do not fit into partition {name}, which has {room}; nothing was written"
            )));
        }
        match (self.is_whole(), end) {
            (true, 0) => Err(Problem::Usage(format!(
                "{name} is written in one piece, whose length has to be known: the image has to be a file"
            ))),
            (true, _) if end > self.limit.into() => Err(Problem::Refused(format!(
                "{name} is written in one piece, and the board takes at most {} bytes at a time; nothing was written",
                self.limit
            ))),
            _ => Ok(()),
        }
    }

    /// How what is written is looked at. Refuses a check that the board cannot do.
    fn look(&mut self, check: Check) -> anyhow::Result<Look> {
        if check == Check::BoardSum || check == Check::Best && self.reads().is_err() {
            let sums = Sums::ask(self)?;
            return match (check, sums.refusal()) {
                (Check::BoardSum, Some(why)) => Err(Problem::Refused(format!(
                    "the board cannot sum it: {why}; nothing was written"
                ))
                .into()),
                _ => Ok(Look::Sums(sums)),
            };
        }
        Ok(match self.reads_back(check)? {
            true => Look::Back,
            false => Look::Not,
        })
    }

    /// Whether it reads back.
    fn reads_back(&self, check: Check) -> Result<bool, Problem> {
        match (check, self.reads()) {
            (Check::None, _) => Ok(false),
            (Check::Best | Check::ReadBack, Ok(())) => Ok(true),
            (Check::Best | Check::ReadBack, Err(why)) => Err(Problem::Refused(format!(
                "it cannot be verified by reading back: {why}; nothing was written"
            ))),
            (Check::Parity | Check::BoardSum, _) => Err(Problem::Usage(
                "over fastboot boards compare no parity: choose read-back, board-sum or none"
                    .into(),
            )),
        }
    }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        let sectors = self.room.map(|room| room / BYTES);
        Medium { kind: Some(self.kind), sectors, id: None, boots: None, part: self.part() }
    }

    fn partition(&mut self, name: &str) -> anyhow::Result<Option<u64>> {
        self.turn(name)?;
        Ok(Some(self.room.map_or(u64::MAX, |room| room / BYTES)))
    }

    fn is_readable(&self) -> bool {
        !self.absent && self.reads().is_ok()
    }

    fn require_writable(&self) -> anyhow::Result<()> {
        Ok(self.require()?)
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        let look = self.look(check)?;
        let end = if bytes == 0 { 0 } else { start.saturating_mul(BYTES).saturating_add(bytes) };
        self.check_room(end)?;
        Ok(Box::new(Writing::new(self, end, look)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        Box::new(Comparing::new(self))
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.require()?;
        self.reads().map_err(|why| Problem::Refused(format!("it cannot be read: {why}")))?;
        let (mut at, end) = (start * BYTES, (start + sectors) * BYTES);
        while at < end {
            let mut window = Window::new(sink, end - at);
            at += read::pull(self, at, &mut window, &mut Silent)?.min(end - at);
            watch.advance(window.passed);
        }
        Ok(())
    }
}
