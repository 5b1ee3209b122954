//! Boot files, told apart by what is in them.

use std::path::PathBuf;

use amlogic::{
    adnl::wire::Identify,
    families::{Family, Protocol},
    image::{self, Layout, Unsound},
    optimus,
};
use anyhow::Context as _;

use crate::{
    failure::Problem,
    files::{memory_file::short, read_image},
};

/// What to do about files for another board.
pub(super) const OWN: &str = "use the boot files for this board: `racklet-flash boards BOARD` says which, and who publishes them";
const OLDER: &str = "use the board's u-boot.bin (`racklet-flash boards BOARD` says who publishes it). Where its maker has fused it, \
                     --encrypted sends the maker's encrypted files, which cannot be checked here";

/// A file, read and sound.
struct File {
    name: String,
    bytes: Vec<u8>,
    /// What it is, where it is for a family whose files can be read; others only their maker can read.
    image: Option<image::Image>,
}

impl File {
    /// Whether its name says that it is what follows BL2 (`u-boot.bin.encrypt.usb.tpl`).
    fn is_tail(&self) -> bool {
        self.name.ends_with("tpl")
    }

    fn unread(&self) -> String {
        let (name, bytes) = (&self.name, self.bytes.len());
        format!("{name}: {bytes} bytes, encrypted: to the mask ROM and BL2, unchecked")
    }
}

/// What the board is to be given.
pub(crate) struct Files {
    files: Vec<File>,
    /// They are encrypted for a fused board before the S905X4: only that board can tell what they are.
    pub(crate) encrypted: bool,
}

impl Files {
    pub(crate) fn read(paths: &[PathBuf], encrypted: bool) -> anyhow::Result<Self> {
        let files = paths.iter().map(|path| Ok((short(path), read_image(path)?)));
        Self::of(files.collect::<anyhow::Result<_>>()?, encrypted)
    }

    /// The same of what is in memory, under its names.
    pub(crate) fn of(files: Vec<(String, Vec<u8>)>, encrypted: bool) -> anyhow::Result<Self> {
        let files = files.into_iter().map(|(name, bytes)| {
            let image = check(&bytes).with_context(|| name.clone())?;
            Ok(File { name, bytes, image })
        });
        let files = Self { files: files.collect::<anyhow::Result<_>>()?, encrypted };
        files.check()?;
        Ok(files)
    }

    /// Refuses files that make up nothing that any board takes.
    fn check(&self) -> Result<(), Problem> {
        let bad = |text: String, advice: &str| Err(Problem::BadInput(text).advised(advice));
        let plain = |file: &&File| self.encrypted && file.image.is_some();
        if let Some(File { name, image: Some(image), .. }) = self.files.iter().find(plain) {
            let what = image.what();
            return Err(Problem::Usage(format!(
                "--encrypted: {name} is {what}, and not encrypted: leave the option out"
            )));
        }
        if let Some((bl2, tpl)) = self.pair() {
            let both = together(bl2, tpl);
            return both.map(|_| ()).map_err(|error| {
                Problem::BadInput(format!("{} and {}: {error}", bl2.name, tpl.name))
            });
        }
        match self.files.as_slice() {
            [File { image: Some(image), name, .. }]
                if image.tpl.is_none() && !image.layout.is_g12() =>
            {
                bad(
                    format!("{name}: it is {}, and not all that the board needs", image.what()),
                    "name what follows it, too: u-boot.bin.usb.tpl",
                )
            }
            [File { image: Some(image), name, .. }] if image.bl2.is_none() => {
                bad(format!("{name}: it is {}", image.what()), "name BL2, too: u-boot.bin.usb.bl2")
            }
            [one, other] if one.image.is_some() != other.image.is_some() => {
                let text =
                    format!("{} and {} are for boards of different families", one.name, other.name);
                bad(text, "use files for one board: `racklet-flash boards BOARD` says which")
            }
            _ => Ok(()),
        }
    }

    /// Which families they are for, as far as Optimus is spoken.
    pub(crate) fn layout(&self) -> Result<Layout, Problem> {
        if let Some(image) = self.whole() {
            return Ok(image.layout);
        }
        let both = self.pair().and_then(|(bl2, tpl)| together(bl2, tpl).ok());
        both.ok_or_else(|| self.misfit())
    }

    fn misfit(&self) -> Problem {
        let names: Vec<_> = self.files.iter().map(|file| file.name.as_str()).collect();
        let names = names.join(" and ");
        let is_newer = self.files.iter().all(|file| file.image.is_none());
        if is_newer {
            let text = format!(
                "{names}: neither BL2 (@AML) nor a FIP is in it, as in files for the S905X4 and newer, but this board is \
                 older"
            );
            return Problem::Refused(text).advised(OLDER);
        }
        Problem::Refused(format!("{names}: these are not all that this board takes"))
            .advised("name u-boot.bin, or u-boot.bin.usb.bl2 and u-boot.bin.usb.tpl")
    }

    /// A single file with all parts.
    fn whole(&self) -> Option<&image::Image> {
        match self.files.as_slice() {
            [file] => file.image.as_ref().filter(|image| image.tpl.is_some()),
            _ => None,
        }
    }

    /// BL2 and the rest, in whichever order they were named.
    fn pair(&self) -> Option<(&File, &File)> {
        let is_bl2 = |file: &File| file.image.as_ref().is_some_and(|image| image.tpl.is_none());
        let is_tpl = |file: &File| file.image.as_ref().is_some_and(|image| image.bl2.is_none());
        match self.files.as_slice() {
            [one, other] if is_bl2(one) && is_tpl(other) => Some((one, other)),
            [one, other] if is_tpl(one) && is_bl2(other) => Some((other, one)),
            _ => None,
        }
    }

    /// The same for Optimus.
    pub(crate) fn image(&self) -> Result<optimus::host::Image<'_>, Problem> {
        if let (Some(image), [file]) = (self.whole(), self.files.as_slice()) {
            // A file for an SD card has a sector before it.
            let start = image.bl2.as_ref().map_or(0, |bl2| bl2.start);
            return Ok(optimus::host::Image::Whole(&file.bytes[start..]));
        }
        if self.encrypted {
            return Ok(self.unread());
        }
        let (bl2, tpl) = self.pair().ok_or_else(|| self.misfit())?;
        Ok(optimus::host::Image::Pair { bl2: &bl2.bytes, tpl: &tpl.bytes })
    }

    /// Encrypted files: what the second one is only its name tells.
    fn unread(&self) -> optimus::host::Image<'_> {
        use optimus::host::Image;
        match self.files.as_slice() {
            [bl2, other] if other.is_tail() => Image::Pair { bl2: &bl2.bytes, tpl: &other.bytes },
            [bl2, other] => Image::Beside { bl2: &bl2.bytes, file: &other.bytes },
            files => Image::Whole(files.first().map_or(&[], |file| &file.bytes)),
        }
    }

    /// Bytes of what follows BL2 over Optimus, or more where only the board can tell.
    pub(crate) fn tpl_length(&self) -> usize {
        if self.encrypted {
            return self.files.last().map_or(0, |file| file.bytes.len());
        }
        let of_whole = |image: &image::Image| image.tpl.as_ref().map(|(range, _)| range.len());
        let of_pair = || self.pair().map(|(_, tpl)| tpl.bytes.len());
        self.whole().and_then(of_whole).or_else(of_pair).unwrap_or(0)
    }

    /// Refuses files that are for other boards than those with such a SoC, as far as they tell.
    pub(crate) fn check_family(&self, family: &Family) -> Result<(), Problem> {
        match family.protocol {
            Protocol::Optimus => {
                let layout = self.layout()?;
                if layout.is_for(family) {
                    return Ok(());
                }
                let text = format!("the files are for {layout}, the board is {}", family.name);
                Err(Problem::Refused(text).advised(OWN))
            }
            // Which of them are of protocol 5, like the A1, only the board tells.
            Protocol::Either => self.check_newer(true),
            Protocol::Adnl => self.check_newer(false),
        }
    }

    /// The same for a board that speaks ADNL and identifies itself.
    pub(crate) fn check_adnl(&self, identify: Identify) -> Result<(), Problem> {
        self.check_newer(identify.protocol < 6)
    }

    /// Refuses files for older boards. The A1's, of protocol 5, look like those of G12.
    fn check_newer(&self, like_g12: bool) -> Result<(), Problem> {
        for file in &self.files {
            let Some(image) = &file.image else { continue };
            if !like_g12 || !image.layout.is_g12() {
                let text =
                    format!("{}: it is for {}, but this board is newer", file.name, image.layout);
                let advice = "use u-boot.bin.usb.signed and u-boot.bin.signed for this board";
                return Err(Problem::Refused(text).advised(advice));
            }
        }
        Ok(())
    }

    /// What the mask ROM is given, and what BL2 is given, over ADNL: the first file and the last.
    pub(crate) fn parts(&self) -> (&[u8], &[u8]) {
        let first = self.files.first().map_or(&[][..], |file| &file.bytes);
        let last = self.files.last().map_or(&[][..], |file| &file.bytes);
        (first, last)
    }

    pub(crate) fn plan(&self) -> Vec<String> {
        if self.encrypted {
            return self.files.iter().map(File::unread).collect();
        }
        if let (Some(image), [file]) = (self.whole(), self.files.as_slice()) {
            let length = file.bytes.len();
            return vec![format!(
                "{}: {}, {length} bytes: to the mask ROM and BL2, part by part",
                file.name,
                image.what()
            )];
        }
        if let Some((bl2, tpl)) = self.pair() {
            return vec![
                format!(
                    "{}: BL2, {} bytes, to the mask ROM; have it set up DRAM",
                    bl2.name,
                    bl2.bytes.len()
                ),
                format!("{}: U-Boot, {} bytes, to DRAM", tpl.name, tpl.bytes.len()),
            ];
        }
        let line = |file: &File, whose: &str| {
            format!("{}: what {whose} asks for of {} bytes", file.name, file.bytes.len())
        };
        let first = self.files.first().map(|file| line(file, "the mask ROM"));
        let last = self.files.last().map(|file| line(file, "BL2"));
        first.into_iter().chain(last).collect()
    }
}

/// The families that a pair is for.
fn together(bl2: &File, tpl: &File) -> Result<Layout, Unsound> {
    match (&bl2.image, &tpl.image) {
        (Some(bl2), Some(tpl)) => image::together(bl2.layout, tpl.layout),
        _ => Err(Unsound("a pair is recognised by what is in it".into())),
    }
}

/// Refuses what is no boot file of any family, or a damaged one.
fn check(bytes: &[u8]) -> Result<Option<image::Image>, Unsound> {
    if image::layout(bytes).is_some() {
        return image::check(bytes).map(Some);
    }
    image::check_signed(bytes).map(|_| None)
}
