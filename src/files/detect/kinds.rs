//! The kinds of files that are recognised: two tables, one of files that are one thing from their first byte to their
//! last, one of what is at certain sectors of a disk.

use amlogic::image::{Bl2, Sum, check_signed, layout};
use fel::{uimage::UImage, vendor};
use fit::{Fit, FitError};
use link::Foreign;
use rockusb::{idb, loader::Loader, package::partition_image, wire::SECTOR};
use starfive::header::{Header, HeaderError};

use super::{
    super::{amlogic as amlogic_files, rockchip::describe},
    finding::Verdict,
};

/// The longest boot image that begins with the sector of a card's partition table: what is longer is a disk.
const BOOT_IMAGE: u64 = 4 << 20;

/// A kind of file, or of what is on disks.
pub(super) struct Kind {
    pub(super) name: &'static str,
    /// Whether bytes begin like one; also given the file's whole length.
    pub(super) is: fn(&[u8], u64) -> bool,
    /// Judges all of it. On a disk it is given everything from its sector on.
    pub(super) check: fn(&[u8]) -> Verdict,
}

/// Files of their own. The first that fits is it. **A new kind of file is a line here.**
pub(super) const FILES: &[Kind] = &[
    Kind { name: "loader", is: |head, _| Loader::is_one(head), check: loader },
    Kind { name: "idblock", is: |head, _| idb::is_one(head), check: id_block },
    Kind {
        name: "rockchip-partition",
        is: |head, _| partition_image(head).is_some(),
        check: |bytes| Verdict::Unknown(partition_image(bytes).unwrap_or_default().into()),
    },
    Kind { name: "toc0", is: |head, _| is_vendors(head, vendor::Kind::Toc0), check: vendors },
    Kind { name: "boot0", is: |head, _| is_vendors(head, vendor::Kind::Boot0), check: vendors },
    Kind {
        name: "sunxi-package",
        is: |head, _| is_vendors(head, vendor::Kind::Package),
        check: vendors,
    },
    Kind {
        name: "u-boot.fex",
        is: |head, _| is_vendors(head, vendor::Kind::Uboot),
        check: vendors,
    },
    Kind { name: "egon", is: |head, _| is_egon(head), check: egon },
    Kind { name: "uimage", is: |head, _| head.starts_with(&fel::uimage::MAGIC), check: uimage },
    Kind { name: "fit", is: |head, _| head.starts_with(&::fit::MAGIC), check: fit },
    Kind { name: "bl808", is: |head, _| head.starts_with(bouffalo::header::MAGIC), check: bl808 },
    Kind { name: "jh7110", is: |head, _| is_jh7110(head), check: jh7110 },
    Kind { name: "amlogic", is: is_boot_image, check: amlogic },
    Kind { name: "amlogic-signed", is: |head, _| is_signed(head), check: signed },
];

/// What is at sectors of a disk. **A new kind of boot loader on disks is a line here.**
pub(super) const ON_DISKS: &[(&[u64], Kind)] = &[
    (
        &[idb::SECTOR_EMMC as u64],
        Kind { name: "idblock", is: |at, _| idb::is_one(at), check: id_block },
    ),
    (&[1], Kind { name: "amlogic-bl2", is: |at, _| bl2_for(at).is_some(), check: bl2 }),
    (&[16, 256], Kind { name: "egon", is: |at, _| is_egon(at), check: spl }),
    (
        &[16, 256],
        Kind { name: "boot0", is: |at, _| is_vendors(at, vendor::Kind::Boot0), check: vendors },
    ),
    (
        &[16, 256],
        Kind { name: "toc0", is: |at, _| is_vendors(at, vendor::Kind::Toc0), check: vendors },
    ),
];

fn loader(bytes: &[u8]) -> Verdict {
    Loader::parse(bytes).map(|loader| describe::loader(&loader)).into()
}

fn id_block(bytes: &[u8]) -> Verdict {
    describe::id_block(bytes).into()
}

fn is_egon(head: &[u8]) -> bool {
    head.get(4..12) == Some(b"eGON.BT0") && vendor::Kind::of(head).is_none()
}

fn is_vendors(head: &[u8], kind: vendor::Kind) -> bool {
    vendor::Kind::of(head) == Some(kind)
}

/// Boot files of Allwinner's own, and signed ones.
fn vendors(bytes: &[u8]) -> Verdict {
    let Some(found) = vendor::recognise(bytes) else { return Verdict::Unknown(String::new()) };
    match found.sound() {
        Some(true) => Verdict::Sound(found.to_string()),
        Some(false) => Verdict::Unsound(found.to_string()),
        None => Verdict::Unknown(found.to_string()),
    }
}

fn egon(bytes: &[u8]) -> Verdict {
    let told = spl_text(bytes).and_then(|(mut text, spl)| {
        let image = fel::image::Image::parse(bytes).map_err(|error| error.to_string())?;
        text += &spl.map(|name| format!(", for {name}")).unwrap_or_default();
        if let Some(program) = image.program {
            let names: Vec<_> = program.pieces.iter().map(|piece| piece.name.as_str()).collect();
            text += &format!("\nafter it: {}", names.join(", "));
        }
        Ok(text)
    });
    told.into()
}

/// An SPL on a disk; what follows it there is not its own.
fn spl(bytes: &[u8]) -> Verdict {
    spl_text(bytes).map(|(text, _)| text).into()
}

fn spl_text(bytes: &[u8]) -> Result<(String, Option<String>), String> {
    let spl = fel::egon::Spl::parse(bytes);
    let spl = spl.map_err(|error| format!("Allwinner SPL (eGON): {error}"))?;
    let unmarked = if spl.takes_script() { "" } else { ", without U-Boot's SPL mark" };
    let text =
        format!("Allwinner SPL (eGON{unmarked}), {} bytes, checksum holds", spl.bytes().len());
    Ok((text, spl.dt_name().map(Into::into)))
}

fn uimage(bytes: &[u8]) -> Verdict {
    let told = UImage::parse(bytes).map(|image| {
        format!(
            "legacy U-Boot image `{}`, {} bytes for {:#010x}, both CRCs hold",
            image.name.escape_debug(),
            image.data.len(),
            image.load
        )
    });
    told.into()
}

/// A FIT is sound when its structure and its hashes are. What is in it may be for any board.
fn fit(bytes: &[u8]) -> Verdict {
    let fit = match Fit::parse(bytes) {
        Ok(fit) => fit,
        Err(FitError::DeviceTree) => return Verdict::Sound("device tree".into()),
        Err(error) => return Verdict::Unsound(format!("FIT image or device tree: {error}")),
    };
    let images = fit.images().iter().map(|image| {
        let place = image.load.map(|load| format!(" for {load:#010x}")).unwrap_or_default();
        let arch = image.arch.map(|arch| format!(", {}", Foreign(arch))).unwrap_or_default();
        let name = Foreign(image.name);
        format!("\n{name} ({} bytes{place}{arch})", image.data.len())
    });
    let text = format!("FIT image{}", images.collect::<String>());
    match fit.unchecked() {
        None => Verdict::Sound(text),
        Some(why) => Verdict::Unknown(format!("{text}\nstructure sound; {why}")),
    }
}

fn is_jh7110(head: &[u8]) -> bool {
    !matches!(Header::check(head), Err(HeaderError::NoHeader | HeaderError::Short(_)))
}

fn jh7110(bytes: &[u8]) -> Verdict {
    let told = Header::check(bytes).map(|header| {
        format!(
            "JH7110 SPL, {} bytes, version {:#010x}, backup at {:#x}, CRC holds",
            header.payload, header.version, header.backup
        )
    });
    told.map_err(|error| format!("JH7110 SPL: {error}")).into()
}

/// The image of a BL808's flash. Its header is what the chip's mask ROM checks.
fn bl808(bytes: &[u8]) -> Verdict {
    use bouffalo::header::{Header, HeaderError};
    match Header::parse(bytes) {
        Ok(header) => Verdict::Sound(format!(
            "image for a BL808's flash, program at {:#x}, boot header sound",
            header.offset
        )),
        Err(HeaderError::OtherChip) => Verdict::Unknown(format!("{}", HeaderError::OtherChip)),
        Err(error) => Verdict::Unsound(format!("image for a BL808's flash: {error}")),
    }
}

/// Whether a file is a boot image from its first byte to its last: on disks, too, BL2 is after a sector.
fn is_boot_image(head: &[u8], length: u64) -> bool {
    let after_sector = head.get(SECTOR..).is_some_and(|rest| bl2_for(rest).is_some());
    layout(head).is_some() && (!after_sector || length <= BOOT_IMAGE)
}

fn amlogic(bytes: &[u8]) -> Verdict {
    match amlogic_files::describe::boot_image(bytes) {
        Ok((text, true)) => Verdict::Sound(text),
        Ok((text, false)) => Verdict::Unknown(text),
        Err(text) => Verdict::Unsound(text),
    }
}

fn is_signed(head: &[u8]) -> bool {
    layout(head).is_none() && check_signed(head).is_ok_and(|signed| signed.plain || signed.inner)
}

fn signed(bytes: &[u8]) -> Verdict {
    amlogic_files::describe::signed(bytes).map_or_else(Verdict::Unsound, Verdict::Unknown)
}

/// For which boards BL2 is, where one begins here.
fn bl2_for(bytes: &[u8]) -> Option<amlogic::image::Layout> {
    if bytes.get(16..20) == Some(b"@AML") { layout(bytes) } else { None }
}

fn bl2(bytes: &[u8]) -> Verdict {
    let what = bl2_for(bytes).map(|layout| layout.to_string()).unwrap_or_default();
    match Bl2::check(bytes) {
        Ok(Bl2 { sum: Sum::Signed, .. }) => {
            Verdict::Unknown(format!("Amlogic BL2 for {what}, signed"))
        }
        sound => sound.map(|_| format!("Amlogic BL2 for {what}, SHA-256 holds")).into(),
    }
}
