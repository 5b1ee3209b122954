//! The commands that a disk knows (SPC-2, SBC-2), and what it remembers of one that failed.

use link::storage::{SECTOR, Storage};

/// Most sectors of one command: 16 MiB, more than any host asks for.
const MOST: u64 = 1 << 15;

/// Sense keys with what is behind them.
const INVALID_COMMAND: Sense = (5, 0x20);
const OUT_OF_RANGE: Sense = (5, 0x21);
const INVALID_FIELD: Sense = (5, 0x24);
const PROTECTED: Sense = (7, 0x27);
const UNREADABLE: Sense = (3, 0x11);
const UNWRITABLE: Sense = (3, 0x0c);

/// Sense key and additional sense code.
type Sense = (u8, u8);

/// What a command comes to.
pub(super) enum Reply {
    /// Bytes for the host.
    Data(Vec<u8>),
    /// Bytes from the host: for a sector, and how many.
    Take(u64, u64),
    /// It is done.
    Done,
    /// It failed: the sense says why.
    Failed,
}

/// A disk.
pub(super) struct Scsi {
    name: String,
    storage: Box<dyn Storage>,
    protected: bool,
    sense: Option<Sense>,
}

impl Scsi {
    pub(super) fn new(name: &str, storage: Box<dyn Storage>, protected: bool) -> Self {
        Self { name: name.into(), storage, protected, sense: None }
    }

    /// Carries a command out.
    pub(super) fn run(&mut self, block: &[u8]) -> Reply {
        if block[0] == 0x03 {
            return self.tell(block);
        }
        self.sense = None;
        match self.begin(block) {
            Ok(reply) => reply,
            Err(sense) => {
                self.sense = Some(sense);
                Reply::Failed
            }
        }
    }

    fn begin(&mut self, block: &[u8]) -> Result<Reply, Sense> {
        let is = |length: usize| if block.len() < length { Err(INVALID_FIELD) } else { Ok(()) };
        match block[0] {
            // TEST UNIT READY; START STOP UNIT; PREVENT ALLOW MEDIUM REMOVAL; SYNCHRONIZE CACHE
            0x00 | 0x1b | 0x1e | 0x35 | 0x91 => Ok(Reply::Done),
            // INQUIRY
            0x12 => is(6).and_then(|()| self.inquiry(block)),
            // MODE SENSE
            0x1a => is(6).map(|()| cut(self.mode(block[2], 4), block[4].into())),
            0x5a => is(10).map(|()| cut(self.mode(block[2], 8), short(block, 7))),
            // READ CAPACITY
            0x25 => is(10).map(|()| Reply::Data(self.capacity())),
            0x9e if block.get(1).is_some_and(|action| action & 0x1f == 0x10) => {
                is(16).map(|()| cut(self.long_capacity(), long(block, 10) as usize))
            }
            // READ, WRITE
            0x28 => is(10).and_then(|()| self.read(long(block, 2).into(), short(block, 7) as u64)),
            0x2a => is(10).and_then(|()| self.take(long(block, 2).into(), short(block, 7) as u64)),
            0x88 => is(16).and_then(|()| self.read(longest(block, 2), long(block, 10).into())),
            0x8a => is(16).and_then(|()| self.take(longest(block, 2), long(block, 10).into())),
            _ => Err(INVALID_COMMAND),
        }
    }

    /// REQUEST SENSE
    fn tell(&mut self, block: &[u8]) -> Reply {
        let (key, code) = self.sense.take().unwrap_or_default();
        let mut data = vec![0; 18];
        (data[0], data[2], data[7], data[12]) = (0x70, key, 10, code);
        cut(data, block.get(4).copied().unwrap_or_default().into())
    }

    fn inquiry(&self, block: &[u8]) -> Result<Reply, Sense> {
        if block[1] != 0 || block[2] != 0 {
            return Err(INVALID_FIELD);
        }
        let words = format!("{:8}{:16.16}{:4}", "Linux", self.name, "ffff");
        // A disk that can be removed, as U-Boot's says.
        let data = [&[0, 0x80, 2, 2, 31, 0, 0, 0], words.as_bytes()].concat();
        Ok(cut(data, short(block, 3)))
    }

    /// MODE SENSE: a header, and that the disk has a cache.
    fn mode(&self, page: u8, head: usize) -> Vec<u8> {
        let mut data = vec![0; head];
        data[if head == 4 { 2 } else { 3 }] = if self.protected { 0x80 } else { 0 };
        if matches!(page & 0x3f, 0x08 | 0x3f) {
            data.extend([0x08, 0x0a, 0x04]);
            data.resize(head + 12, 0);
        }
        let size = data.len();
        if head == 4 {
            data[0] = (size - 1) as u8;
        } else {
            data[1] = (size - 2) as u8;
        }
        data
    }

    fn capacity(&self) -> Vec<u8> {
        let last = u32::try_from(self.storage.sectors() - 1).unwrap_or(u32::MAX);
        [last.to_be_bytes(), (SECTOR as u32).to_be_bytes()].concat()
    }

    fn long_capacity(&self) -> Vec<u8> {
        let mut data = vec![0; 32];
        data[..8].copy_from_slice(&(self.storage.sectors() - 1).to_be_bytes());
        data[8..12].copy_from_slice(&(SECTOR as u32).to_be_bytes());
        data
    }

    fn require(&self, sector: u64, sectors: u64) -> Result<(), Sense> {
        match sector.checked_add(sectors) {
            Some(end) if end <= self.storage.sectors() && sectors <= MOST => Ok(()),
            _ => Err(OUT_OF_RANGE),
        }
    }

    fn read(&mut self, sector: u64, sectors: u64) -> Result<Reply, Sense> {
        self.require(sector, sectors)?;
        let mut data = vec![0; sectors as usize * SECTOR];
        self.storage.read_at(sector, &mut data).map_err(|_| UNREADABLE)?;
        Ok(Reply::Data(data))
    }

    fn take(&self, sector: u64, sectors: u64) -> Result<Reply, Sense> {
        if self.protected {
            return Err(PROTECTED);
        }
        self.require(sector, sectors)?;
        Ok(Reply::Take(sector, sectors * SECTOR as u64))
    }

    /// Writes whole sectors. Whether that was possible.
    pub(super) fn write(&mut self, sector: u64, bytes: &[u8]) -> bool {
        let written = self.storage.write_at(sector, bytes).is_ok();
        if !written {
            self.sense = Some(UNWRITABLE);
        }
        written
    }
}

/// As much of an answer as there is room for.
fn cut(mut data: Vec<u8>, room: usize) -> Reply {
    data.truncate(room);
    Reply::Data(data)
}

fn short(block: &[u8], at: usize) -> usize {
    u16::from_be_bytes([block[at], block[at + 1]]).into()
}

fn long(block: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]])
}

fn longest(block: &[u8], at: usize) -> u64 {
    u64::from(long(block, at)) << 32 | u64::from(long(block, at + 4))
}
