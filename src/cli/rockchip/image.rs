//! Images for a disk, and files that are none.

use std::path::Path;

use link::Source;
use rockusb::package::not_an_image;

use crate::{cli::files::Input, failure::Problem};

/// What else begins so and must not get to a disk as it is.
const PACKED: [(&[u8], &str); 5] = [
    (&[0x1f, 0x8b], "compressed (gzip)"),
    (b"\xfd7zXZ\0", "compressed (xz)"),
    (&[0x28, 0xb5, 0x2f, 0xfd], "compressed (zstd)"),
    (b"BZh", "compressed (bzip2)"),
    (&[0x3a, 0xff, 0x26, 0xed], "an Android sparse image"),
];

/// Opens an image, which must not be a package, a loader or packed, unless it is meant: `raw`.
pub(super) fn open(path: &Path, raw: bool) -> anyhow::Result<Input> {
    let mut input = Input::open(path)?;
    let mut head = [0; 8];
    let length = input.size().min(8) as usize;
    input
        .read_at(0, &mut head[..length])
        .map_err(|error| Problem::BadInput(format!("{}: {error}", path.display())))?;
    if length == 0 {
        return Err(Problem::BadInput(format!("{}: it is empty", path.display())).into());
    }
    let packed = || PACKED.iter().find(|(start, _)| head.starts_with(start)).map(|(_, kind)| *kind);
    match not_an_image(&head).or_else(packed) {
        Some(kind) if !raw => Err(Problem::Refused(format!(
            "{}: it is {kind}, not the image of a disk: written as it is, the board would not start (--raw does it all the same)",
            path.display()
        ))
        .into()),
        _ => Ok(input),
    }
}
