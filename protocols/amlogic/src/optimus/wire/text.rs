//! Commands for U-Boot and what it says to them.

use alloc::{string::String, vec::Vec};

use super::Malformed;

/// Blanks before a command: the first text after U-Boot has come up may lose its first four bytes.
pub const LEAD: &str = "     ";
/// Most bytes of a command with blanks and its final zero: what other tools hold to be safe.
pub const COMMAND_MOST: usize = 128;
/// Bytes that the vendor's tool always sends.
const USUAL: usize = 64;

/// A command as it is sent: blanks, text, zeros up to the vendor's 64 bytes, or one zero where it is longer.
///
/// # Errors
/// When the text does not fit into a block.
pub fn command_block(text: &str) -> Result<Vec<u8>, Malformed> {
    if text.contains('\0') {
        return Err(Malformed("a command contains a zero byte"));
    }
    let mut bytes = [LEAD, text].concat().into_bytes();
    bytes.push(0);
    if bytes.len() > COMMAND_MOST {
        return Err(Malformed("a command is longer than the 122 bytes that U-Boot takes"));
    }
    bytes.resize(bytes.len().max(USUAL), 0);
    Ok(bytes)
}

/// What U-Boot says to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It worked; what follows the word.
    Success(String),
    /// It did not.
    Failed(String),
    /// It is still at it: the answer is to be read again.
    Busy,
}

impl Reply {
    /// Bytes of an answer by bulk.
    pub const SIZE: usize = 512;
    /// Bytes of an answer by TPL_STAT.
    pub const STAT: usize = 64;

    /// As U-Boot sends it, filled up with zeros to `room` bytes.
    pub fn to_bytes(&self, room: usize) -> Vec<u8> {
        let mut bytes = match self {
            Self::Success(text) => ["success", text].concat(),
            Self::Failed(text) => ["failed:", text].concat(),
            Self::Busy => "Continue:34".into(),
        }
        .into_bytes();
        bytes.resize(room, 0);
        bytes
    }

    /// Reads an answer.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let text = printable(bytes);
        if let Some(rest) = text.strip_prefix("success") {
            return Ok(Self::Success(rest.into()));
        }
        if let Some(rest) = text.strip_prefix("failed") {
            return Ok(Self::Failed(rest.strip_prefix(':').unwrap_or(rest).into()));
        }
        if text.starts_with("Continue:") {
            return Ok(Self::Busy);
        }
        Err(Malformed("U-Boot's answer is neither success nor failed"))
    }
}

/// Text up to the first zero. Of bytes that are no text one mark is left for each run of them.
pub(super) fn printable(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let mut text = String::new();
    for char in String::from_utf8_lossy(&bytes[..end]).chars() {
        let plain = !char.is_control() || char.is_whitespace();
        let char = if plain { char } else { char::REPLACEMENT_CHARACTER };
        if char != char::REPLACEMENT_CHARACTER || !text.ends_with(char) {
            text.push(char);
        }
    }
    text.trim().into()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn what_is_no_text_does_not_fill_the_screen() {
        assert_eq!(printable(b" failed\0x"), "failed");
        assert_eq!(printable(&[0xff; 512]), "\u{fffd}");
        assert_eq!(printable(b"a\x1b\x01[0mb\xff\xfe"), "a\u{fffd}[0mb\u{fffd}");
    }
}
