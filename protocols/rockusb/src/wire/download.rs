//! How a blob travels to the mask ROM: control requests of up to 4096 bytes, the first shorter one of which ends it.

use alloc::vec::Vec;

use link::Setup;

use crate::{bytes::be16, sums};

/// Most bytes of one request.
pub const PIECE: usize = 4096;

/// The request, but for its index, which is an [`Area`].
pub const REQUEST: Setup = Setup { request_type: 0x40, request: 0x0c, value: 0, index: 0 };

/// What the mask ROM does with a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Loads it to SRAM and calls it; it sets up DRAM and returns.
    Sram = 0x471,
    /// Loads it to DRAM and jumps to it.
    Dram = 0x472,
}

impl Area {
    /// The request for it.
    pub fn setup(self) -> Setup {
        Setup { index: self as u16, ..REQUEST }
    }

    /// What a request is for.
    pub fn of(setup: Setup) -> Option<Self> {
        [Self::Sram, Self::Dram].into_iter().find(|area| area.setup() == setup)
    }
}

/// The sum after the blob.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SumKind {
    /// CRC-16, big-endian.
    #[default]
    Crc,
    /// Zero, which makes the mask ROM of some chips skip its slow check.
    Zero,
}

/// A blob with its sum, ready to be cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framed(Vec<u8>);

impl Framed {
    /// Frames `blob`, which is already in the form that the chip wants (RC4 or not).
    pub fn new(blob: &[u8], sum: SumKind) -> Self {
        let mut bytes = Vec::with_capacity(blob.len() + 3);
        bytes.extend_from_slice(blob);
        // A zero keeps the sum from being split over two requests.
        if blob.len() % PIECE == PIECE - 1 {
            bytes.push(0);
        }
        let sum = if sum == SumKind::Crc { sums::crc16(&bytes) } else { 0 };
        bytes.extend(sum.to_be_bytes());
        Self(bytes)
    }

    /// Bytes of blob and sum.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never: the sum is always there.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The data of the requests, in order. Where the last one is full, another of a single zero says that it was the
    /// last.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        let full = self.0.len().is_multiple_of(PIECE);
        let count = self.0.len().div_ceil(PIECE) + usize::from(full);
        (0..count).map(move |index| {
            let rest = self.0.get(index * PIECE..).unwrap_or_default();
            if rest.is_empty() { &[0][..] } else { &rest[..rest.len().min(PIECE)] }
        })
    }
}

/// Whether the requests' data, put together, is a whole blob: its sum holds, or is zero and `zero_allowed`.
///
/// A last request of one byte only says that the one before was the last. What a mask ROM makes of a sum that is split
/// over two requests is not known; this says no, as every careful tool avoids it.
pub fn is_whole(received: &[u8], zero_allowed: bool) -> bool {
    let received = match received {
        [rest @ .., _] if rest.len().is_multiple_of(PIECE) && !rest.is_empty() => rest,
        all => all,
    };
    let Some(end) = received.len().checked_sub(2) else { return false };
    let sum = be16(received, end);
    sum == sums::crc16(&received[..end]) || zero_allowed && sum == 0
}
