//! The images in a package, and the partitions that they are for.

use link::Watch;
use rockusb::{
    idb,
    package::Part,
    wire::{SECTOR, Storage},
};

use super::super::{layout::Layout, partitions};
use crate::{
    failure::Problem,
    files::{Input, disk_image::DiskImage, rockchip::Checked},
    image::{Image, Options as Reading},
    transport::Stop,
};

/// Parts of a package that are for packers and for the mask ROM, and no partitions.
const NO_PARTITIONS: [&str; 3] = ["package-file", "bootloader", "parameter"];
/// Longest ID block, in bytes: before the vendor storage.
pub(super) const BLOCK_LIMIT: usize = idb::LIMIT as usize * SECTOR;

/// An image and the name of its partition, as the layout has it.
pub(super) struct Piece {
    pub(super) name: String,
    pub(super) image: DiskImage,
}

/// The images of a package, each with its entry. Those in layouts with holes are read through.
pub(super) fn pieces(
    package: &Checked,
    file: &str,
    layout: &Layout,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Vec<(Piece, Part)>> {
    let wanted = |part: &&Part| part.has_data() && !NO_PARTITIONS.contains(&part.name.as_str());
    let parts: Vec<_> = package.archive.parts.iter().filter(wanted).cloned().collect();
    let mut pieces: Vec<(Piece, Part)> = Vec::new();
    for part in parts {
        let Some((name, sectors)) = region(layout, &part, watch)? else { continue };
        if pieces.iter().any(|(piece, _)| piece.name == name) {
            let text = format!("{file}: two images are for the partition {name}");
            return Err(Problem::BadInput(text).into());
        }
        let image = image(package, file, &part, stop, watch)?;
        if let Some(sectors) = sectors {
            partitions::check_fit(&name, sectors, &image)?;
        }
        pieces.push((Piece { name, image }, part));
    }
    Ok(pieces)
}

/// An image of a package, open.
fn image(
    package: &Checked,
    file: &str,
    part: &Part,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<DiskImage> {
    let Input::File(input) = &package.input else {
        let text = "a package is read here and there: it has to be a file".into();
        return Err(Problem::Usage(text).into());
    };
    let (range, title) = (package.place(part), format!("{file}: {}", part.name));
    let reading = Reading { stop: stop.clone(), ..Reading::default() };
    let mut image = Image::part(title.clone(), input.clone(), range, &reading)?;
    let extent = image.extent(watch, stop)?;
    Ok(DiskImage::new(title, image, 0).of_extent(extent))
}

/// Whether an image is an ID block that goes to where one belongs on some medium.
pub(super) fn is_block(layout: &Layout, piece: &Piece, part: &Part) -> bool {
    let places = [Storage::EMMC, Storage::MTD_SPI_NOR, Storage::MTD_SPI_NAND].map(idb::sector_on);
    let regions = layout.regions();
    let first = regions.iter().find(|(name, ..)| *name == piece.name).map(|(_, first, _)| *first);
    let short = part.range.end - part.range.start <= BLOCK_LIMIT as u64;
    short
        && first.is_some_and(|first| places.iter().any(|&place| u64::from(place) == first))
        && idb::is_one(piece.image.head())
}

/// The partition that an image is for, by its name in the layout, and its sectors where they are told. `None`: the image
/// has no place on the board.
fn region(
    layout: &Layout,
    part: &Part,
    watch: &mut dyn Watch,
) -> Result<Option<(String, Option<u64>)>, Problem> {
    let (regions, wanted) = (layout.regions(), &part.name);
    let exact = regions.iter().find(|(name, ..)| name == wanted);
    let like = || {
        let mut like = regions.iter().filter(|(name, ..)| name.eq_ignore_ascii_case(wanted));
        like.next().filter(|_| like.next().is_none())
    };
    let Some((name, first, sectors)) = exact.or_else(like) else {
        if part.sector.is_none() {
            watch.note(&format!("{wanted} has no place on the board: it is not written"));
            return Ok(None);
        }
        let names: Vec<_> = regions.iter().map(|(name, ..)| *name).collect();
        let text = format!("no partition is called {wanted}; there are {}", names.join(", "));
        return Err(Problem::Refused(text));
    };
    let told = part.sector.map(u64::from).filter(|told| told != first);
    match (told, layout) {
        (None, _) => {}
        (Some(told), Layout::Environment(_)) => {
            let text = format!("the package puts {name} at sector {told}, its environment at sector {first}");
            return Err(Problem::BadInput(text));
        }
        (Some(told), _) => watch.note(&format!(
            "the package puts {name} at sector {told}, its parameter file at {first}: the parameter file decides"
        )),
    }
    Ok(Some(((*name).into(), *sectors)))
}
