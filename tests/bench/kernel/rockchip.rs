//! Rockchip's sectors, beside rkdeveloptool and the published crate rockusb.

use std::fs;

use crate::{
    job::{Job, Task, Way},
    peer,
    tool::{Folder, loader, noise, text},
    world::other,
};

const MIB: u64 = 1 << 20;
const SECTOR: u64 = 512;

/// The eMMC is in a file of the guest's memory, and keeps what a task before wrote. Reads are real, and writes may have a
/// parity.
fn job(folder: &Folder, mib: u64, ways: Vec<Way>) -> Job {
    let emmc = text(&folder.path(&format!("emmc-{mib}")));
    let board = format!("radxa/rock-5b:mode=usbplug,storage={emmc},size={}M", 2 * mib);
    Job { board, bytes: Some(mib * MIB), ways, leaves: false }
}

/// Bytes that repeat nowhere within 64 MiB, as a file.
fn image(folder: &Folder, mib: u64) -> String {
    let path = folder.path(&format!("image-{mib}"));
    if !path.exists() {
        let piece = noise((mib.min(64) * MIB) as usize, 1);
        fs::write(&path, piece.repeat((mib.div_ceil(64)) as usize)).expect("the guest has room");
    }
    text(&path)
}

/// The ways that do not verify: rkdeveloptool's, ours, and those of rockusb's client, with commands as long as those of
/// its own tool's stream and with commands as long as ours.
fn ways(rkdeveloptool: &str, ours: &str, (what, mib): (&str, u64), file: &str) -> Vec<Way> {
    let mut ways = vec![Way::other("rkdeveloptool", "rkdeveloptool", rkdeveloptool)];
    ways.push(Way::ours("racklet-flash", &format!("rk {ours}")));
    let (client, sectors) = (peer::path(), mib * MIB / SECTOR);
    for (name, through, most) in [
        ("rockusb, nusb, 64 KiB", "nusb", 128),
        ("rockusb, nusb, 1 MiB", "nusb", 2048),
        ("rockusb, libusb, 1 MiB", "libusb", 2048),
    ] {
        let arguments = format!("{through} {what} 0 {sectors} {file} {most}");
        ways.push(Way::other(name, &client, &arguments));
    }
    ways
}

fn write(folder: &Folder, mib: u64) -> Job {
    let image = image(folder, mib);
    let ours = format!("disk write --yes 0 {image} --verify none");
    let ways = ways(&format!("wl 0 {image}"), &ours, ("write", mib), &image);
    job(folder, mib, ways)
}

fn read(folder: &Folder, mib: u64) -> Job {
    let (back, sectors) = (text(&folder.path("sectors")), mib * MIB / SECTOR);
    let ours = format!("disk read --yes 0 {sectors} {back}");
    job(folder, mib, ways(&format!("rl 0 {sectors} {back}"), &ours, ("read", mib), &back))
}

fn ours(name: &'static str, arguments: &str) -> Way {
    Way::ours(name, &format!("rk disk {arguments}"))
}

fn verified(folder: &Folder) -> Job {
    let write = format!("write --yes 0 {}", image(folder, 64));
    let ways = vec![
        ours("not verified", &format!("{write} --verify none")),
        ours("parity", &write),
        ours("read back", &format!("{write} --verify read-back")),
    ];
    job(folder, 64, ways)
}

/// What the board holds already, read and compared.
fn equal(folder: &Folder) -> Job {
    let (image, back) = (image(folder, 512), text(&folder.path("sectors")));
    let ways = vec![
        ours("write", &format!("write --yes 0 {image} --verify none")),
        ours("read", &format!("read --yes 0 {} {back}", 512 * MIB / SECTOR)),
        ours("write the rest of it", &format!("write --yes 0 {image} --resume")),
    ];
    job(folder, 512, ways)
}

/// An image half of which can be packed, packed in each form. The time on the bus is that after the check.
fn packed(folder: &Folder) -> Job {
    let path = folder.path("half");
    let piece = noise(MIB as usize / 2, 7).into_iter().flat_map(|byte| [byte, b' ']);
    fs::write(&path, piece.collect::<Vec<_>>().repeat(128)).expect("the guest has room");
    let path = text(&path);
    let mut ways = vec![ours("raw", &format!("write --yes 0 {path} --verify none"))];
    for (name, tool, options) in [("zst", "zstd", "-q"), ("gz", "gzip", "-1k"), ("xz", "xz", "-0k")]
    {
        let made = other(tool, &format!("{options} {path}")).status().expect("Debian has it");
        assert!(made.success(), "{tool}");
        ways.push(ours(name, &format!("write --yes 0 {path}.{name} --verify none")));
    }
    job(folder, 128, ways)
}

/// An image a tenth of which is data, in 16 places; the rest are zeros.
fn holed() -> Vec<u8> {
    let mut image = vec![0; 64 * MIB as usize];
    let (step, data) = (image.len() / 16, image.len() / 160 / 4096 * 4096);
    for (index, place) in image.chunks_mut(step).enumerate() {
        place[..data].copy_from_slice(&noise(data, index as u32));
    }
    image
}

fn holes(folder: &Folder) -> Job {
    let holes = folder.file("holes", &holed());
    let map = text(&folder.path("holes.bmap"));
    for (tool, arguments) in [
        // bmaptool asks the file system for holes.
        ("fallocate", format!("--dig-holes {holes}")),
        ("bmaptool", format!("create {holes} -o {map}")),
        ("gzip", format!("-1k {holes}")),
    ] {
        let made = other(tool, &arguments).status().expect("tests/setup installs it");
        assert!(made.success(), "{tool} {arguments}");
    }
    let write = |name, arguments: &str| ours(name, &format!("write --yes 0 {arguments}"));
    let ways = vec![
        write("all of it", &format!("{holes} --no-bmap")),
        write("a tenth, bmap", &holes),
        write("a tenth, gzip and bmap", &format!("{holes}.gz")),
    ];
    job(folder, 64, ways)
}

/// From the mask ROM to the restart.
fn flash(folder: &Folder) -> Job {
    // rkdeveloptool knows loaders by the end of their names.
    let (image, loader) = (image(folder, 64), folder.file("loader.bin", &loader("RK3588")));
    let lines = [
        format!("rkdeveloptool db {loader}"),
        "until rkdeveloptool td | grep -q OK; do :; done".into(),
        format!("rkdeveloptool wl 0 {image}"),
        "rkdeveloptool rd".into(),
    ];
    let script = folder.file("flash.sh", lines.join(" && ").as_bytes());
    // Each round begins when the board is back from the restart of the one before.
    let ours = format!("flash rock-5b {image} --file loader={loader} --yes --wait 10");
    let ways = vec![
        Way::other("rkdeveloptool, 4 calls", "sh", &script),
        Way::ours("not verified", &format!("{ours} --verify none")),
        Way::ours("parity", &ours),
    ];
    let emmc = text(&folder.path("emmc-64"));
    let board = format!("radxa/rock-5b:storage={emmc},size=128M");
    Job { board, bytes: Some(64 * MIB), ways, leaves: true }
}

/// Every task.
pub(crate) const TASKS: &[Task] = &[
    ("holes 64 MiB", holes),
    ("write 64 MiB", |folder| write(folder, 64)),
    ("read 64 MiB", |folder| read(folder, 64)),
    ("verify 64 MiB", verified),
    ("flash 64 MiB", flash),
    ("packed 128 MiB", packed),
    ("write 512 MiB", |folder| write(folder, 512)),
    ("read 512 MiB", |folder| read(folder, 512)),
    ("equal 512 MiB", equal),
];
