//! Files that sessions were recorded with: `# input: NAME = KIND …` in a session's head.
//!
//! * `counting N`: the bytes 0 to 255, over and over, N in all
//! * `text LINE`, with a newline behind it
//! * `fixture PATH`: a file below `fixtures/`
//! * `uboot SPL BODY DTNAME`: an image of an SPL and a U-Boot, so long (see `tool::image`)
//! * `loader SOC DDR USBPLUG`: a loader of Rockchip's, with blobs so long (see `tool::loader_of`)
//! * `amlogic bl2|tpl|g12`: boot files for Amlogic's boards (see `tool::amlogic`)
//! * `parameter MTDPARTS`: a parameter file for a GPT
//! * `gpt SECTORS MTDPARTS`: a disk with nothing but the table of such a file

use std::path::Path;

use rockusb::{parameter::Parameter, wire::SECTOR};

use crate::tool::{self, Folder};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

/// Makes the file that the rest of an `# input:` line describes; its name and its path.
pub(crate) fn make(folder: &Folder, line: &str) -> Result<(String, String), String> {
    let (name, kind) =
        line.split_once('=').ok_or_else(|| format!("`{line}` is not NAME = KIND"))?;
    let bytes = content(kind.trim()).ok_or_else(|| format!("no file is `{kind}`"))?;
    let name = name.trim();
    Ok((name.to_owned(), folder.file(name, &bytes)))
}

/// The bytes of a file.
fn content(kind: &str) -> Option<Vec<u8>> {
    let words: Vec<_> = kind.split_whitespace().collect();
    match words[..] {
        ["counting", length] => Some((0..number(length)?).map(|index| index as u8).collect()),
        ["text", ..] => Some(format!("{}\n", kind.strip_prefix("text ")?).into()),
        ["fixture", path] => std::fs::read(Path::new(FIXTURES).join(path)).ok(),
        ["uboot", spl, body, dt_name] => {
            Some(tool::image(number(spl)?, number(body)?, Some(dt_name)))
        }
        ["loader", soc, ddr, usbplug] => Some(tool::loader_of(soc, number(ddr)?, number(usbplug)?)),
        ["amlogic", what] => boot_file(what),
        ["parameter", parts] => Some(parameter(parts).into()),
        ["gpt", sectors, parts] => disk(number(sectors)?, parts),
        _ => None,
    }
}

/// Noise in the shape of a boot file. U-Boot is no longer than it must be; pyamlboot cannot sum bytes that are not words.
fn boot_file(what: &str) -> Option<Vec<u8>> {
    let (bl2, tpl) = tool::amlogic::gx();
    match what {
        "bl2" => Some(bl2),
        "tpl" => Some(tpl[..0x4000].to_vec()),
        "g12" => Some(tool::amlogic::g12_of("g12b", 0x7_8120)),
        _ => None,
    }
}

fn parameter(parts: &str) -> String {
    format!("TYPE: GPT\nCMDLINE: mtdparts={parts}\n")
}

/// A disk with a partition table.
fn disk(sectors: usize, parts: &str) -> Option<Vec<u8>> {
    let parameter = Parameter::parse(parameter(parts).as_bytes()).ok()?;
    let table = parameter.table(sectors as u64, 0).ok()?;
    let (primary, backup) = table.build(sectors as u64).ok()?;
    let mut disk = vec![0; sectors * SECTOR];
    disk[..primary.len()].copy_from_slice(&primary);
    let start = disk.len() - backup.len();
    disk[start..].copy_from_slice(&backup);
    Some(disk)
}

fn number(text: &str) -> Option<usize> {
    racklet_flash::number::parse(text).ok().and_then(|value| value.try_into().ok())
}

#[test]
fn content_is_what_it_is_called() {
    assert_eq!(
        content("counting 0x102").map(|bytes| bytes[0xff..].to_vec()),
        Some(vec![255, 0, 1])
    );
    assert_eq!(content("text a  b"), Some(b"a  b\n".to_vec()));
    assert!(content("fixture fel/exceptions.toml").is_some());
    assert_eq!(content("uboot 0x6000 20000 x").map(|bytes| bytes.len()), Some(0x8000 + 64 + 20000));
    assert!(content("loader RK3588 3000 2000").is_some_and(|bytes| bytes.starts_with(b"LDR ")));
    let disk = content("gpt 4096 :0x100@0x200(boot)").expect("a disk");
    assert_eq!((disk.len(), &disk[512..520]), (4096 * 512, &b"EFI PART"[..]));
    assert_eq!((content("fixture none"), content("counting")), (None, None));
}
