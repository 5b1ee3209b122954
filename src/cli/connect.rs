//! Opening the board that a command is for; what is there where no such board is, the error says.

use super::{Options, there};
use crate::{
    session::{self, FoundLine, Opened, Unfound, Unopened},
    transport::{SerialMissing, Stop},
};

/// Opens the one board that the options ask for, of those that `fits` takes by their USB ids.
pub(super) fn open(
    options: &Options,
    fits: fn(u16, u16) -> bool,
    stop: &Stop,
) -> anyhow::Result<Opened> {
    let access = options.access();
    let mut opened = session::open(&access, fits, stop).map_err(|error| match error {
        Unopened::Missing(missing) => there::instead(missing, &access, stop),
        Unopened::Failed(error) => error,
    })?;
    let (vendor, product) = opened.board.ids();
    if fits(vendor, product) {
        return Ok(opened);
    }
    Err(there::opened(&opened.name, &mut opened.board, access.answers()).into())
}

/// Finds the one serial line that the options ask for.
pub(super) fn line<'a>(access: &'a session::Access, stop: &Stop) -> anyhow::Result<FoundLine<'a>> {
    session::find_line(access, stop).map_err(|error| match error {
        Unfound::Missing(missing) => no_line(missing, access, stop),
        Unfound::Failed(error) => error,
    })
}

/// The error for a command that found no serial port: it says what is there.
fn no_line(missing: SerialMissing, access: &session::Access, stop: &Stop) -> anyhow::Error {
    let port = match &missing {
        SerialMissing::NoPort(port) => Some(port),
        SerialMissing::None => None,
        _ => return missing.into(),
    };
    match there::seen(access, port, stop) {
        there if there.is_empty() => missing.into(),
        there => {
            let text = format!("{missing}; {}", there::sentence(&there));
            anyhow::Error::new(missing).context(text)
        }
    }
}
