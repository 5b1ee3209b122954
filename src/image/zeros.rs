//! Zeros that need not be written where they are there already.

/// Zeros are looked for in blocks of this many bytes.
pub(super) const BLOCK: usize = 4096;

/// How many bytes at the beginning are of one kind, and whether that is zeros. `offset` is the place of the first byte:
/// blocks are at multiples of their size.
pub(super) fn run(bytes: &[u8], offset: u64) -> (usize, bool) {
    // Less than a block.
    let lead = (offset % BLOCK as u64) as usize;
    let first = bytes.len().min(BLOCK - lead);
    let whole = |block: &[u8]| block.len() == BLOCK && is_zero(block);
    let zero = lead == 0 && whole(&bytes[..first]);
    let rest = bytes[first..].chunks(BLOCK).take_while(|block| whole(block) == zero);
    (first + rest.map(<[u8]>::len).sum::<usize>(), zero)
}

fn is_zero(block: &[u8]) -> bool {
    *block == [0; BLOCK][..block.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_begin_and_end_at_blocks() {
        let mut bytes = vec![0; 5 * BLOCK];
        bytes[2 * BLOCK + 7] = 1;
        assert_eq!(run(&bytes, 0), (2 * BLOCK, true));
        assert_eq!(run(&bytes[2 * BLOCK..], 0), (BLOCK, false));
        assert_eq!(run(&bytes[3 * BLOCK..], 3 * BLOCK as u64), (2 * BLOCK, true));
        // From within a block on, only whole blocks count.
        assert_eq!(run(&bytes[8..BLOCK], 8), (BLOCK - 8, false));
        assert_eq!(run(&bytes[..100], 0), (100, false));
    }
}
