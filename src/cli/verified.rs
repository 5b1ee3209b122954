//! How data written or compared is verified: the same words and the same JSON keys for every command.

use clap::{ValueEnum, builder::PossibleValue};
use link::{Check, Verified};
use serde_json::{Value, json};

use crate::{family::Written, number::size};

/// How what was written is verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verify(Check);

impl ValueEnum for Verify {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Verify; 5] = [
            Verify(Check::Best),
            Verify(Check::Parity),
            Verify(Check::ReadBack),
            Verify(Check::BoardSum),
            Verify(Check::None),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()).help(self.0.meaning()))
    }
}

impl From<Verify> for Check {
    fn from(verify: Verify) -> Self {
        verify.0
    }
}

/// `bytes`, `verified` and `how`: the bytes that each method speaks for, and `none` for the others.
pub(super) fn fields(known: &Verified) -> Value {
    let how = known.by_word().map(|(word, bytes)| (word.to_owned(), json!(bytes)));
    let how: serde_json::Map<_, _> = how.collect();
    json!({
        "bytes": known.bytes, "verified": known.is_complete(), "how": how,
        "long_run": known.run.map(|(value, bytes)| json!({"value": value, "bytes": bytes})),
    })
}

/// The same of an image that was compared from a sector on.
pub(super) fn compared(start: u64, known: &Verified) -> Value {
    let mut fields = fields(known);
    fields["start"] = json!(start);
    fields
}

/// The same of an image that was written from a sector on; all numbers but that are bytes.
pub(super) fn written(start: u64, written: &Written) -> Value {
    let mut fields = compared(start, &written.known);
    fields["already_there"] = json!(written.held);
    fields["holes"] = json!(written.holes);
    fields["sent_again"] = json!(written.again);
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
