//! The text files that tell packers what goes into a loader file (`RK3588MINIALL.ini` and the like).

use alloc::{format, string::String, vec::Vec};
use core::time::Duration;

use super::{Header, Kind};
use crate::{Unsound, chips, wire::Area};

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
    /// The blobs.
    pub parts: Vec<Part>,
    /// The name of the file to be made.
    pub output: Option<String>,
}

/// The settings of a recipe, by section and key, both in capitals.
struct Settings<'t>(Vec<(String, String, &'t str)>);

impl<'t> Settings<'t> {
    fn read(text: &'t str) -> Self {
        let mut settings = Vec::new();
        let mut section = String::new();
        for line in text.lines().map(str::trim) {
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
        let found =
            self.0.iter().find(|(in_section, name, _)| in_section == section && name == key);
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
    pub fn parse(text: &str) -> Result<Self, Unsound> {
        let settings = Settings::read(text);
        let name = settings.get("CHIP_NAME", "NAME").unwrap_or_default();
        let chip = chips::code_of(name)
            .ok_or_else(|| Unsound(format!("[CHIP_NAME] NAME is no known SoC: `{name}`")))?;
        let bcd = |key| settings.number("VERSION", key).map(|number| bcd(number.unwrap_or(0)));
        let new = chips::by_code(chip).is_some_and(|chip| chip.id_block == chips::IdBlock::New);
        let header = Header {
            new,
            version: bcd("MAJOR")? << 8 | bcd("MINOR")?,
            merger: 0x0103_0000,
            chip,
            plain_flash: settings.flag("FLAG", "RC4_OFF") || settings.flag("SYSTEM", "NEWIDB"),
            plain_wire: settings.flag("FLAG", "471_RC4_OFF"),
            no_sum: settings.flag("FLAG", "CRC_OFF"),
            ..Header::default()
        };
        let align =
            settings.number("SYSTEM", "ALIGN")?.map_or(2048, |sectors| sectors as usize * 512);
        let mut parts = downloads(&settings, Area::Sram, "CODE471_OPTION")?;
        parts.extend(downloads(&settings, Area::Dram, "CODE472_OPTION")?);
        parts.extend(flash_parts(&settings)?);
        let output = settings.get("OUTPUT", "PATH").map(Into::into);
        Ok(Self { header, align: align.clamp(512, 1 << 20), parts, output })
    }
}

/// A number below 100 in decimal digits.
fn bcd(number: u32) -> u32 {
    (number / 10 % 10) << 4 | (number % 10)
}

fn downloads(settings: &Settings<'_>, area: Area, section: &str) -> Result<Vec<Part>, Unsound> {
    let count = settings.number(section, "NUM")?.unwrap_or(0).min(255);
    let delay = Duration::from_millis(settings.number(section, "SLEEP")?.unwrap_or(0).into());
    (1..=count)
        .map(|index| {
            let path = settings
                .get(section, &format!("PATH{index}"))
                .ok_or_else(|| Unsound(format!("[{section}] has no Path{index}")))?;
            Ok(Part { kind: Kind::Download(area), name: stem(path), path: path.into(), delay })
        })
        .collect()
}

fn flash_parts(settings: &Settings<'_>) -> Result<Vec<Part>, Unsound> {
    const SECTION: &str = "LOADER_OPTION";
    let count = match settings.number(SECTION, "NUM")? {
        None => settings.number(SECTION, "LOADERCOUNT")?,
        count => count,
    };
    // LOADER1 is the first in the vendor's recipes, LOADER0 in some others.
    let first = u32::from(settings.get(SECTION, "LOADER0").is_none());
    (first..first + count.unwrap_or(0).min(255))
        .map(|index| {
            let name = settings.get(SECTION, &format!("LOADER{index}"));
            let name = name.ok_or_else(|| Unsound(format!("[{SECTION}] has no LOADER{index}")))?;
            let path = settings.get(SECTION, &name.to_ascii_uppercase());
            let path = path.ok_or_else(|| Unsound(format!("[{SECTION}] has no {name}")))?;
            let (name, path) = (name.into(), path.into());
            Ok(Part { kind: Kind::Flash, name, path, delay: Duration::ZERO })
        })
        .collect()
}

/// A file's name without folder and ending, as long as an entry's name may be.
fn stem(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.chars().filter(|letter| letter.len_utf16() == 1).take(19).collect()
}
