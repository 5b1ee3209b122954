//! Amlogic's files in words.

use amlogic::{
    image::{self, Sum, Tpl},
    package::{Format, Item, Package, Platform},
};

use super::Sound;

/// The protocol that a package is for: for scripts, and for people.
pub(crate) fn protocol(package: &Package) -> (&'static str, &'static str) {
    match package.is_adnl() {
        true => ("adnl", "ADNL (S905X4 and newer)"),
        false => ("optimus", "Optimus (up to SM1)"),
    }
}

/// The families that a package can be for, as far as it tells.
pub(crate) fn families(platform: Option<Platform>) -> Vec<&'static str> {
    platform.into_iter().flat_map(Platform::families).map(|family| family.name).collect()
}

/// The name of an item's format.
pub(crate) fn format(format: Format) -> String {
    match format {
        Format::Normal => "normal".into(),
        Format::Sparse => "sparse".into(),
        Format::Ubi => "ubi".into(),
        Format::Ubifs => "ubifs".into(),
        Format::Other(number) => format!("{number:#x}"),
    }
}

/// A package.
pub(crate) fn package(sound: &Sound) -> String {
    let package = &sound.package;
    let mut text = format!(
        "Amlogic burning package, version {}, for {}, CRC holds",
        package.version,
        protocol(package).1
    );
    let families = families(sound.platform);
    if !families.is_empty() {
        text += &format!("\nits addresses are those of {}", families.join(", "));
    }
    for listed in sound.items() {
        text += &format!("\n{}", item(listed, sound));
    }
    text
}

fn item(item: &Item, sound: &Sound) -> String {
    let bytes = item.range.end - item.range.start;
    let mut text = format!("{:<24} {bytes} bytes", link::Foreign(item.name()));
    if item.format != Format::Normal {
        text += &format!(", {}", format(item.format));
    }
    if let Some(other) = item.backup {
        text += &format!(", the same as item {other}");
    }
    if sound.is_hashed(item) {
        text += ", SHA-1 holds";
    }
    text
}

/// A boot image of the older families, and whether all of it could be checked that has a checksum; an error where it is
/// not sound.
pub(crate) fn boot_image(bytes: &[u8]) -> Result<(String, bool), String> {
    let image = image::check(bytes).map_err(|error| format!("Amlogic boot image: {error}"))?;
    let mut text = format!("Amlogic boot image: {}", image.what());
    if let Some((bl2, sum)) = image.bl2.as_ref().zip(image.sum.as_ref()) {
        text += &format!(", {}", self::sum(sum, bl2.len()));
    }
    match &image.tpl {
        Some((_, Tpl::Fip(fip))) => {
            for entry in fip.entries.iter().filter(|entry| !entry.range.is_empty()) {
                let holds = if entry.hashed { ", SHA-256 holds" } else { "" };
                text += &format!("\n{} {} bytes{holds}", entry.part, entry.range.len());
            }
        }
        Some((_, Tpl::Chain(chain))) => {
            text +=
                &format!("\n{} encrypted blocks that only the SoC can read", chain.blocks.len());
        }
        None => {}
    }
    Ok((text, image.sum != Some(Sum::Signed)))
}

/// A description of BL2, which has this many bytes.
pub(crate) fn sum(sum: &Sum, size: usize) -> String {
    match sum {
        Sum::Holds(data) if data.end == size => "SHA-256 of BL2 holds".into(),
        Sum::Holds(data) => {
            format!("SHA-256 over {} of BL2's {size} bytes holds", data.len())
        }
        Sum::Signed => "BL2 is signed, which only the SoC can check".into(),
    }
}

/// A boot file of the S905X4 and newer families that is marked as one.
pub(crate) fn signed(bytes: &[u8]) -> Result<String, String> {
    let signed = image::check_signed(bytes).map_err(|error| error.to_string())?;
    Ok(format!(
        "Amlogic boot file of the S905X4's kind or newer, {} bytes; its signature only the SoC can check",
        signed.size
    ))
}
