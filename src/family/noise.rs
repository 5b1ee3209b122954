//! What stands for code in files that are made up for simulated boards.

/// Bytes that repeat nowhere, the same for the same seed. Recorded sessions of other people's tools hold them.
pub(super) fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut word = seed.wrapping_mul(2_654_435_761) | 1;
    let mut bytes = vec![0; length];
    for byte in &mut bytes {
        // Xorshift, which never comes to zero.
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        *byte = word as u8;
    }
    bytes
}
