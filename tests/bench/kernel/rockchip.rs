//! Rockchip's sectors, beside rkdeveloptool and the published crate rockusb.

use crate::{
    job::{Job, Way},
    peer,
    tool::{Folder, noise, text},
    world::other,
};

const LENGTH: u64 = 64 << 20;
const SECTORS: u64 = LENGTH / 512;

/// The eMMC is in a file of the guest's memory. Reads are real, and writes may have a parity.
fn job(name: &'static str, folder: &Folder, ways: Vec<Way>) -> Job {
    let emmc = text(&folder.path("emmc"));
    let board = format!("radxa/rock-5b:mode=usbplug,storage={emmc},size=128M");
    Job { name, board, bytes: Some(LENGTH), ways, leaves: false }
}

/// The ways that do not verify: rkdeveloptool's, ours, and those of rockusb's client, with commands as long as those of
/// its own tool's stream and with commands as long as ours.
fn ways(rkdeveloptool: &str, ours: &str, what: &str, file: &str) -> Vec<Way> {
    let mut ways = vec![Way::other("rkdeveloptool", "rkdeveloptool", rkdeveloptool)];
    ways.push(Way::ours("racklet-flash", &format!("rk {ours}")));
    let client = peer::path();
    for (name, through, sectors) in [
        ("rockusb, nusb, 64 KiB", "nusb", 128),
        ("rockusb, nusb, 1 MiB", "nusb", 2048),
        ("rockusb, libusb, 1 MiB", "libusb", 2048),
    ] {
        let arguments = format!("{through} {what} 0 {SECTORS} {file} {sectors}");
        ways.push(Way::other(name, &client, &arguments));
    }
    ways
}

/// An image a tenth of which is data, in 16 places; the rest are zeros.
fn holed() -> Vec<u8> {
    let mut image = vec![0; LENGTH as usize];
    let (step, data) = (image.len() / 16, image.len() / 160 / 4096 * 4096);
    for (index, place) in image.chunks_mut(step).enumerate() {
        place[..data].copy_from_slice(&noise(data, index as u32));
    }
    image
}

/// Every task. `folder` gets their files.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let image = folder.file("image", &noise(LENGTH as usize, 1));
    let back = text(&folder.path("sectors"));
    let unverified = ways(
        &format!("wl 0 {image}"),
        &format!("disk write --yes 0 {image} --verify none"),
        "write",
        &image,
    );
    let read = ways(
        &format!("rl 0 {SECTORS} {back}"),
        &format!("disk read --yes 0 {SECTORS} {back}"),
        "read",
        &back,
    );
    let mut verified =
        vec![Way::ours("not verified", &format!("rk disk write --yes 0 {image} --verify none"))];
    verified.push(Way::ours("parity", &format!("rk disk write --yes 0 {image}")));
    verified
        .push(Way::ours("read back", &format!("rk disk write --yes 0 {image} --verify read-back")));
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
    let write =
        |name, arguments: &str| Way::ours(name, &format!("rk disk write --yes 0 {arguments}"));
    let holed = vec![
        write("all of it", &format!("{holes} --no-bmap")),
        write("a tenth, bmap", &holes),
        write("a tenth, gzip and bmap", &format!("{holes}.gz")),
    ];
    vec![
        job("holes 64 MiB", folder, holed),
        job("write 64 MiB", folder, unverified),
        job("read 64 MiB", folder, read),
        job("verify 64 MiB", folder, verified),
    ]
}
