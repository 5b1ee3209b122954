//! Numbers at fixed places.

/// Bytes of a header, whose length its user has seen to, in the byte order of the machine that wrote them.
#[derive(Clone, Copy)]
pub(super) struct Fields<'f> {
    pub(super) bytes: &'f [u8],
    pub(super) big_endian: bool,
}

impl Fields<'_> {
    pub(super) fn array<const N: usize>(self, at: usize) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.copy_from_slice(&self.bytes[at..at + N]);
        bytes
    }

    fn little<const N: usize>(self, at: usize) -> [u8; N] {
        let mut bytes = self.array(at);
        if self.big_endian {
            bytes.reverse();
        }
        bytes
    }

    pub(super) fn byte(self, at: usize) -> u8 {
        self.bytes[at]
    }

    pub(super) fn u16(self, at: usize) -> u16 {
        u16::from_le_bytes(self.little(at))
    }

    pub(super) fn u32(self, at: usize) -> u32 {
        u32::from_le_bytes(self.little(at))
    }

    pub(super) fn u64(self, at: usize) -> u64 {
        u64::from_le_bytes(self.little(at))
    }

    /// A length.
    pub(super) fn size(self, at: usize) -> usize {
        self.u32(at) as usize
    }
}
