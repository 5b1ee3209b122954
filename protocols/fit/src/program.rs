//! What an SPL loads of one configuration, and where it starts.

use alloc::{borrow::ToOwned, string::ToString, vec::Vec};
use core::ops::Range;

use crate::{Arch, Configuration, Fit, FitError, Image, tree::missing};

/// Bytes and their place in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The image's name.
    pub name: &'a str,
    /// Where it goes.
    pub address: u64,
    /// What goes there.
    pub data: &'a [u8],
    /// What its code is for, if it says so. Device trees do not.
    pub arch: Option<Arch<'a>>,
}

impl Piece<'_> {
    /// The address after its last byte.
    pub fn end(&self) -> u64 {
        // `check_places` has seen that it does not overflow.
        self.address.saturating_add(self.data.len() as u64)
    }
}

/// What is loaded, and where it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program<'a> {
    /// What is loaded: firmware, loadables, device tree.
    pub pieces: Vec<Piece<'a>>,
    /// Where it starts.
    pub entry: u64,
    /// What the code there is for.
    pub arch: Arch<'a>,
}

impl<'a> Fit<'a> {
    /// What U-Boot's SPL loads for `configuration` and where it starts.
    ///
    /// # Errors
    /// When an image is missing, has no load address, is compressed or encrypted, when two would overlap, when the
    /// configuration wants overlays, and when nothing is loaded where the program starts.
    pub fn program(&self, configuration: &Configuration<'a>) -> Result<Program<'a>, FitError> {
        let images: Vec<_> =
            configuration.loads.iter().map(|name| self.image(name)).collect::<Result<_, _>>()?;
        let firmware = *images.first().ok_or_else(|| missing(configuration.name, "firmware"))?;
        let mut pieces: Vec<_> =
            images.iter().map(|image| piece(image, image.load)).collect::<Result<_, _>>()?;
        if let Some(tree) = self.device_tree(configuration)? {
            let load = tree.load.or_else(|| after_uboot(&images, &pieces));
            pieces.push(piece(tree, load)?);
        }
        check_places(&pieces)?;
        let (entry, started) = entry(firmware, &images, &pieces);
        let arch = started.arch.ok_or_else(|| missing(started.name, "architecture"))?;
        check_entry(entry, &pieces)?;
        check_uboot(&images)?;
        Ok(Program { pieces, entry, arch })
    }

    fn device_tree(
        &self,
        configuration: &Configuration<'a>,
    ) -> Result<Option<&Image<'a>>, FitError> {
        match configuration.trees.as_slice() {
            [] => Ok(None),
            [name] => self.image(name).map(Some),
            _ => Err(FitError::Overlays),
        }
    }
}

impl Program<'_> {
    /// Whether a SoC can run this whose cores are `arch` and which has `memory` for it.
    ///
    /// # Errors
    /// When an image's code is for another architecture, or when an image is outside that memory.
    pub fn suits(&self, arch: Arch<'_>, memory: &Range<u64>) -> Result<(), FitError> {
        let stranger = |piece: &&Piece<'_>| piece.arch.is_some_and(|other| other != arch);
        if let Some(piece) = self.pieces.iter().find(stranger) {
            let (image, word) = (piece.name.to_owned(), piece.arch.unwrap_or(self.arch));
            let (arch, wanted) = (word.to_string(), arch.to_string());
            return Err(FitError::Architecture { image, arch, wanted });
        }
        let outside = |piece: &&Piece<'_>| piece.address < memory.start || piece.end() > memory.end;
        match self.pieces.iter().find(outside) {
            Some(piece) => Err(FitError::Outside {
                image: piece.name.to_owned(),
                address: piece.address,
                start: memory.start,
                end: memory.end,
            }),
            None => Ok(()),
        }
    }
}

fn piece<'a>(image: &Image<'a>, load: Option<u64>) -> Result<Piece<'a>, FitError> {
    image.check_plain()?;
    let address = load.ok_or_else(|| missing(image.name, "load address"))?;
    Ok(Piece { name: image.name, address, data: image.data, arch: image.arch })
}

/// U-Boot proper finds its device tree right after itself, unless the tree has a place of its own.
fn after_uboot(images: &[&Image<'_>], pieces: &[Piece<'_>]) -> Option<u64> {
    let without_os = || images.iter().position(|image| image.os.is_none());
    let uboot = images.iter().position(|image| image.is_uboot()).or_else(without_os)?;
    Some(pieces[uboot].end())
}

/// As U-Boot's SPL does it: the firmware's entry, otherwise the first that a loadable has, otherwise the firmware's
/// beginning. An entry of 0 is none.
fn entry<'i, 'a>(
    firmware: &'i Image<'a>,
    images: &[&'i Image<'a>],
    pieces: &[Piece<'a>],
) -> (u64, &'i Image<'a>) {
    let found = images.iter().find_map(|image| Some((image.entry?, *image)));
    match found.filter(|(entry, _)| *entry != 0) {
        Some(found) => found,
        None => (pieces[0].address, firmware),
    }
}

fn check_places(pieces: &[Piece<'_>]) -> Result<(), FitError> {
    let mut sorted: Vec<&Piece<'_>> =
        pieces.iter().filter(|piece| !piece.data.is_empty()).collect();
    sorted.sort_by_key(|piece| piece.address);
    let past = |piece: &&&Piece<'_>| piece.address.checked_add(piece.data.len() as u64).is_none();
    if let Some(piece) = sorted.iter().find(past) {
        return Err(FitError::PastTheEnd(piece.name.to_owned()));
    }
    match sorted.windows(2).find(|pair| pair[0].end() > pair[1].address) {
        Some(pair) => Err(FitError::Overlap(pair[0].name.to_owned(), pair[1].name.to_owned())),
        None => Ok(()),
    }
}

/// A program that starts where nothing was loaded is how a build without its firmware ends (`BL31=/dev/null`).
fn check_entry(entry: u64, pieces: &[Piece<'_>]) -> Result<(), FitError> {
    match pieces.iter().any(|piece| (piece.address..piece.end()).contains(&entry)) {
        true => Ok(()),
        false => Err(FitError::NothingThere(entry)),
    }
}

fn check_uboot(images: &[&Image<'_>]) -> Result<(), FitError> {
    match images.iter().find(|image| image.is_uboot() && image.data.is_empty()) {
        Some(image) => Err(FitError::Empty(image.name.to_owned())),
        None => Ok(()),
    }
}
