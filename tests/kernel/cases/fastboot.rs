//! Debian's fastboot, unmodified, and our commands against our virtual boards with a TH1520 and a K1, on a real kernel.

use std::{fs::File, os::unix::fs::FileExt};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, finish, noise, run, text},
    world::{comes, leaves, other, soon},
};

pub(super) const CASES: &[Case] = cases![
    it_lists_boards_that_have_no_serial_number,
    it_starts_a_loader_and_writes_partitions,
    it_takes_the_okay_of_a_rom_for_a_write,
    it_cuts_what_is_longer_than_a_download,
    it_takes_the_okay_of_a_board_that_cannot_write,
    it_brings_a_k1_to_its_u_boot,
    a_licheepi_is_flashed_from_its_mask_rom,
    a_k1_is_flashed_from_its_mask_rom,
    two_identical_boards_are_listed,
    androids_words_bring_a_licheepi_up,
];

const LICHEEPI: &str = "sipeed/licheepi-4a:port=1-3";
const K1: &str = "bananapi/f3:port=1-3";
/// Where the vendor's U-Boot has `boot`, in sectors.
const BOOT: u64 = 4096;

fn fastboot(arguments: &str) -> Run {
    finish(&mut other("fastboot", &format!("-s usb:1-3 {arguments}")))
}

/// What it says after the name of a variable.
fn getvar(name: &str) -> String {
    // It says it to stderr.
    let said = fastboot(&format!("getvar {name}")).stderr;
    let line = said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.map_or_else(|| said.clone(), str::to_owned)
}

/// A board whose eMMC is in a file that stays.
fn kept(folder: &Folder, board: &str) -> String {
    format!("{board},storage={},size=1G", text(&folder.path("emmc")))
}

/// Bytes of the eMMC from a sector on.
fn on_emmc(folder: &Folder, sector: u64, length: usize) -> Vec<u8> {
    let file = File::open(folder.path("emmc")).expect("the eMMC's file");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, sector * 512).expect("inside");
    bytes
}

/// Waits for a program at the port: its vendor and product.
#[track_caller]
fn runs(ids: &str) {
    let at_port = || {
        let of = |name| std::fs::read_to_string(format!("/sys/bus/usb/devices/1-3/{name}"));
        let (Ok(vendor), Ok(product)) = (of("idVendor"), of("idProduct")) else { return false };
        format!("{}:{}", vendor.trim(), product.trim()) == ids
    };
    assert!(soon(at_port), "{ids} did not come");
    comes("1-3");
}

fn it_lists_boards_that_have_no_serial_number() {
    let _served = Served::start(&[LICHEEPI, "bananapi/f3:port=1-4", "radxa/rock-5b:port=1-5"]);
    let list = finish(&mut other("fastboot", "devices -l")).good().stdout;
    let mut lines: Vec<_> =
        list.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
    lines.retain(|words| !words.is_empty());
    lines.sort_by_key(|words| words.last().copied());
    let found: Vec<_> =
        lines.iter().map(|words| (words[0], *words.last().expect("some"))).collect();
    assert_eq!(found, [("????????????", "usb:1-3"), ("dfu-device", "usb:1-4")], "{list}");
}

fn it_starts_a_loader_and_writes_partitions() {
    let folder = Folder::new();
    let loader = folder.file("loader.bin", &noise(1_000_001, 3));
    let data = noise(1 << 20, 4);
    let image = folder.file("boot.ext4", &data);
    let served = Served::start(&[&kept(&folder, LICHEEPI)]);
    assert_eq!(getvar("max-download-size"), "0x00120000");
    fastboot(&format!("flash ram {loader}")).good();
    fastboot("reboot").good();
    runs("1234:8888");
    assert_eq!(getvar("partition-size:boot"), "0x000000001f400000");
    fastboot(&format!("flash boot {image}")).good();
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
    fastboot("erase boot").good();
    assert!(on_emmc(&folder, BOOT, data.len()).iter().all(|byte| *byte == 0));
    assert_eq!(fastboot(&format!("flash nothing {image}")).code, 1);
    served.end();
}

/// The commonest failure that people report: without `flash ram` first, all is said to be well and nothing is written.
fn it_takes_the_okay_of_a_rom_for_a_write() {
    use std::os::unix::fs::MetadataExt;
    let folder = Folder::new();
    let image = folder.file("root.ext4", &noise(3 << 20, 5));
    let _served = Served::start(&[&kept(&folder, LICHEEPI)]);
    fastboot(&format!("flash root {image}")).good();
    let emmc = std::fs::metadata(folder.path("emmc")).expect("the eMMC's file");
    assert_eq!(emmc.blocks(), 0, "something was written");
}

/// Pieces of whole blocks, which it makes well.
fn it_cuts_what_is_longer_than_a_download() {
    let folder = Folder::new();
    let mut data = noise(5 << 20, 6);
    data[1 << 20..2 << 20].fill(0);
    let image = folder.file("boot.ext4", &data);
    let _served =
        Served::start(&[&kept(&folder, &format!("{LICHEEPI},mode=uboot,limit=1M,info=2"))]);
    fastboot(&format!("flash boot {image}")).good();
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
}

fn it_takes_the_okay_of_a_board_that_cannot_write() {
    let folder = Folder::new();
    let image = folder.file("boot.ext4", &noise(1 << 20, 7));
    let _served = Served::start(&[&kept(&folder, &format!("{LICHEEPI},mode=uboot,protected=on"))]);
    fastboot(&format!("flash boot {image}")).good();
    assert!(on_emmc(&folder, BOOT, 1 << 20).iter().all(|byte| *byte == 0), "it was written");
}

/// All three programs have the same numbers; a table of partitions comes first.
fn it_brings_a_k1_to_its_u_boot() {
    let folder = Folder::new();
    let [fsbl, uboot] = [(200_000, 8), (1 << 20, 9)]
        .map(|(length, seed)| folder.file(&format!("{seed}"), &noise(length, seed)));
    let table = folder.file("table.json", b"{\"partitions\": []}");
    let data = noise(2 << 20, 10);
    let image = folder.file("rootfs", &data);
    let _served = Served::start(&[&kept(&folder, &format!("{K1},table=off"))]);
    for file in [fsbl, uboot] {
        assert_eq!(getvar("version-brom"), "1.0");
        fastboot(&format!("stage {file}")).good();
        fastboot("continue").good();
        leaves("1-3");
        comes("1-3");
    }
    assert_eq!(getvar("product"), "k1-x");
    assert_eq!(fastboot(&format!("flash rootfs {image}")).code, 1);
    fastboot(&format!("flash gpt {table}")).good();
    fastboot(&format!("flash rootfs {image}")).good();
    assert!(on_emmc(&folder, 8192, data.len()) == data);
    // Its data phase opens with a word that this tool does not know.
    fastboot("oem read:rootfs").good();
    assert_ne!(fastboot(&format!("get_staged {}", text(&folder.path("back")))).code, 0);
}

fn a_licheepi_is_flashed_from_its_mask_rom() {
    let folder = Folder::new();
    let loader = folder.file("loader.bin", &noise(1_000_001, 20));
    // Longer than a piece, and no multiple of a block.
    let data = noise((9 << 20) + 1536, 21);
    let image = folder.file("boot.ext4", &data);
    let served = Served::start(&[&kept(&folder, &format!("{LICHEEPI},info=2"))]);
    let line = format!("flash licheepi-4a {image} --to boot --file spl={loader} --yes --json");
    let event = run(&line).good().last_event();
    let told = (&event["verified"], &event["restarted"], &event["port"]);
    assert_eq!(told, (&false.into(), &true.into(), &"1-3".into()), "{event}");
    assert_eq!(event["how"]["none"], data.len(), "{event}");
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
    assert!(
        on_emmc(&folder, BOOT + data.len() as u64 / 512, 1 << 20).iter().all(|byte| *byte == 0)
    );
    served.end();
}

fn a_k1_is_flashed_from_its_mask_rom() {
    let folder = Folder::new();
    let [fsbl, uboot] = [(200_000, 22), (1 << 20, 23)]
        .map(|(length, seed)| folder.file(&format!("{seed}"), &noise(length, seed)));
    let data = noise((9 << 20) + 512, 24);
    let image = folder.file("rootfs", &data);
    let table = folder.file("table.json", b"{\"partitions\": []}");
    let _served = Served::start(&[&kept(&folder, &format!("{K1},table=off"))]);
    let files = format!("--file spl={fsbl} --file uboot={uboot}");
    run(&format!("flash f3 {image} --to rootfs {files} --yes"))
        .bad(7, "on blank storage the table comes first");
    run(&format!("fastboot partition write gpt {table} --yes")).good();
    let line = format!("flash f3 {image} --to rootfs {files} --yes --no-reset --json");
    let event = run(&line).good().last_event();
    assert_eq!(event["how"]["read-back"], data.len(), "{event}");
    assert!(on_emmc(&folder, 8192, data.len()) == data);
    // Its U-Boot is there still: nothing is sent to it but questions.
    let event = run(&format!("recover f3 {files} --json")).good().last_event();
    assert_eq!(event["identity"]["stage"], "uboot", "{event}");
    run(&format!("verify f3 {image} --on rootfs")).good();
    run(&format!("fastboot stage {fsbl}")).bad(7, "the K1's U-Boot runs already");
}

/// They have no serial number: other tools take the first one that they find.
fn two_identical_boards_are_listed() {
    let folder = Folder::new();
    let image = folder.file("boot.ext4", &noise(1 << 20, 25));
    let other = text(&folder.path("other"));
    let other = format!("sipeed/licheepi-4a:port=1-4,mode=uboot,storage={other},size=1G");
    let _served = Served::start(&[&kept(&folder, &format!("{LICHEEPI},mode=uboot")), &other]);
    let line = format!("flash licheepi-4a {image} --to boot --yes");
    run(&line).bad(3, "at the ports 1-3, 1-4").bad(3, "--port");
    run("fastboot erase boot --yes").bad(3, "at the ports 1-3, 1-4");
    run(&format!("{line} --port 1-4")).good();
    assert!(on_emmc(&folder, BOOT, 1 << 20).iter().all(|byte| *byte == 0));
}

/// What users of Android's tool type, one process each.
fn androids_words_bring_a_licheepi_up() {
    let folder = Folder::new();
    let loader = folder.file("loader.bin", &noise(1_000_001, 26));
    let data = noise(3 << 20, 27);
    let image = folder.file("root.ext4", &data);
    let _served = Served::start(&[&kept(&folder, LICHEEPI)]);
    run(&format!("fastboot flash boot {image} --yes"))
        .bad(7, "no partition is written there, whatever it answers");
    run(&format!("fastboot flash ram {loader}")).good();
    run("fastboot reboot").good();
    runs("1234:8888");
    run(&format!("fastboot flash boot {image} --yes")).good();
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
    run("fastboot erase boot --yes").good();
    assert!(on_emmc(&folder, BOOT, data.len()).iter().all(|byte| *byte == 0));
}
