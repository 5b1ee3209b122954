//! `amlogic disk`, `partition` and `package flash` on virtual boards, whose eMMC is a file.

use std::{fs, io::Write, process::Stdio};

use amlogic::{
    image::Bl2,
    package::{Build, Content, Format},
};

use crate::{
    image::{disk_of, tool},
    rockchip_images::sparse,
    tool::{
        Folder, Run,
        amlogic::{axg, g12, gx, signed},
        command, finish, noise, run, text,
    },
};

const EMMC: usize = 160 << 20;
/// Where images go in these tests.
const SECTOR: usize = 2048;
/// Where the virtual boards have their partition `logo`.
const LOGO: [(&str, usize); 2] = [("khadas/vim1", 0x2_8000), ("generic/s905x4-box", 155_648)];

/// A board whose eMMC is in the folder.
fn board(folder: &Folder, name: &str, options: &str) -> String {
    let emmc = text(&folder.path("emmc"));
    format!("--virtual {name}:storage={emmc},size={EMMC},{options}")
}

fn boards() -> impl Iterator<Item = &'static str> {
    LOGO.iter().map(|(name, _)| *name)
}

/// Bytes of the eMMC from a sector on.
fn held(folder: &Folder, sector: usize, length: usize) -> Vec<u8> {
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    emmc[sector * 512..sector * 512 + length].to_vec()
}

/// Fills the eMMC's first sectors with 0xee.
fn fill(folder: &Folder, sectors: usize) {
    let file = fs::File::create(folder.path("emmc")).expect("the eMMC's file");
    file.set_len(EMMC as u64).expect("a sparse file");
    (&file).write_all(&vec![0xee; sectors * 512]).expect("written");
}

fn is_blank(folder: &Folder) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder.path("emmc")).map_or(0, |emmc| emmc.blocks()) == 0
}

#[test]
fn every_form_becomes_the_same_disk() {
    let folder = Folder::new();
    let disk = disk_of(4);
    folder.file("whole", &disk);
    folder.file("card.simg", &sparse(&disk));
    for line in [
        "cp --sparse=always whole card",
        "bmaptool create card -o card.bmap",
        "xz -k whole",
        "gzip -k card",
        "zstd -q -k whole",
        "bzip2 -k whole",
        "xz -k card.simg",
    ] {
        tool(&folder, line);
    }
    for name in boards() {
        let board = board(&folder, name, "mode=uboot");
        for (file, holes) in [
            ("whole", false),
            ("whole.xz", false),
            ("whole.zst", false),
            ("whole.bz2", false),
            ("card", true),
            ("card.gz", true),
            ("card.simg", true),
            ("card.simg.xz", true),
        ] {
            fill(&folder, 12 << 11);
            let file = text(&folder.path(file));
            let event = run(&format!("aml disk write --yes {SECTOR} {file} --json {board}"))
                .good()
                .last_event();
            let number = |field: &str| event[field].as_u64().unwrap_or_else(|| panic!("{event}"));
            assert_eq!(event["verified"], true, "{event}");
            assert_eq!(number("bytes") + number("holes"), 4 << 20);
            assert_eq!(event["how"]["read-back"], event["bytes"]);
            assert_eq!(number("holes") >= 2 << 20, holes, "{file}: {event}");
            let held = held(&folder, SECTOR - 1, (4 << 20) + 1024);
            assert!(held[..512].iter().chain(&held[held.len() - 512..]).all(|byte| *byte == 0xee));
            let same = |(at, byte): (usize, &u8)| {
                *byte == disk[at] || holes && disk[at] == 0 && *byte == 0xee
            };
            assert!(held[512..held.len() - 512].iter().enumerate().all(same), "{name} {file}");
            assert_eq!(held[512 + (2 << 20)] == 0xee, holes, "{name} {file}");
            let same = run(&format!("aml disk verify {SECTOR} {file} --json {board}"));
            assert_eq!(same.good().last_event()["verified"], true);
        }
        let back = text(&folder.path("back"));
        run(&format!("aml disk read --yes {SECTOR} 8192 {back} {board}")).good();
        assert!(fs::read(&back).expect("read") == held(&folder, SECTOR, 4 << 20));
        // Stdin, which has no length.
        fill(&folder, 12 << 11);
        let words = format!("aml disk write --yes {SECTOR} - --json {board}");
        let mut child = command(words.split_whitespace())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        child.stdin.take().expect("a pipe").write_all(&disk).expect("it reads");
        assert!(child.wait_with_output().expect("it ends").status.success());
        assert!(held(&folder, SECTOR, 4 << 20) == disk, "{name}");
    }
}

#[test]
fn a_write_is_resumed_and_only_what_differs_is_written() {
    let folder = Folder::new();
    for name in boards() {
        fill(&folder, 0);
        let board = board(&folder, name, "mode=uboot");
        let mut bytes = noise(4 << 20, 5);
        run(&format!("aml disk write --yes {SECTOR} {} {board}", folder.file("image", &bytes)))
            .good();
        bytes[2 << 20..3 << 20].fill(0x5a);
        let file = folder.file("image", &bytes);
        for (scope, there) in [("--resume", 2 << 20), ("--if-different", 4 << 20)] {
            let write = format!("aml disk write --yes {SECTOR} {file} {scope} --json {board}");
            let event = run(&write).good().last_event();
            let done = (&event["verified"], &event["already_there"]);
            assert_eq!(done, (&true.into(), &there.into()), "{name} {scope}");
            assert!(held(&folder, SECTOR, 4 << 20) == bytes, "{name} {scope}");
        }
    }
}

#[test]
fn what_cannot_be_a_disk_or_does_not_fit_is_refused_before_the_first_byte() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 3));
    let package = folder.file("package", &crate::amlogic_files::package(2));
    tool(&folder, "xz -k image");
    let cut = fs::read(folder.path("image.xz")).expect("packed");
    let cut = folder.file("cut.xz", &cut[..cut.len() / 2]);
    for name in boards() {
        let board = board(&folder, name, "mode=uboot");
        let last = EMMC / 512 - 2047;
        run(&format!("aml disk write --yes {last} {image} {board}"))
            .bad(7, "the range ends at byte");
        run(&format!("aml disk write --yes {last} {} {board}", text(&folder.path("image.xz"))))
            .bad(7, "the range ends at byte");
        run(&format!("aml disk write --yes 0 {package} {board}")).bad(7, "a burning package");
        run(&format!("aml disk write --yes 0 {cut} {board}")).bad(6, "cut");
        run(&format!("aml disk write --yes 0 {} {board}", folder.file("empty", b"")))
            .bad(6, "it is empty");
        run(&format!("aml disk read {last} 2048 {} {board}", text(&folder.path("back"))))
            .bad(2, "the range ends at byte");
        run(&format!("aml disk write --yes 0xffffffffffffffff {image} {board}"))
            .bad(2, "no storage");
        for mode in ["rom", "bl2"] {
            let board = self::board(&folder, name, &format!("mode={mode}"));
            run(&format!("aml disk write --yes 0 {image} {board}")).bad(7, "amlogic boot");
        }
        assert!(is_blank(&folder), "{name}");
        run(&format!("aml disk write --yes {} {image} {board}", last - 1)).good();
        fs::remove_file(folder.path("emmc")).expect("it was made");
    }
    let protected = board(&folder, "generic/s905x4-box", "mode=uboot,protected=on");
    run(&format!("aml disk write --yes 0 {image} {protected}")).bad(1, "write protected");
    let plan = run(&format!("aml disk write 64 {image} --dry-run")).good().stdout;
    assert!(plan.contains("from sector 64\nverify by reading back"), "{plan}");
}

#[test]
fn a_difference_is_found() {
    let folder = Folder::new();
    let bytes = noise((3 << 20) + 100, 4);
    let image = folder.file("image", &bytes);
    let mut other = bytes;
    other[(2 << 20) + 5] ^= 1;
    let other = folder.file("other", &other);
    for name in boards() {
        let board = board(&folder, name, "mode=uboot");
        run(&format!("aml disk write --yes {SECTOR} {image} {board}")).good();
        let at = SECTOR + (2 << 20) / 512;
        run(&format!("aml disk verify {SECTOR} {other} {board}"))
            .bad(5, &format!("differs from sector {at} on"));
        run(&format!("aml disk verify {SECTOR} {image} {board}")).good();
    }
}

/// What was not read back is not called verified.
#[test]
fn secure_boards_and_no_verify_say_what_is_not_known() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 5));
    for (name, options, more, words) in [
        ("generic/s905x4-box", "mode=uboot,secure=on", "", "does not let its storage be read"),
        ("generic/s905x4-box", "mode=uboot", "--no-verify", "known only by the sums"),
        ("khadas/vim1", "mode=uboot", "--no-verify", "1048576 bytes not verified"),
    ] {
        let board = board(&folder, name, options);
        let ran = run(&format!("aml disk write --yes 0 {image} {more} --json {board}")).good();
        let event = ran.last_event();
        assert_eq!((&event["verified"], &event["how"]["none"]), (&false.into(), &(1 << 20).into()));
        assert!(ran.stdout.contains(words), "{}", ran.stdout);
    }
}

#[test]
fn partitions_are_written_read_and_erased_by_name() {
    let folder = Folder::new();
    let image = noise((2 << 20) + 700, 6);
    folder.file("image", &image);
    let disk = disk_of(4);
    folder.file("image.simg", &sparse(&disk));
    for line in ["xz -k image", "gzip -k image.simg"] {
        tool(&folder, line);
    }
    for (name, logo) in LOGO {
        let board = board(&folder, name, "mode=uboot,busy=2");
        let file = |name: &str| text(&folder.path(name));
        for image_file in ["image", "image.xz"] {
            fill(&folder, 0);
            let words =
                format!("aml partition write --yes logo {} --json {board}", file(image_file));
            let event = run(&words).good().last_event();
            assert_eq!((&event["verified"], &event["sparse"]), (&true.into(), &false.into()));
            assert!(held(&folder, logo, image.len()) == image, "{name} {image_file}");
            let words = format!("aml partition verify logo {} --json {board}", file(image_file));
            let event = run(&words).good().last_event();
            let bytes = image.len().into();
            assert_eq!((&event["verified"], &event["bytes"]), (&true.into(), &bytes), "{event}");
        }
        let other = folder.file("other", &[&image[..1 << 20], &[!image[1 << 20]]].concat());
        run(&format!("aml partition verify logo {other} {board}"))
            .bad(5, "partition logo differs from byte 1048576 on");
        let back = file("back");
        run(&format!("aml partition read logo {back} --yes --size {} {board}", image.len())).good();
        assert!(fs::read(&back).expect("read") == image, "{name}");
        for image_file in ["image.simg", "image.simg.gz"] {
            fill(&folder, 0);
            let words =
                format!("aml partition write --yes logo {} --json {board}", file(image_file));
            let event = run(&words).good().last_event();
            assert_eq!((&event["verified"], &event["sparse"]), (&true.into(), &true.into()));
            assert!(held(&folder, logo, disk.len()) == disk, "{name} {image_file}");
            run(&format!("aml partition verify logo {} {board}", file(image_file))).good();
        }
        let erase = format!("aml partition erase logo --size 4M {board}");
        run(&erase).bad(7, "Refused: this erases partition logo of");
        assert!(held(&folder, logo, 512) != [0; 512]);
        run(&format!("{erase} --yes")).good();
        assert!(held(&folder, logo, disk.len()) == vec![0; disk.len()], "{name}");
        run(&format!("aml partition write --yes nowhere {} {board}", file("image")))
            .bad(1, "nowhere");
        run(&format!("aml partition write --yes a;reset {} {board}", file("image")))
            .bad(2, "letters");
        run(&format!("aml partition write --yes logo - {board}")).bad(2, "has to be a file");
        run(&format!("aml partition read logo {back} --yes {board}")).bad(2, "--size has to say");
    }
}

/// A GPT on the eMMC tells how long its partitions are.
#[test]
fn a_gpt_tells_the_length_of_a_partition() {
    use rockusb::gpt::{Guid, Partition, Table};
    let folder = Folder::new();
    for (name, logo) in LOGO {
        let partition = Partition {
            name: "logo".into(),
            kind: Guid([1; 16]),
            id: Guid([2; 16]),
            first: logo as u64,
            last: logo as u64 + 99,
            attributes: 0,
        };
        let table = Table { disk: Guid([3; 16]), partitions: vec![partition] };
        let (primary, _) = table.build(EMMC as u64 / 512).expect("a table");
        fill(&folder, 0);
        let table = folder.file("table", &primary);
        let board = board(&folder, name, "mode=uboot");
        run(&format!("aml disk write --yes 0 {table} {board}")).good();
        let list = run(&format!("aml partition list {board}")).good().stdout;
        let row = format!("{logo:>12} {:>12} {:>10} logo", logo + 99, "50 KiB");
        assert_eq!(list.lines().nth(1), Some(&row[..]), "{list}");
        let event = run(&format!("aml partition list --json {board}")).good().last_event();
        assert_eq!(event["partitions"][0]["sectors"], 100, "{event}");
        let back = text(&folder.path("back"));
        run(&format!("aml partition read logo {back} --yes {board}")).good();
        assert_eq!(fs::metadata(&back).expect("read").len(), 51_200, "{name}");
        run(&format!("aml partition erase logo --yes {board}")).good();
    }
}

/// As the vendor's U-Boot writes it: an entry for the table's own place, and one for `logo`.
fn vendors_table(logo: u64) -> Vec<u8> {
    let entry = |name: &str, size: u64, offset: u64| {
        let mut entry = [0; 40];
        entry[..name.len()].copy_from_slice(name.as_bytes());
        entry[16..24].copy_from_slice(&size.to_le_bytes());
        entry[24..32].copy_from_slice(&offset.to_le_bytes());
        entry
    };
    let entries = [entry("reserved", 64 << 20, 36 << 20), entry("logo", 102_400, logo * 512)];
    let words = entries[0].chunks(4).map(|word| u32::from_le_bytes(word.try_into().expect("4")));
    let sum = words.fold(0, u32::wrapping_add).wrapping_mul(2);
    let head = [&b"MPT\x0001.00.00\0\0\0\0"[..], &2_u32.to_le_bytes(), &sum.to_le_bytes()];
    [head.concat(), entries.concat()].concat()
}

/// Without a GPT, the vendor's table tells it; a damaged one tells nothing.
#[test]
fn the_vendors_table_tells_the_length_of_a_partition() {
    let folder = Folder::new();
    for (name, logo) in LOGO {
        fill(&folder, 0);
        let mut table = vendors_table(logo as u64);
        let file = folder.file("table", &table);
        let board = board(&folder, name, "mode=uboot");
        run(&format!("aml disk write --yes 73728 {file} {board}")).good();
        let list = run(&format!("aml partition list {board}")).good().stdout;
        let row = format!("{logo:>12} {:>12} {:>10} logo", logo + 199, "100 KiB");
        assert_eq!(list.lines().nth(2), Some(&row[..]), "{list}");
        let event = run(&format!("aml partition list --json {board}")).good().last_event();
        assert_eq!(
            (&event["table"], &event["partitions"][1]["sectors"]),
            (&"MPT".into(), &200.into())
        );
        let back = text(&folder.path("back"));
        run(&format!("aml partition read logo {back} --yes {board}")).good();
        assert_eq!(fs::metadata(&back).expect("read").len(), 102_400, "{name}");
        let large = folder.file("large", &noise(102_401, 8));
        run(&format!("aml partition write --yes logo {large} {board}")).bad(7, "which has 102400");

        table[24 + 16] ^= 1;
        let file = folder.file("table", &table);
        run(&format!("aml disk write --yes 73728 {file} {board}")).good();
        run(&format!("aml partition list {board}"))
            .bad(7, "the vendor's table (MPT) on the eMMC is damaged");
    }
}

#[test]
fn what_a_board_does_not_take_is_told() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(200_000, 7));
    let large = folder.file("large", &noise((8 << 20) + 1, 8));
    let old = board(&folder, "khadas/vim1", "mode=uboot,media-error=1");
    run(&format!("aml partition write --yes logo {image} {old}")).bad(1, "does not take packet 1");
    let old = board(&folder, "khadas/vim1", "mode=uboot");
    run(&format!("aml partition write --yes logo {large} {old}")).bad(1, "larger than partition");
    let new = board(&folder, "generic/s905x4-box", "mode=uboot");
    run(&format!("aml partition write --yes logo {large} {new}")).bad(7, "bytes, the partition ");
    let new = board(&folder, "generic/s905x4-box", "mode=uboot,damaged=2,early-okay=on");
    run(&format!("aml partition write --yes logo {image} {new}")).bad(5, "NOT match");
    let new = board(&folder, "generic/s905x4-box", "mode=uboot,secure=on");
    run(&format!("aml partition read logo {} --size 512 {new}", text(&folder.path("back"))))
        .bad(7, "does not let its storage be read");
}

#[test]
fn erasing_all_says_what_is_lost_and_asks() {
    let folder = Folder::new();
    for name in boards() {
        fill(&folder, 100);
        let board = board(&folder, name, "mode=uboot");
        run(&format!("aml disk erase --all {board}"))
            .bad(7, "all of the storage, the boot loader too, but not the keys");
        run(&format!("aml disk erase --all --how everything {board}")).bad(2, "force-keys");
        run(&format!("aml disk erase 0 8 {board}")).bad(2, "`amlogic disk erase --all` erases all");
        assert!(!is_blank(&folder));
        run(&format!("aml disk erase --all --yes {board}")).good();
        // U-Boot that came from flash leaves its own place alone over Optimus.
        let kept = if name == "khadas/vim1" { 0xee } else { 0 };
        assert_eq!(held(&folder, 99, 512), [kept; 512], "{name}");
    }
    let old = board(&folder, "khadas/vim1", "mode=uboot");
    run(&format!("aml disk erase --all --how keys --yes {old}")).bad(7, "the keys alone");
}

#[test]
fn the_storage_that_is_reached_is_told_with_its_size() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 3));
    for name in boards() {
        fill(&folder, 0);
        let board = board(&folder, name, "mode=uboot");
        let event = run(&format!("aml storage --json {board}")).good().last_event();
        assert_eq!((&event["storage"], &event["sectors"]), (&"emmc".into(), &(EMMC / 512).into()));
        run(&format!("aml storage emmc {board}")).good();
        run(&format!("aml disk read 0 8 {} --on emmc {board}", text(&folder.path("head")))).good();
        fs::remove_file(folder.path("head")).expect("it was made");
        run(&format!("aml disk write 0 {image} --yes --on sd {board}")).bad(7, "a card reader");
        run(&format!("aml storage nand {board}")).bad(7, "amlogic partition write");
        run(&format!("aml storage floppy {board}")).bad(2, "there are emmc");
        run(&format!("aml partition list {board}")).bad(7, "takes partitions by their names");
        assert!(is_blank(&folder), "{name}");
    }
    run("aml storage --virtual khadas/vim1").bad(7, "amlogic boot");
}

/// A package for a board, whose partitions are small.
pub(crate) fn package(name: &str) -> Vec<u8> {
    let g12 = g12("g12b");
    let (bl2, tpl) = if name == "khadas/vim3" { (g12[..0x1_0000].to_vec(), g12) } else { gx() };
    let newer = !name.starts_with("khadas");
    let file = signed(if name == "ugoos/am9-pro" { "s905x5" } else { "s905x4" });
    let (first, second) = if newer { (file.clone(), file) } else { (bl2, tpl) };
    let boot = wanted(name)[0].1.clone();
    let mut contents = vec![
        Content::new("USB", "DDR", first),
        Content::new("USB", "UBOOT", second),
        Content::new("dtb", "meson1", noise(5000, 10)),
        Content::partition("bootloader", Format::Normal, boot),
        Content::partition("_aml_dtb", Format::Normal, noise(5000, 10)),
        Content::partition("logo", Format::Sparse, sparse(&disk_of(4))),
        Content::partition("env", Format::Normal, noise(200_001, 11)),
    ];
    if newer {
        contents.push(Content::new("aml", "usb_flow", b"steps".to_vec()));
        contents.push(Content::new("bin", "gpt", noise(17_408, 12)));
    } else {
        let conf: &[u8] = match name {
            "khadas/vim3" => b"DDRLoad:0xfffa0000\n",
            _ => b"DDRLoad:0xd9000000\nbl2ParaAddr=0xd900c000\n",
        };
        let conf = conf.to_vec();
        contents.push(Content::new("conf", "platform", conf));
    }
    Build { version: 2, align: 4, contents }.build()
}

/// Where a board has its partitions, and what a package leaves there.
fn wanted(name: &str) -> Vec<(usize, Vec<u8>)> {
    let (bl2, tpl) = gx();
    match name {
        "khadas/vim1" | "khadas/vim3" => vec![
            (1, if name == "khadas/vim3" { g12("g12b") } else { [bl2, tpl].concat() }),
            (0x2_0000, noise(5000, 10)),
            (0x2_2000, noise(200_001, 11)),
            (0x2_8000, disk_of(4)),
        ],
        _ => vec![
            (0, noise(90_000, 9)),
            (8192, noise(17_408, 12)),
            (81_920, noise(5000, 10)),
            (139_264, noise(200_001, 11)),
            (155_648, disk_of(4)),
        ],
    }
}

fn is_flashed(folder: &Folder, name: &str) -> bool {
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    wanted(name).iter().all(|(sector, bytes)| emmc[sector * 512..].starts_with(bytes))
}

#[test]
fn a_package_goes_to_a_board_from_any_stage() {
    let folder = Folder::new();
    for name in ["khadas/vim1", "khadas/vim3", "generic/s905x4-box", "ugoos/am9-pro"] {
        let file = folder.file("package", &package(name));
        for mode in ["rom", "bl2", "uboot"] {
            fill(&folder, 200_000);
            let board = board(&folder, name, &format!("mode={mode}"));
            let flash = format!("aml package flash {file} {board}");
            run(&flash).bad(
                7,
                "all of the storage, the boot loader too, but not the keys, and overwrites",
            );
            let ran = run(&format!("{flash} --yes --json")).good();
            let event = ran.last_event();
            assert_eq!((&event["verified"], &event["reset"]), (&true.into(), &true.into()));
            assert!(is_flashed(&folder, name), "{name} {mode}");
            assert_eq!(held(&folder, 60_000, 512), [0; 512], "{name} {mode}: erased");
            let parts = event["parts"].as_array().expect("a list");
            assert_eq!(parts.last().expect("parts")["name"], "bootloader");
            // Also where one ran already, it was brought up with the package's own files.
            let booted = ran.stdout.contains("the vendor's U-Boot runs");
            assert!(booted, "{name} {mode}: {}", ran.stdout);
        }
        // Not where the sparse image says nothing.
        fill(&folder, 60_010);
        let board = board(&folder, name, "mode=uboot");
        let flash = format!("aml package flash {file} --erase keep --stay --no-reset --yes --json");
        let event = run(&format!("{flash} {board}")).good().last_event();
        assert_eq!((&event["erased"], &event["reset"]), (&serde_json::Value::Null, &false.into()));
        assert!(is_flashed(&folder, name), "{name}");
        assert_eq!(held(&folder, 60_000, 512), [0xee; 512], "{name}: kept");
        let plan = run(&format!("aml package flash {file} --dry-run")).good().stdout;
        for words in ["erase all of the storage", "write partition env", "restart the board"] {
            assert!(plan.contains(words), "{plan}");
        }
    }
}

#[test]
fn a_package_that_is_not_for_the_board_is_refused_before_the_first_byte() {
    let folder = Folder::new();
    let old = folder.file("old", &package("khadas/vim1"));
    let new = folder.file("new", &package("generic/s905x4-box"));
    let other = {
        let axg = axg();
        let conf = b"DDRLoad:0xfffc0000\nbl2ParaAddr=0xfffcc000\n".to_vec();
        let contents = vec![
            Content::new("USB", "DDR", axg[..0xc000].to_vec()),
            Content::new("USB", "UBOOT", axg[0xc000..].to_vec()),
            Content::new("conf", "platform", conf),
            Content::partition("boot", Format::Normal, noise(5000, 13)),
        ];
        folder.file("other", &Build { version: 2, align: 4, contents }.build())
    };
    for mode in ["rom", "uboot"] {
        let mode = format!("mode={mode}");
        for (file, name, words) in [
            (&new, "khadas/vim1", "the package is for the S905X4 and newer"),
            (&old, "generic/s905x4-box", "the package is for boards before the S905X4"),
            (&other, "khadas/vim1", "the package is for TXLX, AXG, the board is GXL/GXM"),
            (&old, "khadas/vim3", "the board is G12B"),
        ] {
            let board = board(&folder, name, &mode);
            run(&format!("aml package flash {file} --yes {board}")).bad(7, words);
        }
    }
    // What the maker of a fused board has not signed does not start.
    for (file, name) in [(&old, "khadas/vim1"), (&new, "generic/s905x4-box")] {
        for mode in ["rom", "uboot"] {
            let board = board(&folder, name, &format!("mode={mode},secure=on"));
            run(&format!("aml package flash {file} --yes {board}")).bad(1, "signed");
        }
    }
    let locked = board(&folder, "khadas/vim1", "password=secret");
    run(&format!("aml package flash {old} --yes {locked}")).bad(7, "locked");
    // It was in U-Boot, and what becomes of that is told.
    for (name, file) in [("khadas/vim1", &old), ("generic/s905x4-box", &new)] {
        let board = board(&folder, name, "mode=uboot,password=secret");
        let ran = run(&format!("aml package flash {file} --yes {board}")).bad(7, "locked");
        assert!(ran.stderr.contains("led from its U-Boot to its mask ROM"), "{}", ran.stderr);
    }
    let key = folder.file("key", b"secret");
    let mut damaged = fs::read(&old).expect("made above");
    let end = damaged.len();
    damaged[end - 1] ^= 1;
    let damaged = folder.file("damaged", &damaged);
    run(&format!("aml package flash {damaged} --yes {locked} --password {key}")).bad(6, "damaged");
    let contents = vec![
        Content::new("USB", "DDR", gx().0),
        Content::new("USB", "UBOOT", gx().1),
        Content::partition("boot", Format::Sparse, noise(5000, 13)),
    ];
    let none = folder.file("none", &Build { version: 1, align: 4, contents }.build());
    run(&format!("aml package flash {none} --yes {locked}")).bad(6, "no Android sparse image");
    let contents = vec![Content::partition("boot", Format::Normal, noise(5000, 13))];
    let bare = folder.file("bare", &Build { version: 1, align: 4, contents }.build());
    run(&format!("aml package flash {bare} --yes {locked}")).bad(6, "no item USB:DDR");
    assert!(is_blank(&folder));
    run(&format!("aml package flash {old} --yes {locked} --password {key}")).good();
    assert!(is_flashed(&folder, "khadas/vim1"));
}

/// Some packages hold boot files for boards that start only what is signed, beside those for others.
#[test]
fn a_fused_board_is_given_the_signed_files() {
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let contents = vec![
        Content::new("USB", "DDR", Bl2::build(Bl2::GX, "gxl", &|at| at as u8)),
        Content::new("USB", "DDR_ENC", bl2.clone()),
        Content::new("USB", "UBOOT", tpl),
        Content::partition("logo", Format::Normal, noise(5000, 15)),
    ];
    let file = folder.file("package", &Build { version: 1, align: 4, contents }.build());
    let signed = folder.file("bl2", &bl2);
    for (options, code) in [(format!("signed={signed}"), 0), ("secure=on".into(), 1)] {
        let board = board(&folder, "khadas/vim1", &options);
        let ran = run(&format!("aml package flash {file} --yes {board}"));
        assert_eq!(ran.code, code, "{options}: {}", ran.stderr);
    }
    assert!(held(&folder, 0x2_8000, 5000) == noise(5000, 15));
}

/// An image that the board takes and then finds to be another one, by its SHA-1.
#[test]
fn a_part_that_rots_is_found_and_the_job_ends() {
    let folder = Folder::new();
    let file = folder.file("package", &package("generic/s905x4-box"));
    let board = board(&folder, "generic/s905x4-box", "mode=uboot,damaged=3,early-okay=on");
    let ran = run(&format!("aml package flash {file} --yes --stay {board}"));
    let ran = ran.bad(5, "NOT match");
    assert!(ran.stderr.contains("the same command begins again"), "{}", ran.stderr);
    assert_eq!(held(&folder, 1, 512), [0; 512], "no boot loader");
}

/// Whatever transfer fails: it is told, and what is called done is done.
#[test]
fn a_flash_that_is_cut_is_told_and_can_be_begun_again() {
    let folder = Folder::new();
    for name in boards() {
        let file = folder.file("package", &package(name));
        let flash = |options: &str| -> Run {
            let board = board(&folder, name, &format!("mode=uboot{options}"));
            run(&format!("aml package flash {file} --yes --stay --no-reset --json {board}"))
        };
        let (mut broken, mut done) = (0, 0);
        for (index, at) in
            (1..).map(|step| 1 + step * step / 2).take_while(|at| *at < 400).enumerate()
        {
            let _ = fs::remove_file(folder.path("emmc"));
            let kind = ["stall", "timeout", "short", "garbage", "disconnect"][index % 5];
            let ran = flash(&format!(",fault={kind}@{at}"));
            match ran.code {
                0 => {
                    assert!(is_flashed(&folder, name), "{name} {kind}@{at}");
                    done += 1;
                }
                1 | 5 | 7 => {
                    let event = ran.last_event();
                    assert_eq!(event["event"], "error", "{name} {kind}@{at}: {event}");
                    assert!(event["message"].as_str().is_some_and(|text| text.len() > 20));
                    broken += 1;
                }
                code => panic!("{name} {kind}@{at}: {code}: {}", ran.stdout),
            }
        }
        assert!(broken > 5 && done > 0, "{name}: {broken} broke, {done} did not");
        // Half of it is there: the same command makes it whole.
        let _ = fs::remove_file(folder.path("emmc"));
        let cut = flash(",fault=disconnect@60");
        assert_eq!(cut.code, 1, "{}", cut.stdout);
        assert!(!is_flashed(&folder, name));
        flash("").good();
        assert!(is_flashed(&folder, name), "{name}");
    }
}

/// The last of a job is no reason to repeat it.
#[test]
fn a_restart_that_fails_is_told_as_that() {
    let folder = Folder::new();
    for name in boards() {
        let file = folder.file("package", &package(name));
        let flash = |options: &str, more: &str| -> Run {
            let _ = fs::remove_file(folder.path("emmc"));
            let board = board(&folder, name, &format!("mode=uboot{options}"));
            run(&format!("aml package flash {file} --yes --stay {more} {board}"))
        };
        let all = flash("", "-vv").good().stderr;
        let line = all.lines().find(|line| line.contains(" host waits")).expect("the counts");
        let count = line.split(' ').next().and_then(|count| count.parse().ok());
        let count: u64 = count.expect("a number");
        let mut told = 0;
        for (kind, at) in [("stall", count), ("timeout", count), ("timeout", count - 1)] {
            let ran = flash(&format!(",fault={kind}@{at}"), "--json");
            assert!(is_flashed(&folder, name), "{name} {kind}@{at}");
            if ran.code != 0 {
                let event = ran.last_event();
                assert_eq!((ran.code, event["exit"].as_u64()), (1, Some(1)), "{event}");
                let message = event["message"].as_str().expect("a text");
                assert!(
                    message.contains("written and verified; only the restart failed"),
                    "{event}"
                );
                told += 1;
            }
        }
        assert!(told > 0, "{name}");
    }
}

/// What is wrong with a package is found before anything is sent, and `package info` and `image info` say so.
#[test]
fn a_package_that_contradicts_itself_is_refused_at_once() {
    let folder = Folder::new();
    let with = |more: Vec<Content>| {
        let mut contents = vec![
            Content::new("USB", "DDR", gx().0),
            Content::new("USB", "UBOOT", gx().1),
            Content::partition("env", Format::Normal, noise(3000, 1)),
        ];
        contents.extend(more);
        folder.file("package", &Build { version: 2, align: 4, contents }.build())
    };
    // 44 bytes that claim 2^64.
    let mut never = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
    for word in [0xffff_fe00_u32, u32::MAX, 1, 0, 0xcac3, u32::MAX, 12] {
        never.extend(word.to_le_bytes());
    }
    let mut cut = sparse(&disk_of(4));
    cut.pop();
    let never = || never.clone();
    let part = |name: &str, format, data| vec![Content::partition(name, format, data)];
    for (more, words) in [
        (part("env", Format::Normal, noise(3000, 2)), "two items PARTITION:env"),
        (part("logo", Format::Sparse, never()), "which no eMMC has"),
        (part("logo", Format::Sparse, cut.clone()), "item PARTITION:logo: "),
    ] {
        let file = with(more);
        run(&format!("aml package flash {file} --yes --virtual khadas/vim1")).bad(6, words);
        run(&format!("aml package info {file}")).bad(6, words);
        assert_eq!(run(&format!("image info {file}")).code, 6);
    }
    run(&format!("aml package info {}", with(vec![]))).good();
    // A form for raw NAND, which nothing here writes.
    let file = with(part("odm", Format::Ubi, noise(3000, 3)));
    run(&format!("aml package flash {file} --yes --virtual khadas/vim1")).bad(6, "PARTITION:odm");
}

/// What has no place in the table that a package lays its storage out by is found before anything is erased.
#[test]
fn a_package_is_held_against_its_own_table() {
    let folder = Folder::new();
    let parts = "TYPE: GPT\nCMDLINE: mtdparts=:0x80@0x4000(env),0x100@0x6000(logo_a)\n";
    let table = rockusb::parameter::Parameter::parse(parts.as_bytes()).expect("a parameter file");
    let gpt = table.table(1 << 20, 0).expect("it fits").build(1 << 20).expect("a table").0;
    let with = |name: &str, format, data| {
        let contents = vec![
            Content::new("USB", "DDR", signed("s905x4")),
            Content::new("USB", "UBOOT", signed("s905x4")),
            Content::new("aml", "usb_flow", b"steps".to_vec()),
            Content::new("bin", "gpt", gpt.clone()),
            Content::partition("bootloader", Format::Normal, noise(70_000, 2)),
            Content::partition(name, format, data),
        ];
        folder.file("package", &Build { version: 2, align: 4, contents }.build())
    };
    let plan = |file: String| run(&format!("aml package flash {file} --dry-run"));
    plan(with("env", Format::Normal, noise(0x1_0000, 1))).good();
    plan(with("logo", Format::Normal, noise(0x2_0000, 1))).good();
    plan(with("env", Format::Normal, noise(0x1_0001, 1)))
        .bad(6, "item PARTITION:env: 65537 bytes, but its partition has 65536");
    plan(with("logo_a", Format::Sparse, sparse(&disk_of(4)))).bad(6, "but its partition has");
    plan(with("nowhere", Format::Normal, noise(100, 1))).bad(6, "no such partition");
}

/// A virtual board is as large as it is said to be.
#[test]
fn an_emmc_ends_where_it_is_said_to() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 3));
    for name in boards() {
        for storage in ["", ",storage="] {
            let storage = match storage {
                "" => String::new(),
                _ => format!(",storage={}", text(&folder.path("small"))),
            };
            let board = format!("--virtual {name}:mode=uboot,size=1M{storage}");
            run(&format!("aml disk write --yes 0 {image} {board}")).good();
            run(&format!("aml disk write --yes 1 {image} {board}"))
                .bad(7, "the range ends at byte");
            run(&format!("aml partition write --yes env {image} {board}")).bad(1, "env");
            let _ = fs::remove_file(folder.path("small"));
        }
    }
}

#[test]
fn a_write_that_is_cut_says_how_far_it_came() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(3 << 20, 14));
    for name in boards() {
        let board = board(&folder, name, "mode=uboot,fault=disconnect@20");
        let ran = finish(&mut command(
            format!("aml disk write --yes 0 {image} --json {board}").split_whitespace(),
        ));
        assert_eq!(ran.code, 1, "{}", ran.stdout);
        let message = ran.last_event()["message"].to_string();
        assert!(
            message.contains("taken before") || message.contains("all before byte"),
            "{message}"
        );
    }
}

/// Mainline's U-Boot writes no storage for us, but shows it as a USB disk where it is told to.
#[test]
fn a_mainline_u_boot_takes_a_script() {
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let files = [folder.file("bl2", &bl2), folder.file("tpl", &tpl)].join(" ");
    let boot = |more: &str| {
        let words = format!("aml boot {files} --script ums~0~mmc~2 {more}");
        finish(&mut command(words.split(' ').map(|word| word.replace('~', " "))))
    };
    let script = fel::uimage::script("ums 0 mmc 2").len();
    let plan = boot("--dry-run").good().stdout;
    assert!(plan.contains(&format!("write boot script: {script} bytes at 0x08000000")), "{plan}");
    let ran = boot("--virtual khadas/vim1:uboot=mainline").good();
    assert!(ran.stderr.contains(&format!("boot script: {script} bytes")), "{}", ran.stderr);
    let image = folder.file("image", &noise(512, 1));
    let rom = run(&format!("aml disk write --yes 0 {image} --virtual khadas/vim1"));
    let rom = rom.bad(7, "mask ROM");
    assert!(rom.stderr.contains("ums 0 mmc 2"), "{}", rom.stderr);
}

/// How long stdin is shows only at its end, where the beginning is written already.
#[test]
fn stdin_that_does_not_fit_is_told_as_what_it_did() {
    let folder = Folder::new();
    let emmc = text(&folder.path("emmc"));
    for name in boards() {
        let board = format!("--virtual {name}:mode=uboot,storage={emmc},size=2M");
        for (start, words) in [(0, "storage holds the beginning"), (4096, "nothing was written")] {
            let line = format!("aml disk write --yes {start} - {board}");
            let mut child = command(line.split_whitespace());
            let mut child =
                child.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
            // It may be gone before it has all.
            let _ = child.stdin.take().expect("a pipe").write_all(&noise(3 << 20, 17));
            let ran = child.wait_with_output().expect("it ends");
            let said = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert_eq!(ran.status.code(), Some(7), "{name}: {said}");
            assert!(
                said.contains("the range ends at byte") && said.contains(words),
                "{name}: {said}"
            );
            let length = fs::metadata(folder.path("emmc")).expect("the eMMC").len();
            assert_eq!(length, 2 << 20, "{name}");
        }
        fs::remove_file(folder.path("emmc")).expect("it was made");
    }
}

/// A boot loader for another family, or where the mask ROM does not look for it.
#[test]
fn a_boot_loader_goes_where_it_starts() {
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let gx = folder.file("gx", &[bl2.clone(), tpl.clone()].concat());
    let card = folder.file("card", &[vec![0; 512], bl2, tpl].concat());
    let [g12, sm1] = ["g12b", "g12a"].map(|word| folder.file(word, &g12(word)));
    let old = board(&folder, "khadas/vim1", "mode=uboot");
    let new = board(&folder, "generic/s905x4-box", "mode=uboot");
    for (file, line, board, words) in [
        (&gx, "disk write 0", &old, "from sector 1 on"),
        (&g12, "disk write 1", &new, "the board is SC2; nothing was written"),
        (&g12, "partition write bootloader", &new, "the board is SC2; nothing was written"),
        (&g12, "partition write bootloader --soc GXL", &old, "the board is GXL; nothing"),
        (&g12, "disk write 1 --soc khadas/vim1", &old, "the board is GXL; nothing"),
        (
            &sm1,
            "disk write 1 --soc khadas/vim3",
            &old,
            "G12A or SM1 (S905X2, S905X3), the board is G12B",
        ),
        (&gx, "partition write bootloader --soc S905", &old, "the board is GXBB; nothing"),
    ] {
        run(&format!("aml {line} {file} {board}")).bad(7, words);
    }
    let package = folder.file("package", &package("khadas/vim1"));
    let other = board(&folder, "khadas/vim3", "mode=uboot");
    run(&format!("aml package flash {package} --stay --yes --soc khadas/vim3 {other}"))
        .bad(7, "the board is G12B; nothing was written");
    assert!(is_blank(&folder));
    let ran = run(&format!("aml partition write --yes bootloader {gx} {old}")).good();
    assert!(ran.stderr.contains("is not known (--soc"), "{}", ran.stderr);
    for line in [format!("1 {gx} --soc GXL"), format!("0 {card}"), format!("0 --raw {gx}")] {
        run(&format!("aml disk write --yes {line} {old}")).good();
    }
}

/// What does not fit is found while nothing has been written: by the eMMC's size, by a GPT, or by the board itself.
#[test]
fn images_that_are_too_long_are_refused_before_the_first_byte() {
    let folder = Folder::new();
    let emmc = text(&folder.path("emmc"));
    let regions = "TYPE: GPT\nCMDLINE: mtdparts=:0x800@0x4000(logo),0x800@0x5000(odm)\n";
    let table = rockusb::parameter::Parameter::parse(regions.as_bytes()).expect("a parameter file");
    let sectors = 160 << 11;
    let gpt = table.table(sectors, 0).expect("it fits").build(sectors).expect("a table").0;
    let long = folder.file("long", &noise((1 << 20) + 1, 3));
    let sparse = folder.file("sparse", &sparse(&noise((1 << 20) + 4096, 4)));
    let huge = text(&folder.path("huge"));
    fs::File::create(&huge).and_then(|file| file.set_len(200 << 20)).expect("a sparse file");
    for (name, logo) in LOGO {
        fs::write(&emmc, &gpt).expect("a folder of ours");
        let file = fs::File::options().write(true).open(&emmc);
        file.and_then(|file| file.set_len(160 << 20)).expect("a sparse file");
        let before = fs::read(&emmc).expect("the eMMC");
        let board = format!("--virtual {name}:mode=uboot,storage={emmc}");
        let beyond = format!("disk write 327679 {long}");
        for (command, says) in [
            (beyond, "the range ends at byte"),
            (format!("disk write 0 {huge}"), "the range ends at byte"),
            (
                format!("partition write logo {long}"),
                "1048577 bytes do not fit into partition logo",
            ),
            (format!("partition write logo {sparse}"), "do not fit into partition logo"),
        ] {
            run(&format!("aml {command} --yes {board}")).bad(7, says);
            assert!(fs::read(&emmc).expect("the eMMC") == before, "{name} {command}");
        }
        // Its own table, which only the board knows.
        fs::File::create(&emmc).and_then(|file| file.set_len(160 << 20)).expect("a sparse file");
        let ran = run(&format!("aml partition write logo {huge} --yes {board}"));
        assert!(matches!(ran.code, 1 | 7), "{name}: {}", ran.stderr);
        assert!(held(&folder, logo, 4 << 20).iter().all(|byte| *byte == 0), "{name}");
    }
}
