//! Where the file's bytes come from.

/// A file that is read forward, once.
pub trait Source {
    /// Puts its next bytes at the beginning of `buf`, which is never empty.
    fn read(&mut self, buf: &mut [u8]) -> Pull;
}

/// What a source had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pull {
    /// This many bytes, at least one.
    Bytes(usize),
    /// Nothing yet.
    Later,
    /// Nothing any more: the file ends here.
    End,
}

impl Source for &[u8] {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        let length = buf.len().min(self.len());
        if length == 0 {
            return Pull::End;
        }
        let (now, later) = self.split_at(length);
        buf[..length].copy_from_slice(now);
        *self = later;
        Pull::Bytes(length)
    }
}
