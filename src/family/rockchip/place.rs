//! Where an image belongs on a board's storage.

use rockusb::{idb, package::partition_image, wire};

use crate::{
    boards::{Board, storage::Storage},
    failure::Problem,
    family::Placement,
    files::disk_image::DiskImage,
};

/// Where an image belongs: the image of a disk (or of a whole SPI flash) at its beginning, an ID block where the mask ROM
/// looks for one.
pub(super) fn of(board: &Board, storage: Storage, image: &DiskImage) -> Result<Placement, Problem> {
    let head = image.head();
    if idb::is_one(head) {
        let number = wire::Storage::candidates(storage.name());
        let sector = number.first().map_or(64, |number| idb::sector_on(*number));
        let what = Some("the boot loader (ID block)".into());
        return Ok(Placement { sector: sector.into(), what });
    }
    match partition_image(head) {
        None => Ok(Placement { sector: 0, what: None }),
        Some(what) => Err(Problem::Refused(format!(
            "{}: it is {what}, not the image of a disk for {}: `--to PARTITION` writes it to a partition",
            image.name(),
            board.name
        ))),
    }
}
