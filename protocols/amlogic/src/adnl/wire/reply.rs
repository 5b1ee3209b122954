//! What the board answers.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{Malformed, number::hex};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Done; what follows is a text or a record.
    Okay(Vec<u8>),
    /// Refused, and why.
    Fail(String),
    /// Not done yet; another answer follows.
    Info(String),
    /// This many bytes are to come.
    Data(u32),
    /// A running write wants this many bytes from there.
    Out {
        /// How many.
        size: u64,
        /// From where in the image.
        offset: u64,
    },
    /// A running read has this many bytes.
    In(u64),
    /// The answer to `devices`.
    Named,
}

impl Reply {
    /// Reads an answer.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.starts_with(b"AMLOGIC") {
            return Ok(Self::Named);
        }
        let Some((head, rest)) = bytes.split_at_checked(4) else {
            return Err(Malformed("the answer is shorter than four bytes"));
        };
        match head {
            b"OKAY" => Ok(Self::Okay(rest.to_vec())),
            b"FAIL" => Ok(Self::Fail(text(rest))),
            b"INFO" => Ok(Self::Info(text(rest))),
            b"DATA" => {
                data(&text(rest)).ok_or(Malformed("the board announces data in an unknown way"))
            }
            _ => Err(Malformed("the answer begins with none of OKAY, FAIL, INFO and DATA")),
        }
    }

    /// The bytes on the wire, as mask ROM and U-Boot spell them.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Okay(rest) => [b"OKAY", &rest[..]].concat(),
            Self::Fail(why) => format!("FAIL{why}").into_bytes(),
            Self::Info(what) => format!("INFO{what}").into_bytes(),
            Self::Data(size) => format!("DATA{size:08x}").into_bytes(),
            Self::Out { size, offset } => format!("DATAOUT{size:#x}:{offset:#x}").into_bytes(),
            Self::In(size) => format!("DATAIN{size:#x}").into_bytes(),
            Self::Named => b"AMLOGIC".to_vec(),
        }
    }
}

/// The text of a field: all before the first NUL. What follows it is left over from other answers.
pub fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).trim().to_string()
}

/// The spellings that were seen: `00042800`, `OUT0x14ff4:0x0`, `IN0x20000`; the vendor's scripts also take blanks.
fn data(text: &str) -> Option<Reply> {
    let text = text.trim();
    let separators = |c: char| c == ':' || c == ' ';
    if let Some(rest) = text.strip_prefix("OUT") {
        let (size, offset) = rest.trim().split_once(separators)?;
        return Some(Reply::Out { size: hex(size)?, offset: hex(offset.trim())? });
    }
    if let Some(rest) = text.strip_prefix("IN") {
        let size = rest.trim().split(separators).next()?;
        return hex(size).map(Reply::In);
    }
    hex(text).and_then(|size| size.try_into().ok()).map(Reply::Data)
}
