//! A part of a source.

use link::{IoError, Source};

/// So many bytes of a source, and zeros behind its end.
pub struct Window<'s> {
    source: &'s mut dyn Source,
    offset: u64,
    length: u64,
}

impl<'s> Window<'s> {
    /// `length` bytes of `source` from `offset` on. What lies behind the source's end reads as zero.
    pub fn new(source: &'s mut dyn Source, offset: u64, length: u64) -> Self {
        Self { source, offset, length }
    }
}

impl Source for Window<'_> {
    fn size(&self) -> u64 {
        self.length
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let start = self.offset.checked_add(offset).ok_or("read past the end of the data")?;
        let there = self.source.size().saturating_sub(start).min(buf.len() as u64);
        // At most the buffer's length.
        let (data, zeros) = buf.split_at_mut(there as usize);
        zeros.fill(0);
        if data.is_empty() { Ok(()) } else { self.source.read_at(start, data) }
    }

    fn slice(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let end = offset.checked_add(length as u64)?;
        // Behind the source's end there is none.
        let start = self.offset.checked_add(offset)?;
        if end > self.length { None } else { self.source.slice(start, length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_follow_the_end() {
        let mut data = &[1_u8, 2, 3][..];
        let mut window = Window::new(&mut data, 1, 5);
        let mut buf = [9; 4];
        window.read_at(1, &mut buf).expect("readable");
        assert_eq!((window.size(), buf), (5, [3, 0, 0, 0]));
        window.read_at(4, &mut buf).expect("readable");
        assert_eq!(buf, [0; 4]);
        assert_eq!(window.slice(0, 2), Some(&[2, 3][..]));
        assert_eq!((window.slice(0, 3), window.slice(1, 5)), (None, None));
    }
}
