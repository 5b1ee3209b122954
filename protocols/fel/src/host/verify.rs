//! Whether memory holds what was written: FEL has no checksums, so code on the SoC sums what arrived,
//! which costs a fiftieth of reading it back at full speed.

use alloc::{string::ToString, vec};

use link::{Method, Source, Verified, Watch};

use super::{Cause, Error, Fel, error::Action, pieces, words};
use crate::payload::Payload;

/// Bytes of one sum: tens of milliseconds for a processor that reads DRAM uncached.
const PIECE: u32 = 1 << 20;

impl Fel<'_> {
    /// Writes all of `source` to `address` and makes sure that it has arrived. ARM boot ROMs only.
    pub(super) fn write_checked(
        &mut self,
        name: &str,
        address: u32,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        self.write(address, source, watch)?;
        let chip = self.arm_chip("summing memory")?;
        let mut buffer = vec![0; PIECE as usize];
        let mut offset = 0;
        for (at, length) in pieces(address, source.size(), PIECE) {
            let bytes = &mut buffer[..length as usize];
            let action = Action::Write(at, length);
            source.read_at(offset, bytes).map_err(|error| self.error(action, Cause::Io(error)))?;
            let found = self.run_for(chip, Payload::Sum, &[at, length], 0)?;
            if found != sums(at, bytes) {
                let (name, address) = (name.to_string(), at);
                return Err(self.error(Action::Check, Cause::Differs { name, address }));
            }
            offset += u64::from(length);
        }
        Ok(Verified::by(Method::BoardSum, offset))
    }
}

/// What the payload makes of `bytes` at `address`.
fn sums(address: u32, bytes: &[u8]) -> [u32; 2] {
    let aligned = if address.is_multiple_of(4) { bytes } else { &[] };
    let words = words(aligned);
    let tail = &bytes[words.len() * 4..];
    let items = words.chain(tail.iter().map(|&byte| byte.into()));
    items.fold([0u32; 2], |[sum, sums], item| {
        let sum = sum.wrapping_add(item);
        [sum, sums.wrapping_add(sum)]
    })
}
