//! Data on their way to the board: cut into blocks, each packed where that makes it shorter.

use alloc::vec::Vec;
use core::ops::Range;

/// A block of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Bytes of the data.
    pub(super) length: usize,
    /// Where it is among the message's data.
    pub(super) place: Range<usize>,
    /// Whether it is packed.
    pub(super) is_packed: bool,
}

/// As many blocks as have room in a message.
#[derive(Debug, Default)]
pub(super) struct Message {
    /// What is sent.
    pub(super) data: Vec<u8>,
    /// What it is made of, in their order.
    pub(super) blocks: Vec<Block>,
}

impl Message {
    /// Fills a message with the beginning of `bytes`, whole sectors in blocks of at most `most` bytes. `room`: how many bytes
    /// of data there is room for with a number of blocks.
    pub(super) fn fill(bytes: &[u8], most: usize, room: impl Fn(usize) -> usize) -> Self {
        let mut message = Self::default();
        for block in bytes.chunks(most) {
            let packed = lz4_flex::block::compress(block);
            let is_packed = packed.len() < block.len();
            let sent = if is_packed { &packed[..] } else { block };
            if message.data.len() + sent.len() > room(message.blocks.len() + 1) {
                break;
            }
            let start = message.data.len();
            message.data.extend(sent);
            let place = start..message.data.len();
            message.blocks.push(Block { length: block.len(), place, is_packed });
            // What is not packed is moved by words.
            message.data.resize(message.data.len().next_multiple_of(4), 0);
        }
        message
    }

    /// Bytes of the data that it has.
    pub(super) fn length(&self) -> usize {
        self.blocks.iter().map(|block| block.length).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn messages_hold_what_they_were_filled_with(
            kinds in proptest::collection::vec(0u8..3, 1..40),
            most in 1usize..9,
            room in 5000usize..40_000,
        ) {
            let most = most * 512;
            let mut bytes = Vec::new();
            for (index, kind) in kinds.iter().enumerate() {
                let sector = (0..512).map(|at| match kind {
                    0 => 0,
                    1 => (at % 7) as u8,
                    _ => (((index * 512 + at) as u32).wrapping_mul(0x9e37_79b9) >> 24) as u8,
                });
                bytes.extend(sector);
            }
            let mut done = 0;
            while done < bytes.len() {
                let message = Message::fill(&bytes[done..], most, |blocks| room.saturating_sub(32 * blocks));
                prop_assert!(!message.blocks.is_empty());
                prop_assert!(message.data.len() <= room);
                for block in &message.blocks {
                    let sent = &message.data[block.place.clone()];
                    prop_assert_eq!(block.place.start % 4, 0);
                    let is = match block.is_packed {
                        true => lz4_flex::block::decompress(sent, block.length).expect("it is our own"),
                        false => sent.to_vec(),
                    };
                    prop_assert_eq!(&is[..], &bytes[done..done + block.length]);
                    done += block.length;
                }
            }
        }
    }

    #[test]
    fn zeros_cost_a_two_hundredth() {
        let message = Message::fill(&vec![0; 1 << 20], 32 << 10, |_| 76 << 10);
        assert_eq!(message.length(), 1 << 20);
        assert!(message.data.len() < 6000, "{}", message.data.len());
    }
}
