//! Reading a partition: `oem read` has the board lay it out, `upload` fetches that. How much comes, the board decides.

use std::time::Duration;

use link::{IoError, Sink, Watch};

use super::Target;
use crate::failure::Problem;

/// The longest for the board to read what it then sends.
const READ: Duration = Duration::from_secs(60);

/// Reads from a byte of the partition on, which begins a sector; how many bytes came.
pub(super) fn pull(
    target: &mut Target<'_>,
    at: u64,
    sink: &mut dyn Sink,
    watch: &mut dyn Watch,
) -> anyhow::Result<u64> {
    let line = format!("read:{} {at:#x}", target.name);
    target.device.oem(&line, READ, watch)?;
    match target.device.upload(u32::MAX, sink, watch)? {
        0 => Err(Problem::Failed(format!("the board has nothing to read at byte {at}")).into()),
        bytes => Ok(bytes.into()),
    }
}

/// Passes the first bytes on. The rest is taken, and dropped: a board whose data are not taken is out of step.
pub(super) struct Window<'s> {
    sink: &'s mut dyn Sink,
    left: u64,
    /// Bytes that were passed on.
    pub(super) passed: u64,
}

impl<'s> Window<'s> {
    pub(super) fn new(sink: &'s mut dyn Sink, most: u64) -> Self {
        Self { sink, left: most, passed: 0 }
    }
}

impl Sink for Window<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        let length = self.left.min(data.len() as u64);
        // No longer than the data.
        self.sink.write(&data[..length as usize])?;
        self.left -= length;
        self.passed += length;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_drops_what_is_beyond_it() {
        let mut taken = Vec::new();
        let mut window = Window::new(&mut taken, 5);
        [&[1, 2, 3][..], &[4, 5, 6], &[7]]
            .iter()
            .for_each(|data| window.write(data).expect("nothing fails"));
        assert_eq!((window.passed, taken), (5, vec![1, 2, 3, 4, 5]));
    }
}
