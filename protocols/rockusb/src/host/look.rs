//! A piece that is read back, looked at as it comes: no copy of it is kept.

use alloc::vec::Vec;

use link::{IoError, Sink};
use sha2::{Digest, Sha256};

use crate::wire::{SECTOR, WALL_FILL};

/// Shortest run of one byte value, in bytes, that is worth a word.
const LONG_RUN: u64 = 1 << 20;
/// Bytes that are looked at together: a run within them is never long.
const BLOCK: usize = 1 << 12;

/// Runs of one value. Of short ones only those count that begin or end a block.
#[derive(Clone, Copy, Default)]
pub(super) struct Scan {
    current: (u8, u64),
    longest: (u8, u64),
}

impl Scan {
    fn add(&mut self, bytes: &[u8]) {
        for block in bytes.chunks(BLOCK) {
            let (first, last) = (block[0], block[block.len() - 1]);
            let head = leading(first, block.iter());
            self.go_on(first, head);
            if head < block.len() {
                self.cut();
                self.go_on(last, leading(last, block.iter().rev()));
            }
        }
    }

    /// More of a run, or the beginning of another.
    fn go_on(&mut self, value: u8, bytes: usize) {
        let before = if self.current.0 == value { self.current.1 } else { 0 };
        self.current = (value, before + bytes as u64);
        if self.current.1 > self.longest.1 {
            self.longest = self.current;
        }
    }

    /// What follows is from another place.
    pub(super) fn cut(&mut self) {
        self.current = (0, 0);
    }

    /// The longest run, where it is long.
    pub(super) fn run(&self) -> Option<(u8, u64)> {
        Some(self.longest).filter(|(_, bytes)| *bytes >= LONG_RUN)
    }
}

/// How many bytes have a value before the first that has another.
fn leading<'b>(value: u8, bytes: impl Iterator<Item = &'b u8>) -> usize {
    bytes.take_while(|&&byte| byte == value).count()
}

/// Who takes what one read command brings.
pub(super) trait Taker: Sink {
    /// This many bytes are about to come; what came before is forgotten, as the command was sent again.
    fn begin(&mut self, bytes: usize);
}

impl Taker for Vec<u8> {
    fn begin(&mut self, bytes: usize) {
        self.clear();
        self.reserve_exact(bytes);
    }
}

/// What a piece should be.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'w> {
    Bytes(&'w [u8]),
    Hash(&'w [u8; 32]),
}

/// What came of a piece.
pub(super) struct Look<'w> {
    wanted: Wanted<'w>,
    before: Scan,
    scan: Scan,
    hash: Sha256,
    bytes: usize,
    filled: bool,
    /// The first byte that differs, of those that are compared one by one.
    differs: Option<usize>,
}

impl<'w> Look<'w> {
    /// Looks at a piece that should be this, and that follows what was scanned.
    pub(super) fn new(wanted: Wanted<'w>, scan: Scan) -> Self {
        let hash = Sha256::new();
        Self { wanted, before: scan, scan, hash, bytes: 0, filled: true, differs: None }
    }

    /// Runs of one value, those of the piece among them.
    pub(super) fn scan(&self) -> Scan {
        self.scan
    }

    /// Whether there are bytes, and all are what loaders make up.
    pub(super) fn is_filled(&self) -> bool {
        self.bytes > 0 && self.filled
    }

    /// The first sector that differs, counted from the beginning of the piece; the first of all where only a hash is known.
    pub(super) fn difference(&self) -> Option<u64> {
        match self.wanted {
            Wanted::Bytes(_) => self.differs.map(|at| (at / SECTOR) as u64),
            Wanted::Hash(wanted) => (self.hash.clone().finalize()[..] != wanted[..]).then_some(0),
        }
    }
}

impl Taker for Look<'_> {
    fn begin(&mut self, _: usize) {
        *self = Self::new(self.wanted, self.before);
    }
}

impl Sink for Look<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        match self.wanted {
            Wanted::Bytes(wanted) => {
                let wanted = wanted.get(self.bytes..).unwrap_or_default();
                self.differs =
                    self.differs.or_else(|| Some(self.bytes + first_difference(data, wanted)?));
            }
            Wanted::Hash(_) => self.hash.update(data),
        }
        self.filled &= data.iter().all(|&byte| byte == WALL_FILL);
        self.scan.add(data);
        self.bytes += data.len();
        Ok(())
    }
}

/// The first byte that is not the one that is wanted.
fn first_difference(found: &[u8], wanted: &[u8]) -> Option<usize> {
    match wanted.get(..found.len()) {
        // Blocks are compared much faster than bytes.
        Some(wanted) if wanted == found => None,
        _ => (0..found.len()).find(|&at| wanted.get(at) != found.get(at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_go_on_over_pieces_and_end_at_gaps() {
        let mut scan = Scan::default();
        scan.add(&[1, 0, 0]);
        scan.add(&[0, 0, 5]);
        assert_eq!(scan.longest, (0, 4));
        scan.add(&[5; 3]);
        scan.cut();
        scan.add(&[5; 3]);
        assert_eq!(scan.longest, (0, 4));
    }

    #[test]
    fn the_first_of_runs_of_one_length_is_told_and_short_ones_are_not() {
        let mut scan = Scan::default();
        scan.add(&[1, 1, 2, 2]);
        assert_eq!(scan.longest, (1, 2));
        for (length, told) in [(LONG_RUN - 1, None), (LONG_RUN, Some((7, LONG_RUN)))] {
            assert_eq!(Scan { current: (0, 0), longest: (7, length) }.run(), told);
        }
    }

    /// What is said of a piece that comes in two parts.
    fn looked(wanted: Wanted<'_>, found: &[u8], cut: usize) -> Option<u64> {
        let mut look = Look::new(wanted, Scan::default());
        look.begin(found.len());
        look.write(&found[..cut]).expect("it takes all");
        look.write(&found[cut..]).expect("it takes all");
        look.difference()
    }

    #[test]
    fn a_difference_is_found_wherever_the_piece_is_cut() {
        let (right, mut wrong) = ([7; 3 * SECTOR], [7; 3 * SECTOR]);
        wrong[2 * SECTOR - 1] = 8;
        let hash = Sha256::digest(right).into();
        for cut in [0, 1, SECTOR, 2 * SECTOR - 1, 2 * SECTOR, 3 * SECTOR] {
            assert_eq!(looked(Wanted::Bytes(&right), &right, cut), None, "{cut}");
            assert_eq!(looked(Wanted::Bytes(&right), &wrong, cut), Some(1), "{cut}");
            assert_eq!(looked(Wanted::Hash(&hash), &right, cut), None, "{cut}");
            assert_eq!(looked(Wanted::Hash(&hash), &wrong, cut), Some(0), "{cut}");
            assert_eq!(looked(Wanted::Bytes(&right[..SECTOR]), &right, cut), Some(1), "{cut}");
        }
    }

    #[test]
    fn what_came_before_a_command_was_sent_again_does_not_count() {
        let mut look = Look::new(Wanted::Bytes(&[WALL_FILL; 2]), Scan::default());
        look.begin(2);
        look.write(&[1]).expect("it takes all");
        assert!(!look.is_filled() && look.difference().is_some());
        look.begin(2);
        assert!(!look.is_filled(), "nothing came");
        look.write(&[WALL_FILL; 2]).expect("it takes all");
        assert!(look.is_filled() && look.difference().is_none());
        assert_eq!(look.scan().longest, (WALL_FILL, 2));
    }
}
