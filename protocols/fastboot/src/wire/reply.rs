//! What the device answers.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::{Malformed, hex};

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Done; what follows is a value where one was asked for.
    Okay(String),
    /// Refused, and why.
    Fail(String),
    /// A line for the user. Another answer follows.
    Info(String),
    /// Text for the user that ends no line by itself. Another answer follows.
    Text(String),
    /// This many bytes of data are next: from the host after `download`, from the device after `upload`.
    Data(u32),
    /// The same for data from the device, in the words of SpacemiT's U-Boot.
    Push(u32),
}

impl Reply {
    /// Reads an answer. NULs at its end are left out.
    ///
    /// # Errors
    /// When it is empty or too short, begins with none of the words, or announces data without eight hexadecimal digits.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let Some((word, rest)) = bytes.split_at_checked(4) else {
            return Err(Malformed("the answer is shorter than four bytes"));
        };
        let end = rest.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
        let rest = String::from_utf8_lossy(&rest[..end]);
        match word {
            b"OKAY" => Ok(Self::Okay(rest.into())),
            b"FAIL" => Ok(Self::Fail(rest.into())),
            b"INFO" => Ok(Self::Info(rest.into())),
            b"TEXT" => Ok(Self::Text(rest.into())),
            b"DATA" => size(&rest).map(Self::Data),
            b"PUSH" => size(&rest).map(Self::Push),
            _ => Err(Malformed(
                "the answer begins with none of OKAY, FAIL, INFO, TEXT, DATA and PUSH",
            )),
        }
    }

    /// The bytes on the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_string().into_bytes()
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, rest) = match self {
            Self::Okay(text) => ("OKAY", text.clone()),
            Self::Fail(text) => ("FAIL", text.clone()),
            Self::Info(text) => ("INFO", text.clone()),
            Self::Text(text) => ("TEXT", text.clone()),
            Self::Data(size) => ("DATA", format!("{size:08x}")),
            Self::Push(size) => ("PUSH", format!("{size:08x}")),
        };
        write!(f, "{word}{rest}")
    }
}

/// Eight hexadecimal digits.
fn size(text: &str) -> Result<u32, Malformed> {
    let digits = Some(text).filter(|text| text.len() == 8).and_then(hex);
    let size = digits.and_then(|size| size.try_into().ok());
    size.ok_or(Malformed("the device announces data without eight hexadecimal digits"))
}
