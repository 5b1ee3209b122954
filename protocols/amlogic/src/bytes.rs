//! Numbers at fixed places of slices. A place outside the slice reads as zero, so that no input can panic; callers
//! check lengths first where zero would mislead.

pub(crate) fn le16(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(array(bytes, at))
}

pub(crate) fn le32(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(array(bytes, at))
}

pub(crate) fn le64(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(array(bytes, at))
}

/// `N` bytes from `at` on.
pub(crate) fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let end = at.checked_add(N);
    end.and_then(|end| bytes.get(at..end)).and_then(|piece| piece.try_into().ok()).unwrap_or([0; N])
}

/// Writes `value` at `at`; the caller's buffer reaches so far.
pub(crate) fn put(bytes: &mut [u8], at: usize, value: &[u8]) {
    bytes[at..at + value.len()].copy_from_slice(value);
}
