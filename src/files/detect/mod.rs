//! What an image holds, and whether that is sound.

mod finding;
mod kinds;
mod scan;
mod tables;

use link::Source;
use rockusb::{
    loader::Loader,
    package::{self, Archive, Package},
    wire::SECTOR,
};

pub(crate) use finding::{Finding, overall};
pub(crate) use scan::Survey;

use super::{amlogic as amlogic_files, rockchip::describe};
use crate::image::Image;
use finding::Verdict;
use kinds::{FILES, Kind, ON_DISKS};

/// The longest file that is looked at whole: far above any loader, SPL or U-Boot.
const WHOLE: u64 = 64 << 20;

/// Everything that is recognised in an image that was read to its end. **What is unsound here is what commands refuse to
/// write.**
pub(crate) fn look(image: &Image, survey: &Survey) -> Vec<Finding> {
    let found = match file_of_its_own(image, survey) {
        Some(finding) => vec![finding],
        None => disk(survey),
    };
    if !found.is_empty() {
        return found;
    }
    // A GPT's protective entry and the like have been spoken of above.
    let text = format!("nothing that is known here: {}", fel::image::sniff(survey.head()));
    vec![Finding::unknown("unknown", text)]
}

/// A file that is one thing from its first byte to its last.
fn file_of_its_own(image: &Image, survey: &Survey) -> Option<Finding> {
    let head = survey.head();
    if let Some((what, check)) = package_of(head) {
        return Some(match image.raw() {
            Some(mut raw) => Finding::new("package", check(&mut raw).into()),
            None => Finding::unknown(
                "package",
                format!("{what}, compressed: unpack it to have it checked"),
            ),
        });
    }
    let kind = FILES.iter().find(|kind| (kind.is)(head, survey.length()))?;
    if survey.length() <= head.len() as u64 {
        return Some(Finding::new(kind.name, (kind.check)(head)));
    }
    let Some(mut raw) = image.raw().filter(|raw| raw.size() <= WHOLE) else {
        let text = format!("begins as `{}` does, but is too long for it to be checked", kind.name);
        return Some(Finding::unknown(kind.name, text));
    };
    Some(Finding::new(
        kind.name,
        read(&mut raw).map_or_else(Verdict::Unsound, |bytes| (kind.check)(&bytes)),
    ))
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

/// Whether something that begins in the first bytes of a file may reach beyond them. The file has this length.
fn reaches_on(first: &[u8], length: u64) -> bool {
    let begins = |kind: &Kind, sector: u64| {
        let at = first.get(sector as usize * SECTOR..).unwrap_or_default();
        (kind.is)(at, length)
    };
    FILES.iter().any(|kind| begins(kind, 0))
        || ON_DISKS.iter().any(|(sectors, kind)| sectors.iter().any(|at| begins(kind, *at)))
        || tables::is_unsound(first)
}

/// What is where on a disk.
fn disk(survey: &Survey) -> Vec<Finding> {
    let mut found = tables::look(survey);
    for (sectors, kind) in ON_DISKS {
        for &sector in *sectors {
            // Small numbers of a table.
            let at = survey.head().get(sector as usize * SECTOR..).unwrap_or_default();
            if (kind.is)(at, survey.length()) {
                found.push(Finding::new(kind.name, (kind.check)(at)).at(sector));
            }
        }
    }
    found
}
