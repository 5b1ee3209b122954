//! A U-Boot that shows its eMMC as a USB disk, through the kernel's own usb-storage.

use std::{fs::File, os::unix::fs::FileExt, path::Path};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, command, finish, noise, run, text},
    world::{Background, other, soon},
};

pub(super) const CASES: &[Case] = cases![
    a_disk_at_its_port_is_flashed,
    what_is_there_already_is_not_written_again,
    a_second_identical_board_is_left_alone,
    a_disk_that_is_mounted_or_swapped_to_is_refused,
    a_disk_that_no_u_boot_shows_is_refused,
    one_that_is_pulled_out_is_told,
    a_protected_one_is_refused,
];

const BOARD: &str = "generic/u-boot-fastboot:mode=ums";

/// A board at a port, whose eMMC is in a file that stays.
fn kept(folder: &Folder, port: &str, more: &str) -> String {
    format!("{BOARD},port={port},storage={},size=64M{more}", text(&folder.path(port)))
}

fn flash(image: &str, port: &str, more: &str) -> Run {
    run(&format!("flash generic/u-boot-ums {image} --to emmc --port {port} --yes --json {more}"))
}

/// Bytes of the eMMC.
fn on_emmc(folder: &Folder, port: &str, offset: u64, length: usize) -> Vec<u8> {
    let file = File::open(folder.path(port)).expect("the eMMC's file");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, offset).expect("inside");
    bytes
}

/// Waits until the kernel has the disk of the board at 1-3: its name.
#[track_caller]
fn disk() -> String {
    let find = || {
        finish(&mut other(
            "find",
            "/sys/bus/usb/devices/1-3:1.0/ -path */block/* -name sd? -maxdepth 5",
        ))
        .stdout
    };
    assert!(soon(|| !find().is_empty()), "no disk came");
    find().trim().rsplit('/').next().unwrap_or_default().to_owned()
}

/// What is refused, in words.
fn refused(image: &str, port: &str, words: &str) {
    run(&format!("flash generic/u-boot-ums {image} --to emmc --port {port} --yes")).bad(7, words);
}

fn code(run: &Run) -> (i32, String) {
    (run.code, run.last_event()["code"].as_str().unwrap_or_default().to_owned())
}

fn a_disk_at_its_port_is_flashed() {
    let folder = Folder::new();
    // No multiple of a sector, a megabyte or a page.
    let data = noise((9 << 20) + 1536 + 7, 1);
    let image = folder.file("image", &data);
    let served = Served::start(&[&kept(&folder, "1-3", "")]);
    let event = flash(&image, "1-3", "").good().last_event();
    let told = (&event["verified"], &event["restarted"], &event["port"]);
    assert_eq!(told, (&true.into(), &false.into(), &"1-3".into()), "{event}");
    assert_eq!(event["how"]["read-back"], data.len().next_multiple_of(512), "{event}");
    run(&format!("verify generic/u-boot-ums {image} --on emmc --port 1-3")).good();
    let wrong = folder.file("wrong", &noise(data.len(), 2));
    run(&format!("verify generic/u-boot-ums {wrong} --on emmc --port 1-3")).bad(5, "sector 0");
    let backup = text(&folder.path("backup"));
    run(&format!("backup generic/u-boot-ums {backup} --from emmc --port 1-3")).good();
    served.end();
    assert!(on_emmc(&folder, "1-3", 0, data.len()) == data);
    assert!(on_emmc(&folder, "1-3", data.len() as u64, 1 << 20).iter().all(|byte| *byte == 0));
    finish(&mut other("cmp", &format!("{backup} {}", text(&folder.path("1-3"))))).good();
}

fn what_is_there_already_is_not_written_again() {
    let folder = Folder::new();
    let mut data = noise(8 << 20, 3);
    let image = folder.file("image", &data);
    let served = Served::start(&[&kept(&folder, "1-3", "")]);
    flash(&image, "1-3", "").good();
    data[5 << 20] ^= 1;
    let image = folder.file("image", &data);
    flash(&image, "1-3", "--if-different").good();
    data[6 << 20] ^= 1;
    let image = folder.file("image", &data);
    flash(&image, "1-3", "--resume").good();
    served.end();
    assert!(on_emmc(&folder, "1-3", 0, data.len()) == data);
}

fn a_second_identical_board_is_left_alone() {
    let folder = Folder::new();
    let data = noise(4 << 20, 4);
    let image = folder.file("image", &data);
    let served = Served::start(&[&kept(&folder, "1-3", ""), &kept(&folder, "1-4", "")]);
    let unnamed = format!("flash generic/u-boot-ums {image} --to emmc --yes");
    run(&unnamed).bad(2, "is not guessed");
    flash(&image, "1-4", "").good();
    served.end();
    assert!(on_emmc(&folder, "1-3", 0, data.len()).iter().all(|byte| *byte == 0));
    assert!(on_emmc(&folder, "1-4", 0, data.len()) == data);
}

fn a_disk_that_is_mounted_or_swapped_to_is_refused() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 5));
    let _served = Served::start(&[&kept(&folder, "1-3", "")]);
    let disk = format!("/dev/{}", disk());
    finish(&mut other("mkswap", &disk)).good();
    finish(&mut other("swapon", &disk)).good();
    refused(&image, "1-3", "is swap");
    finish(&mut other("swapoff", &disk)).good();
    finish(&mut other("mformat", &format!("-i {disk} -F ::"))).good();
    let place = text(&folder.path("mounted"));
    std::fs::create_dir(&place).expect("a folder");
    finish(&mut other("mount", &format!("-t vfat {disk} {place}"))).good();
    refused(&image, "1-3", "is mounted at");
    std::fs::write(Path::new(&place).join("file"), "it works still").expect("a mounted disk");
    finish(&mut other("umount", &place)).good();
    flash(&image, "1-3", "").good();
}

fn a_disk_that_no_u_boot_shows_is_refused() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 6));
    let fastboot = "generic/u-boot-fastboot:port=1-4";
    let served = Served::start(&[&kept(&folder, "1-3", ",disk=Cruzer Blade"), fastboot]);
    refused(&image, "1-3", "Cruzer Blade");
    refused(&image, "1-4", "is no USB disk (ff/42/03)");
    assert_eq!(code(&flash(&image, "1-5", "")), (3, "board.none".into()));
    served.end();
    assert!(on_emmc(&folder, "1-3", 0, 1 << 20).iter().all(|byte| *byte == 0));
}

fn one_that_is_pulled_out_is_told() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(60 << 20, 7));
    let served = Served::start(&[&kept(&folder, "1-3", ",link=high-speed")]);
    disk();
    let line =
        ["flash", "generic/u-boot-ums", &image, "--to", "emmc", "--port", "1-3", "--yes", "--json"];
    let mut writing = Background::start(command(line).stdout(std::process::Stdio::piped()));
    let file = folder.path("1-3");
    let begun = || {
        File::open(&file).is_ok_and(|file| {
            let mut bytes = [0; 512];
            file.read_exact_at(&mut bytes, 20 << 20).is_ok() && bytes != [0; 512]
        })
    };
    assert!(soon(begun), "nothing is written");
    drop(served);
    let said = std::io::read_to_string(writing.stdout()).expect("text");
    assert_eq!(writing.end(), Some(1), "{said}");
    assert!(said.contains("\"usb.gone\"") && said.contains("disconnected"), "{said}");
}

fn a_protected_one_is_refused() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 8));
    let _served = Served::start(&[&kept(&folder, "1-3", ",protected=on")]);
    refused(&image, "1-3", "is write-protected");
}
