//! What an image holds, and whether that is sound.

use amlogic::image::{Bl2, check_signed, layout};
use fel::{fit::FitError, uimage::UImage};
use link::Source;
use rockusb::{
    gpt::{BACKUP_SECTORS, Place, Table},
    idb,
    loader::Loader,
    package::{self, Archive, Package},
    wire::SECTOR,
};
use serde_json::{Value, json};
use starfive::header::{Header, HeaderError};

use super::{
    super::{amlogic_files, rockchip_files::describe},
    Survey,
};
use crate::image::Image;

/// The longest file that is looked at whole: far above any loader, SPL or U-Boot.
const WHOLE: u64 = 64 << 20;

/// The longest boot image that begins with the sector of a card's partition table: what is longer is a disk.
const BOOT_IMAGE: u64 = 4 << 20;

/// Something that a file holds.
pub(super) struct Finding {
    kind: &'static str,
    pub(super) text: String,
    pub(super) sound: bool,
}

impl Finding {
    fn good(kind: &'static str, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), sound: true }
    }

    pub(super) fn bad(kind: &'static str, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), sound: false }
    }

    fn of(kind: &'static str, result: Result<String, String>) -> Self {
        match result {
            Ok(text) => Self::good(kind, text),
            Err(text) => Self::bad(kind, text),
        }
    }

    pub(super) fn fields(&self) -> Value {
        json!({"kind": self.kind, "text": self.text, "sound": self.sound})
    }
}

/// What finds out whether a file of one kind is sound, and says what is in it.
type Check = fn(&[u8]) -> Result<String, String>;

/// Everything that is recognised. `whole`: the image was read to its end.
pub(super) fn look(image: &Image, survey: &Survey, whole: bool) -> Vec<Finding> {
    if !whole {
        return Vec::new();
    }
    let found = match file_of_its_own(image, survey) {
        Some(finding) => vec![finding],
        None => disk(survey),
    };
    if !found.is_empty() {
        return found;
    }
    // A GPT's protective entry and the like have been spoken of above.
    vec![Finding::good(
        "unknown",
        format!("nothing that is known here: {}", fel::image::sniff(survey.head())),
    )]
}

/// A file that is one thing from its first byte to its last.
fn file_of_its_own(image: &Image, survey: &Survey) -> Option<Finding> {
    let head = survey.head();
    if let Some((what, check)) = package_of(head) {
        return Some(match image.raw() {
            Some(mut raw) => Finding::of("package", check(&mut raw)),
            None => Finding::good(
                "package",
                format!("{what}, packed once more: unpack it to have it checked"),
            ),
        });
    }
    let (kind, check): (_, Check) = match head {
        _ if Loader::is_one(head) => ("loader", loader),
        _ if idb::is_one(head) => ("idblock", describe::id_block),
        [_, _, _, _, b'e', b'G', b'O', b'N', b'.', b'B', b'T', b'0', ..] => ("egon", egon),
        _ if head.starts_with(&fel::uimage::MAGIC) => ("uimage", uimage),
        _ if head.starts_with(&fel::fit::MAGIC) => ("fit", fit),
        _ if !matches!(Header::check(head), Err(HeaderError::NoHeader | HeaderError::Short(_))) => {
            ("jh7110", jh7110)
        }
        _ if is_boot_image(head, survey.length()) => {
            ("amlogic", amlogic_files::describe::boot_image)
        }
        _ if layout(head).is_none()
            && check_signed(head).is_ok_and(|signed| signed.plain || signed.inner) =>
        {
            ("amlogic-signed", amlogic_files::describe::signed)
        }
        _ => return None,
    };
    if survey.length() <= head.len() as u64 {
        return Some(Finding::of(kind, check(head)));
    }
    match image.raw().filter(|raw| raw.size() <= WHOLE) {
        Some(mut raw) => Some(Finding::of(kind, read(&mut raw).and_then(|bytes| check(&bytes)))),
        None => Some(Finding::good(
            kind,
            format!("begins like a file of the kind `{kind}`, but is too long to be one"),
        )),
    }
}

fn read(source: &mut dyn Source) -> Result<Vec<u8>, String> {
    // At most 64 MiB.
    let mut bytes = vec![0; source.size() as usize];
    source.read_at(0, &mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// What checks a package that is read at any place.
type CheckPackage = fn(&mut dyn Source) -> Result<String, String>;

/// What kind of package bytes begin, and what checks it.
fn package_of(head: &[u8]) -> Option<(&'static str, CheckPackage)> {
    if amlogic::package::Package::is_one(head) {
        return Some(("an Amlogic package", amlogic_package));
    }
    let rockchip = package::not_an_image(head).is_some() && !Loader::is_one(head);
    rockchip.then_some(("a Rockchip package", package))
}

fn amlogic_package(source: &mut dyn Source) -> Result<String, String> {
    let sound = amlogic_files::Sound::read(source).map_err(|error| error.to_string())?;
    Ok(amlogic_files::describe::package(&sound))
}

/// Whether a file is a boot image from its first byte to its last: on disks, too, BL2 lies behind a sector.
fn is_boot_image(head: &[u8], length: u64) -> bool {
    layout(head).is_some() && (bl2_behind(head).is_none() || length <= BOOT_IMAGE)
}

/// For whom BL2 behind the first sector is, where it lies there.
fn bl2_behind(head: &[u8]) -> Option<amlogic::image::Layout> {
    let rest = head.get(SECTOR..)?;
    if rest.get(16..20) == Some(b"@AML") { layout(rest) } else { None }
}

fn package(source: &mut dyn Source) -> Result<String, String> {
    let mut head = [0; 4];
    source.read_at(0, &mut head).map_err(|error| error.to_string())?;
    let text = if Package::is_one(&head) {
        let package = Package::read(source).map_err(|error| error.to_string())?;
        package.check(source).map_err(|error| error.to_string())?;
        let archive = package.open(source).map_err(|error| error.to_string())?;
        describe::package(Some(&package), &archive)
    } else {
        let archive = Archive::read(source).map_err(|error| error.to_string())?;
        archive.check(source).map_err(|error| error.to_string())?;
        describe::package(None, &archive)
    };
    Ok(text)
}

fn loader(bytes: &[u8]) -> Result<String, String> {
    let loader = Loader::parse(bytes).map_err(|error| error.to_string())?;
    Ok(describe::loader(&loader))
}

fn egon(bytes: &[u8]) -> Result<String, String> {
    let spl =
        fel::egon::Spl::parse(bytes).map_err(|error| format!("Allwinner SPL (eGON): {error}"))?;
    let behind = fel::image::Image::parse(bytes).map_err(|error| error.to_string())?.program;
    let mut text = format!("Allwinner SPL (eGON), {} bytes, checksum holds", spl.bytes().len());
    text += &spl.dt_name().map(|name| format!(", for {name}")).unwrap_or_default();
    if let Some(program) = behind {
        let names: Vec<_> = program.pieces.iter().map(|piece| piece.name.as_str()).collect();
        text += &format!("\nbehind it: {}", names.join(", "));
    }
    Ok(text)
}

fn uimage(bytes: &[u8]) -> Result<String, String> {
    let image = UImage::parse(bytes).map_err(|error| error.to_string())?;
    Ok(format!(
        "legacy U-Boot image `{}`, {} bytes for {:#010x}, both CRCs hold",
        image.name.escape_debug(),
        image.data.len(),
        image.load
    ))
}

/// A FIT is judged by what is wrong with it as a file; what FEL could not start may be good for others.
fn fit(bytes: &[u8]) -> Result<String, String> {
    match fel::fit::program(bytes, None) {
        Ok(program) => {
            let pieces = program.pieces.iter().map(|piece| {
                format!("\n{} ({} bytes for {:#010x})", piece.name, piece.data.len(), piece.address)
            });
            Ok(format!("FIT image, entry {:#010x}{}", program.entry, pieces.collect::<String>()))
        }
        Err(error @ (FitError::Tree(_) | FitError::Truncated { .. } | FitError::Damaged(_))) => {
            Err(format!("FIT image or device tree: {error}"))
        }
        Err(FitError::Missing { node, what }) => {
            Ok(format!("device tree; as a FIT image, `{node}` has no {what}"))
        }
        Err(error) => Ok(format!("FIT image, not all of it checked: {error}")),
    }
}

fn jh7110(bytes: &[u8]) -> Result<String, String> {
    let header = Header::check(bytes).map_err(|error| format!("JH7110 SPL: {error}"))?;
    let (payload, version, backup) = (header.payload, header.version, header.backup);
    Ok(format!(
        "JH7110 SPL, {payload} bytes, version {version:#010x}, backup at {backup:#x}, CRC holds"
    ))
}

/// What is where on a disk.
fn disk(survey: &Survey) -> Vec<Finding> {
    let head = survey.head();
    let mut found = tables(survey);
    let at = |sector: u32| head.get(sector as usize * SECTOR..).unwrap_or_default();
    let block = at(idb::SECTOR_EMMC);
    if idb::is_one(block) {
        let place = |text| format!("at sector {}: {text}", idb::SECTOR_EMMC);
        found.push(Finding::of("idblock", describe::id_block(block).map(place).map_err(place)));
    }
    if let Some(what) = bl2_behind(head) {
        let bl2 = Bl2::check(at(1)).map_err(|error| error.to_string());
        let place = |text| format!("at sector 1: {text}");
        let told = bl2.map(|_| format!("Amlogic BL2 for {what}, SHA-256 holds"));
        found.push(Finding::of("amlogic-bl2", told.map(place).map_err(place)));
    }
    for sector in [16, 256] {
        if at(sector).get(4..12) == Some(b"eGON.BT0") {
            let place = |text| format!("at sector {sector}: {text}");
            let spl = fel::egon::Spl::parse(at(sector)).map_err(|error| error.to_string());
            let told = spl.map(|spl| {
                format!("Allwinner SPL (eGON), {} bytes, checksum holds", spl.bytes().len())
            });
            found.push(Finding::of("egon", told.map(place).map_err(place)));
        }
    }
    found
}

fn tables(survey: &Survey) -> Vec<Finding> {
    let total = survey.length() / SECTOR as u64;
    match Table::parse(Place::primary(survey.head())) {
        Err(error) => vec![Finding::bad("gpt", error.to_string())],
        Ok(None) => mbr(survey.head()).into_iter().collect(),
        Ok(Some(table)) => {
            let partitions = table.partitions.iter().map(|partition| {
                let name = partition.name.escape_debug();
                format!("\n{name}: {} sectors from {} on", partition.sectors(), partition.first)
            });
            let text = format!(
                "GPT, {} partitions{}",
                table.partitions.len(),
                partitions.collect::<String>()
            );
            let mut found = vec![Finding::good("gpt", text)];
            found.extend(backup(survey, total));
            found.extend(cut_off(&table, total));
            found
        }
    }
}

/// The other copy; an image of less than a whole disk has none.
fn backup(survey: &Survey, total: u64) -> Option<Finding> {
    let tail = survey.tail();
    let whole = survey.length().is_multiple_of(SECTOR as u64)
        && tail.len() as u64 == BACKUP_SECTORS * SECTOR as u64;
    if !whole {
        return None;
    }
    match Table::parse(Place::backup(&tail, total)) {
        Ok(Some(_)) => Some(Finding::good("gpt-backup", "GPT's backup in the last sectors")),
        Ok(None) => None,
        Err(error) => {
            Some(Finding::bad("gpt-backup", format!("GPT's backup in the last sectors: {error}")))
        }
    }
}

/// An image that is more than its table, and ends before its partitions begin, has lost something.
fn cut_off(table: &Table, total: u64) -> Option<Finding> {
    let data = table.partitions.iter().any(|partition| partition.first < total);
    let lost = table.partitions.iter().find(|partition| data && partition.last >= total)?;
    let text = format!(
        "partition `{}` ends at sector {}, the image after {total}: it is cut off, or made for its card to be grown",
        lost.name.escape_debug(),
        lost.last
    );
    Some(Finding::good("gpt-end", text))
}

fn mbr(head: &[u8]) -> Option<Finding> {
    if head.get(510..512) != Some(&[0x55, 0xaa]) {
        return None;
    }
    let used = head[446..510].chunks_exact(16).filter(|entry| entry[4] != 0).count();
    Some(Finding::good("mbr", format!("MBR, {used} partitions (it has no checksum)")))
}
