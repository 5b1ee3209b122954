//! What stands for code in files that are made up for simulated boards.

/// Bytes in which nothing repeats, the same for the same seed.
pub(super) fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut word = u64::from(seed) << 32 | 0x9e37_79b9;
    let mut bytes = vec![0; length];
    for piece in bytes.chunks_mut(size_of::<u64>()) {
        // Xorshift, which never comes to zero.
        word ^= word << 13;
        word ^= word >> 7;
        word ^= word << 17;
        piece.copy_from_slice(&word.to_le_bytes()[..piece.len()]);
    }
    bytes
}
