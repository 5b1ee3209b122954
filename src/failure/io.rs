//! What to do about errors of this computer's files.

use std::io::{Error, ErrorKind};

use link::Code;

use super::Failure;
use crate::exit::Exit;

/// An error of the file system's, if it is one that the user can do something about.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    let advice = advice(error.downcast_ref::<Error>()?.kind())?;
    Some(Failure::new(Exit::Failed, Code::FAILED).advised(advice))
}

/// What to do about a path that cannot be used.
pub(crate) fn advice(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "check the path: no such file or folder exists",
        ErrorKind::PermissionDenied => {
            "choose a path that you have access to, or change its permissions (`ls -l` shows them)"
        }
        ErrorKind::NotADirectory => "choose another path: a part of it is a file, not a folder",
        ErrorKind::IsADirectory => "name a file: this is a folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "make room on this disk, or choose a path on another one"
        }
        ErrorKind::ReadOnlyFilesystem => "choose a path on a disk that can be written",
        _ => return None,
    })
}
