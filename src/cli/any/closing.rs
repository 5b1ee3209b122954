//! The end of a command about any board: one sentence for people, and the same for scripts.

use serde_json::json;

use crate::{
    boards::Board,
    cli::verified,
    family::Via,
    files::Saved,
    number::{size, to_millis},
    plan::Outcome,
    report::{Answer, merge},
};

/// One closing sentence, and the same for scripts.
pub(super) fn answer(
    board: &Board,
    name: &str,
    outcome: &Outcome,
    saved: Option<&Saved>,
    seconds: f64,
) -> Answer {
    let medium = outcome.medium.as_ref();
    let place = medium.map_or_else(String::new, |medium| medium.place());
    let road = match outcome.via {
        Some(Via::Ethernet) => " over Ethernet",
        Some(Via::Disk) => " over USB",
        _ => "",
    };
    let of = format!("{} at {name}{road}", board.title);
    let restarted = if outcome.restarted { "; the board restarts" } else { "" };
    let mut fields = json!({
        "schema": 1, "board": board.name, "seconds": to_millis(seconds),
        "restarted": outcome.restarted,
    });
    if let Some(seen) = &outcome.identity {
        fields["identity"] = seen.fields();
    }
    if let Some(via) = outcome.via {
        fields["via"] = json!(via.name());
    }
    let text = if let Some(written) = &outcome.written {
        merge(&mut fields, &verified::written(outcome.start, written));
        let done = if written.known.is_proven() { "Written and verified" } else { "Written" };
        let moved = written.known.bytes - written.held.min(written.known.bytes);
        let what = match (moved, written.held) {
            (0, _) => format!(
                "Nothing to write: {} on {place} of {of} are right already",
                size(written.held)
            ),
            (_, 0) => format!("{done}: {} to {place} of {of}", size(moved)),
            (_, held) => format!(
                "{done}: {} of {} to {place} of {of} (the rest was there)",
                size(moved),
                size(moved + held)
            ),
        };
        format!("{what}{}{}{restarted}", speed(moved, seconds), verified::checked(&written.known))
    } else if let Some(known) = &outcome.compared {
        merge(&mut fields, &verified::compared(outcome.start, known));
        let checked = verified::checked(known);
        format!(
            "The same: {} on {place} of {of}{}{checked}",
            size(known.bytes),
            speed(known.bytes, seconds)
        )
    } else if let Some(bytes) = outcome.read {
        fields["bytes"] = json!(bytes);
        let mut text =
            format!("Read: {} from {place} of {of}{}", size(bytes), speed(bytes, seconds));
        if let Some(known) = &outcome.read_known {
            merge(&mut fields, &verified::fields(known));
            text += &verified::checked(known);
        }
        if let Some(saved) = saved {
            fields["sha256"] = json!(saved.sha256);
            fields["sum_file"] = json!(saved.sum.as_ref().map(|path| path.display().to_string()));
            text += &format!("; the SHA-256 of the data is {}", saved.sha256);
        }
        text
    } else {
        let seen = outcome.identity.as_ref().map_or_else(String::new, |seen| seen.noun());
        format!("Ready: {of} is {seen}")
    };
    Answer::new(text, fields)
}

fn speed(bytes: u64, seconds: f64) -> String {
    let rate = bytes as f64 / f64::from(1 << 20) / seconds.max(0.001);
    format!(" in {seconds:.1} s ({rate:.0} MiB/s)")
}
