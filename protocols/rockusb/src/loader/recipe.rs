//! The text files that tell packers what goes into a loader file (`RK3588MINIALL.ini` and the like).

use alloc::{format, string::String, vec::Vec};
use core::time::Duration;

use super::{Header, Heads, Kind, Load, NAME};
use crate::{
    Unsound, chips,
    idb::WORDS,
    wire::{Area, SECTOR},
};

/// A blob that a recipe names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is for.
    pub kind: Kind,
    /// Its name in the loader file.
    pub name: String,
    /// The file that holds it, as written.
    pub path: String,
    /// How long a host is to wait after it was sent.
    pub delay: Duration,
}

/// A recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// What the header will say; the time is not in it.
    pub header: Header,
    /// Padding, in bytes.
    pub align: usize,
    /// The heads to be added, where there are to be any (`NEWIDB=true`).
    pub heads: Option<Heads>,
    /// The blobs.
    pub parts: Vec<Part>,
    /// The name of the file to be made.
    pub output: Option<String>,
}

/// The loader file that a recipe names as ready, where it has no blobs: such recipes are nothing but `PATH=FILE`.
pub fn prebuilt(text: &str) -> Option<String> {
    let settings = Settings::read(text);
    let bare = settings.0.iter().all(|(section, ..)| matches!(&section[..], "" | "OUTPUT"));
    let path = settings.get("", "PATH").or_else(|| settings.get("OUTPUT", "PATH"));
    path.filter(|path| bare && !path.is_empty()).map(Into::into)
}

/// The settings of a recipe, by section and key, both in capitals.
struct Settings<'t>(Vec<(String, String, &'t str)>);

impl<'t> Settings<'t> {
    fn read(text: &'t str) -> Self {
        let mut settings = Vec::new();
        let mut section = String::new();
        for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name.trim().to_ascii_uppercase();
            } else if let Some((key, value)) =
                line.split_once('=').filter(|_| !line.starts_with(['#', ';']))
            {
                let key = key.trim().to_ascii_uppercase();
                settings.push((section.clone(), key, value.trim()));
            }
        }
        Self(settings)
    }

    fn get(&self, section: &str, key: &str) -> Option<&'t str> {
        // The last one counts, as for boot_merger.
        let found =
            self.0.iter().rfind(|(in_section, name, _)| in_section == section && name == key);
        found.map(|(_, _, value)| *value)
    }

    fn number(&self, section: &str, key: &str) -> Result<Option<u32>, Unsound> {
        let Some(text) = self.get(section, key) else { return Ok(None) };
        let number = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => text.parse(),
        };
        number.map(Some).map_err(|_| Unsound(format!("[{section}] {key} is no number: {text}")))
    }

    fn flag(&self, section: &str, key: &str) -> bool {
        self.get(section, key).is_some_and(|text| text.eq_ignore_ascii_case("true"))
    }
}

impl Recipe {
    /// Reads a recipe.
    ///
    /// # Errors
    /// When a line cannot be understood or a needed one is missing.
    pub fn parse(text: &str) -> Result<Self, Unsound> {
        let settings = Settings::read(text);
        let new = settings.flag("SYSTEM", "NEWIDB");
        let header = Header {
            new,
            version: version(&settings)?,
            merger: 0x0100_0000,
            chip: chip(settings.get("CHIP_NAME", "NAME").unwrap_or_default())?,
            plain_flash: settings.flag("FLAG", "RC4_OFF"),
            plain_wire: settings.flag("FLAG", "471_RC4_OFF"),
            no_sum: settings.flag("FLAG", "CRC_OFF"),
            ..Header::default()
        };
        let mut parts = downloads(&settings, Area::Sram, "CODE471_OPTION")?;
        parts.extend(downloads(&settings, Area::Dram, "CODE472_OPTION")?);
        let (flash, images) = flash_parts(&settings)?;
        parts.extend(flash);
        if parts.is_empty() {
            return Err(Unsound::new("the recipe names no blobs"));
        }
        let heads = if new { Some(Heads { words: words(&settings)?, images }) } else { None };
        let output = settings.get("OUTPUT", "PATH").filter(|path| !path.is_empty());
        Ok(Self { header, align: align(&settings)?, heads, parts, output: output.map(Into::into) })
    }
}

/// What boot_merger 1.35 makes of names that are not the first four letters of themselves.
const NAMES: [(&str, u32); 13] = [
    ("CAYMAN", 0x11),
    ("28", 0x20),
    ("281X", 0x21),
    ("PANDA", 0x22),
    ("NANO", 0x30),
    ("SMART", 0x31),
    ("CROWN", 0x40),
    ("29", 0x50),
    ("292X", 0x51),
    ("30", 0x60),
    ("30B", 0x61),
    ("31", 0x70),
    ("32", 0x80),
];

/// The code of a recipe's name: its first four letters after RK or RV, whatever SoC that is.
fn chip(name: &str) -> Result<u32, Unsound> {
    let capitals = name.trim().to_ascii_uppercase();
    let rest = capitals.strip_prefix("RK").or_else(|| capitals.strip_prefix("RV"));
    let rest = rest.filter(|rest| !rest.is_empty() && rest.is_ascii());
    let code = match rest {
        None => chips::code_of(&capitals),
        Some(rest) => match NAMES.iter().find(|(name, _)| *name == rest) {
            Some((_, code)) => Some(*code),
            None => chips::code(rest.get(..4).unwrap_or(rest)),
        },
    };
    code.ok_or_else(|| {
        Unsound(format!(
            "[CHIP_NAME] NAME is no SoC of the packer's, which begin with RK or RV: `{name}`"
        ))
    })
}

fn version(settings: &Settings<'_>) -> Result<u32, Unsound> {
    let byte = |key| {
        let number = settings.number("VERSION", key)?.unwrap_or(0);
        let byte = u8::try_from(number).map(u32::from);
        byte.map_err(|_| Unsound(format!("[VERSION] {key} is above 255: {number}")))
    };
    Ok(byte("MAJOR")? << 8 | byte("MINOR")?)
}

/// The padding of blobs in bytes.
fn align(settings: &Settings<'_>) -> Result<usize, Unsound> {
    match settings.number("SYSTEM", "ALIGN")?.unwrap_or(4) {
        sectors @ 1..=32 => Ok(sectors as usize * SECTOR),
        other => Err(Unsound(format!("[SYSTEM] ALIGN is not from 1 to 32 sectors: {other}"))),
    }
}

/// The words that both heads carry.
fn words(settings: &Settings<'_>) -> Result<[u32; WORDS], Unsound> {
    let mut words = [0; WORDS];
    let names = (0..10).map(|index| ("BOOT0_PARAM", index));
    let names = names.chain((0..8).map(|index| ("BOOT1_PARAM", index)));
    for (word, (section, index)) in words.iter_mut().zip(names) {
        *word = settings.number(section, &format!("WORD_{index}"))?.unwrap_or(0);
    }
    Ok(words)
}

fn downloads(settings: &Settings<'_>, area: Area, section: &str) -> Result<Vec<Part>, Unsound> {
    let count = settings.number(section, "NUM")?.unwrap_or(0).min(255);
    let delay = Duration::from_millis(settings.number(section, "SLEEP")?.unwrap_or(0).into());
    (1..=count)
        .map(|index| {
            let path = settings.get(section, &format!("PATH{index}"));
            let path = path.filter(|path| !path.is_empty());
            let path = path.ok_or_else(|| Unsound(format!("[{section}] has no Path{index}")))?;
            Ok(Part { kind: Kind::Download(area), name: stem(path), path: path.into(), delay })
        })
        .collect()
}

/// The parts for flash, and where each is loaded and its flags.
fn flash_parts(settings: &Settings<'_>) -> Result<(Vec<Part>, Vec<Load>), Unsound> {
    const SECTION: &str = "LOADER_OPTION";
    let count = match settings.number(SECTION, "NUM")? {
        None => settings.number(SECTION, "LOADERCOUNT")?,
        count => count,
    };
    // LOADER1 is the first in the vendor's recipes, LOADER0 in some others.
    let first = u32::from(settings.get(SECTION, "LOADER0").is_none());
    let part = |index: u32| {
        let name = settings.get(SECTION, &format!("LOADER{index}"));
        let name = name.ok_or_else(|| Unsound(format!("[{SECTION}] has no LOADER{index}")))?;
        let path = settings.get(SECTION, &name.to_ascii_uppercase());
        let path = path.filter(|path| !path.is_empty());
        let path = path.ok_or_else(|| Unsound(format!("[{SECTION}] has no {name}")))?;
        let part =
            Part { kind: Kind::Flash, name: stem(name), path: path.into(), delay: Duration::ZERO };
        Ok((part, image(settings, index)?))
    };
    (first..first + count.unwrap_or(0).min(255)).map(part).collect()
}

/// Where an image on flash is loaded, and its flags.
fn image(settings: &Settings<'_>, index: u32) -> Result<Load, Unsound> {
    let section = format!("LOADER{index}_PARAM");
    let number = |key| settings.number(&section, key);
    let Load { address, flags } = Load::default();
    let address = number("LOAD_ADDR")?.unwrap_or(address);
    Ok(Load { address, flags: number("FLAG")?.unwrap_or(flags) })
}

/// A file's name without folder, up to its first dot and as long as an entry's name may be, as boot_merger cuts it.
fn stem(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = file.split('.').next().unwrap_or(file);
    stem.chars().filter(|letter| letter.len_utf16() == 1).take(NAME).collect()
}
