//! The words between the processor and a card.

use alloc::collections::VecDeque;

/// A FIFO of a controller's depth.
pub(super) struct Fifo {
    words: VecDeque<u32>,
}

impl Fifo {
    /// With what a reset leaves in it: that is not defined, so it is not nothing.
    pub(super) fn new() -> Self {
        Self { words: VecDeque::from([0xdead_f1f0; 3]) }
    }

    pub(super) fn clear(&mut self) {
        self.words.clear();
    }

    pub(super) fn level(&self) -> usize {
        self.words.len()
    }

    /// `false`: there is no room.
    pub(super) fn push(&mut self, word: u32, depth: usize) -> bool {
        let fits = self.words.len() < depth;
        if fits {
            self.words.push_back(word);
        }
        fits
    }

    pub(super) fn pop(&mut self) -> Option<u32> {
        self.words.pop_front()
    }
}
