//! Options: names and values as text, behind a request or in an OACK.

use alloc::{string::ToString, vec::Vec};

use super::{Malformed, put_text, text};

/// The options of a request or an OACK; `None` is one that is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Data bytes in a block (`blksize`, RFC 2348: 8 to 65464).
    pub block_size: Option<u64>,
    /// Seconds after which the server sends again (`timeout`, RFC 2349: 1 to 255).
    pub timeout: Option<u64>,
    /// The file's length in bytes; 0 in a read request, which asks for it (`tsize`, RFC 2349).
    pub transfer_size: Option<u64>,
    /// Blocks that are sent before an acknowledgement is due (`windowsize`, RFC 7440: 1 to 65535).
    pub window_size: Option<u64>,
}

const BLOCK_SIZE: &[u8] = b"blksize";
const TIMEOUT: &[u8] = b"timeout";
const TRANSFER_SIZE: &[u8] = b"tsize";
const WINDOW_SIZE: &[u8] = b"windowsize";

impl Options {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The options of an OACK.
    pub(super) fn parse(mut bytes: &[u8]) -> Result<Self, Malformed> {
        let mut options = Self::default();
        while !bytes.is_empty() {
            let (name, rest) = text(bytes)?;
            let (value, rest) = text(rest)?;
            bytes = rest;
            if let Some(place) = options.place(name) {
                let value = number(value).ok_or(Malformed::Option)?;
                if place.replace(value).is_some() {
                    return Err(Malformed::Option);
                }
            }
        }
        Ok(options)
    }

    /// The options behind a request. What is not readable is left out: the client then does without it, or says that it
    /// cannot.
    pub(super) fn of_request(mut bytes: &[u8]) -> Self {
        let mut options = Self::default();
        while let Ok((name, rest)) = text(bytes)
            && let Ok((value, rest)) = text(rest)
        {
            bytes = rest;
            if let Some(place) = options.place(name) {
                *place = place.or_else(|| number(value));
            }
        }
        options
    }

    pub(super) fn put(&self, bytes: &mut Vec<u8>) {
        let Self { block_size, timeout, transfer_size, window_size } = self;
        for (name, value) in [
            (TIMEOUT, timeout),
            (TRANSFER_SIZE, transfer_size),
            (BLOCK_SIZE, block_size),
            (WINDOW_SIZE, window_size),
        ] {
            if let Some(value) = value {
                put_text(name, bytes);
                put_text(value.to_string().as_bytes(), bytes);
            }
        }
    }

    fn place(&mut self, name: &[u8]) -> Option<&mut Option<u64>> {
        let is = |known| name.eq_ignore_ascii_case(known);
        Some(match () {
            () if is(BLOCK_SIZE) => &mut self.block_size,
            () if is(TIMEOUT) => &mut self.timeout,
            () if is(TRANSFER_SIZE) => &mut self.transfer_size,
            () if is(WINDOW_SIZE) => &mut self.window_size,
            () => return None,
        })
    }
}

/// A decimal number without a sign.
fn number(value: &[u8]) -> Option<u64> {
    if !value.iter().all(u8::is_ascii_digit) {
        return None;
    }
    core::str::from_utf8(value).ok()?.parse().ok()
}
