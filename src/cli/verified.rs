//! How data written or compared is verified: the same words and the same JSON keys for every command.

use clap::ValueEnum;
use link::{Check, Verified};
use serde_json::{Value, json};

use crate::{family::Written, number::size};

/// How what was written is verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Verify {
    /// As well as the board allows
    #[default]
    Best,
    /// By a parity that the board compares while it writes
    Parity,
    /// By reading everything back
    ReadBack,
    /// By a checksum that the board computes of its storage
    BoardSum,
    /// Not at all
    None,
}

impl From<Verify> for Check {
    fn from(verify: Verify) -> Self {
        match verify {
            Verify::Best => Self::Best,
            Verify::Parity => Self::Parity,
            Verify::ReadBack => Self::ReadBack,
            Verify::BoardSum => Self::BoardSum,
            Verify::None => Self::None,
        }
    }
}

/// `bytes`, `verified` and `how`: the bytes that each method speaks for, and `none` for the others.
pub(super) fn fields(known: &Verified) -> Value {
    let how = known.methods().map(|(method, bytes)| (method.name().to_owned(), json!(bytes)));
    let mut how: serde_json::Map<_, _> = how.collect();
    if known.unverified() > 0 {
        how.insert("none".into(), json!(known.unverified()));
    }
    json!({
        "bytes": known.bytes, "verified": known.is_complete(), "how": how,
        "long_run": known.run.map(|(value, bytes)| json!({"value": value, "bytes": bytes})),
    })
}

/// The same of an image that was written from a sector on; all numbers but that are bytes.
pub(super) fn written(start: u64, written: &Written) -> Value {
    let mut fields = fields(&written.known);
    fields["start"] = json!(start);
    fields["already_there"] = json!(written.held);
    fields["holes"] = json!(written.holes);
    fields
}

/// How far what was written is known to be right, as the end of a sentence.
pub(super) fn checked(known: &Verified) -> String {
    match (known.is_complete(), known.words()) {
        (true, words) if !words.is_empty() => format!(", checked by {words}"),
        (true, _) => String::new(),
        (false, words) => {
            let why = known.why.map_or_else(String::new, |why| format!(": {why}"));
            let by = match words.is_empty() {
                true => String::new(),
                false => format!(", the rest checked by {words}"),
            };
            format!(", {} of it not verified{why}{by}", size(known.unverified()))
        }
    }
}
