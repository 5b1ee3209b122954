//! Rockchip's files in words.

use rockusb::{
    chips,
    idb::{Head, OldHead, OldSums},
    loader::{Entry, Header, Loader, Sum},
    package::{Archive, Package, Tail},
};

/// The name of the SoC that a code stands for.
pub(crate) fn chip(code: u32) -> String {
    chips::by_code(code)
        .map_or_else(|| format!("an unknown SoC ({code:#010x})"), |chip| chip.name.into())
}

/// A header's version. boot_merger 1.35 writes plain numbers, older packers decimal digits: where the two differ and both
/// can be, both are shown.
pub(crate) fn version(header: &Header) -> String {
    let (major, minor) = (header.version >> 8 & 0xff, header.version & 0xff);
    let plain = format!("{major}.{minor:02}");
    let digits = format!("{major:x}.{minor:02x}");
    if plain == digits || !digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'.')) {
        return plain;
    }
    format!("{digits} (or {plain}, as newer packers count)")
}

/// A loader file.
pub(crate) fn loader(loader: &Loader<'_>) -> String {
    let header = &loader.header;
    let sum = match loader.sum {
        Sum::Good => "checksum holds".into(),
        Sum::Followed(bytes) => format!("checksum holds, {bytes} bytes (a signature) follow"),
        Sum::Unknown => "signed, checksum not found".into(),
    };
    let mut text =
        format!("Rockchip loader for {}, version {}, {sum}", chip(header.chip), version(header));
    for entry in &loader.entries {
        text += &format!("\n{}", part(entry));
    }
    text
}

fn part(entry: &Entry<'_>) -> String {
    let delay = match entry.delay.as_millis() {
        0 => String::new(),
        delay => format!(", then {delay} ms"),
    };
    format!(
        "{:<6} {:<20} {} bytes{delay}",
        entry.kind.name(),
        entry.name.escape_debug(),
        entry.data.len()
    )
}

/// The ID block that bytes begin with; an error where it is not sound.
pub(crate) fn id_block(bytes: &[u8]) -> Result<String, String> {
    if Head::is_one(bytes) { new_block(bytes) } else { old_block(bytes) }
}

fn new_block(bytes: &[u8]) -> Result<String, String> {
    let head = Head::parse(bytes).map_err(|error| error.to_string())?;
    let name = if head.signed { "Rockchip ID block (RKSS)" } else { "Rockchip ID block (RKNS)" };
    for (index, result) in head.check(bytes).into_iter().enumerate() {
        result.map_err(|error| format!("{name}: image {} {error}", index + 1))?;
    }
    let images = head
        .images
        .iter()
        .map(|image| format!("{} sectors from {} on", image.sectors, image.offset));
    let images: Vec<_> = images.collect();
    let signed = if head.signed { "; its signature only the SoC can check" } else { "" };
    Ok(format!("{name}, {:?}, hashes hold: {}{signed}", head.algorithm, images.join(", ")))
}

fn old_block(bytes: &[u8]) -> Result<String, String> {
    let head = OldHead::parse(bytes).map_err(|error| error.to_string())?;
    let sums = match head.sums {
        OldSums::Good => "checksums hold",
        OldSums::Absent => "without checksums, as mkimage makes them",
        OldSums::Bad => return Err("Rockchip ID block: its checksums do not hold".into()),
    };
    let form = if head.plain { "plain" } else { "scrambled" };
    Ok(format!(
        "Rockchip ID block of the old layout, {form} images: {} sectors from {} on, of which {} set up DRAM; {sums}",
        head.total, head.code, head.init
    ))
}

/// A package, or an archive alone.
pub(crate) fn package(package: Option<&Package>, archive: &Archive) -> String {
    let mut text = match package {
        None => "Rockchip archive (RKAF), checksum holds".to_owned(),
        Some(package) => {
            let (major, minor, build) = package.version;
            let tail = match package.tail {
                Tail::Md5(_) => "MD5 holds".into(),
                Tail::Signed(_, bytes) => {
                    format!("MD5 holds, {bytes} bytes of signature that only the SoC can check")
                }
                Tail::None => "without MD5".into(),
            };
            format!(
                "Rockchip package (RKFW) for {}, version {major}.{minor}.{build}, {tail}",
                chip(package.chip)
            )
        }
    };
    text += &format!(
        "\nmodel {}, maker {}",
        archive.model.escape_debug(),
        archive.maker.escape_debug()
    );
    for part in &archive.parts {
        let place = part
            .sector
            .map_or_else(|| "not flashed".into(), |sector| format!("to sector {sector}"));
        let size = if part.has_data() { part.range.end - part.range.start } else { 0 };
        text += &format!("\n{:<16} {size} bytes, {place}", part.name.escape_debug());
    }
    text
}
