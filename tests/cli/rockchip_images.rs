//! Images of every form on their way to a board's eMMC.

use std::{fs, io::Write, process::Stdio};

use crate::{
    image::{disk_of, tool},
    tool::{Folder, Run, command, finish, noise, run, text},
};

const EMMC: usize = 8 << 20;
/// Where images go in these tests, in bytes.
const START: usize = 2048 * 512;

/// A disk of 4 MiB with a hole of 2 MiB.
fn disk() -> Vec<u8> {
    disk_of(4)
}

/// A folder with a disk in every form that other tools make; and a ROCK 5B whose eMMC of 8 MiB is full of 0xee, in a file.
fn folder() -> (Folder, String) {
    let folder = Folder::new();
    folder.file("whole", &disk());
    for line in [
        "cp --sparse=always whole card",
        "bmaptool create card -o card.bmap",
        "gzip -k card",
        "xz -k whole",
        "zstd -q -k whole",
        "bzip2 -k whole",
    ] {
        tool(&folder, line);
    }
    folder.file("card.simg", &sparse(&disk()));
    // Another tool reads it as the disk that it is.
    for line in ["simg2img card.simg back", "cmp back whole", "xz -k card.simg"] {
        tool(&folder, line);
    }
    let emmc = folder.file("emmc", &vec![0xee; EMMC]);
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=8M");
    (folder, board)
}

/// An Android sparse image whose blocks of zeros are absent.
pub(crate) fn sparse(disk: &[u8]) -> Vec<u8> {
    let blocks: Vec<_> = disk.chunks(4096).collect();
    let absent = |block: &[u8]| block.iter().all(|byte| *byte == 0);
    let runs: Vec<_> = blocks.chunk_by(|one, other| absent(one) == absent(other)).collect();
    let word = |word: usize| (word as u32).to_le_bytes();
    let mut file = [0xed26_ff3a_u32.to_le_bytes(), word(1), word(28 | 12 << 16)].concat();
    file.extend([word(4096), word(blocks.len()), word(runs.len()), word(0)].concat());
    for run in runs {
        let data = if absent(run[0]) { Vec::new() } else { run.concat() };
        let kind = if absent(run[0]) { 0xcac3 } else { 0xcac1 };
        file.extend([word(kind), word(run.len()), word(12 + data.len())].concat());
        file.extend(data);
    }
    file
}

fn refill(folder: &Folder) {
    folder.file("emmc", &vec![0xee; EMMC]);
}

/// What a board holds where the image went.
fn held(folder: &Folder) -> Vec<u8> {
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[..START].iter().all(|byte| *byte == 0xee), "something before it was written");
    emmc[START..].to_vec()
}

/// Whether storage is as the image says: where it says nothing, as it was.
fn is_written(held: &[u8], disk: &[u8], holes: bool) -> bool {
    let same = |at: usize| match (&held[at..at + 4096], &disk[at..at + 4096]) {
        (held, wanted) if held == wanted => true,
        (held, wanted) => {
            holes && wanted.iter().all(|byte| *byte == 0) && held.iter().all(|byte| *byte == 0xee)
        }
    };
    (0..disk.len()).step_by(4096).all(same) && held[disk.len()..].iter().all(|byte| *byte == 0xee)
}

#[test]
fn every_form_becomes_the_same_disk() {
    let (folder, board) = folder();
    let disk = disk();
    for (name, holes) in [
        ("whole", false),
        ("whole.xz", false),
        ("whole.zst", false),
        ("whole.bz2", false),
        ("card", true),
        ("card.gz", true),
        ("card.simg", true),
        ("card.simg.xz", true),
    ] {
        refill(&folder);
        let file = text(&folder.path(name));
        let event =
            run(&format!("rk disk write --yes 2048 {file} --json {board}")).good().last_event();
        let number = |field: &str| event[field].as_u64().unwrap_or_else(|| panic!("{event}"));
        let held = held(&folder);
        assert!(is_written(&held, &disk, holes), "{name}");
        assert_eq!(
            (event["verified"].as_bool(), number("bytes") + number("holes")),
            (Some(true), 8192 * 512)
        );
        // 2 MiB of zeros in the middle, and what the two GPTs leave out.
        assert_eq!(number("holes") >= 4096 * 512, holes, "{name}: {event}");
        assert_eq!(held[2 << 20] == 0xee, holes, "{name}");
        let same = run(&format!("rk disk verify 2048 {file} {board}")).good();
        let bytes = number("bytes");
        assert!(
            same.stderr.contains(&format!("{bytes} of {bytes} bytes read back")),
            "{}",
            same.stderr
        );
    }
    // Without its bmap the image is what the file holds.
    refill(&folder);
    run(&format!("rk disk write --yes 2048 {} --no-bmap {board}", text(&folder.path("card"))))
        .good();
    assert!(is_written(&held(&folder), &disk, false));
}

#[test]
fn what_is_not_as_the_image_says_is_found() {
    let (folder, board) = folder();
    let file = text(&folder.path("card.simg"));
    run(&format!("rk disk write --yes 2048 {file} {board}")).good();
    let change = |at: usize| {
        let mut emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
        emmc[START + at] ^= 1;
        fs::write(folder.path("emmc"), emmc).expect("written");
    };
    // In a hole, which nobody compares.
    change(2 << 20);
    run(&format!("rk disk verify 2048 {file} {board}")).good();
    change(7 << 19);
    run(&format!("rk disk verify 2048 {file} {board}"))
        .bad(5, &format!("from sector {} on", 2048 + (7 << 10)));
}

/// A pipe into the binary.
fn piped(folder: &Folder, name: &str, arguments: &str) -> Run {
    let file = fs::File::open(folder.path(name)).expect("it was made");
    finish(command(arguments.split_whitespace()).stdin(file))
}

#[test]
fn stdin_is_written_as_it_comes() {
    let (folder, board) = folder();
    for name in ["whole", "whole.xz", "card.simg"] {
        refill(&folder);
        let event = piped(&folder, name, &format!("rk disk write --yes 2048 - --json {board}"))
            .good()
            .last_event();
        assert_eq!(event["verified"], true, "{name}: {event}");
        assert!(is_written(&held(&folder), &disk(), name == "card.simg"), "{name}");
        piped(&folder, name, &format!("rk disk verify 2048 - {board}")).good();
    }
    // What is wrong with it is found on the way, and said with how far things are.
    let whole = fs::read(folder.path("whole.xz")).expect("it was made");
    folder.file("cut.xz", &whole[..whole.len() / 2]);
    piped(&folder, "cut.xz", &format!("rk disk write --yes 2048 - {board}"))
        .bad(6, "nothing was written: stdin");
    // After the places of ID blocks nothing is looked at beforehand.
    piped(&folder, "cut.xz", &format!("rk disk write --yes 7168 - {board}"))
        .bad(6, "in the middle of its xz data")
        .bad(6, "the board has taken all before sector");
    piped(&folder, "whole", &format!("rk disk write --yes 12000 - {board}"))
        .bad(7, "but the storage has 16384");
    let mut child = command(["rk", "disk", "write", "0", "-", "--raw", "--yes"])
        .args(board.split_whitespace())
        .stdin(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    child.stdin.take().expect("a pipe").write_all(b"LDR and so on").expect("it listens");
    assert!(child.wait().expect("it ends").success());
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc.starts_with(b"LDR and so on\0"));
}

#[test]
fn a_damaged_or_too_large_image_is_found_before_the_first_byte() {
    let (folder, board) = folder();
    for name in ["card.gz", "whole.xz", "whole.zst", "whole.bz2", "card.simg"] {
        let bytes = fs::read(folder.path(name)).expect("it was made");
        let cut = folder.file("cut", &bytes[..bytes.len() - 1000]);
        run(&format!("rk disk write --yes 0 {cut} {board}")).bad(6, "cut");
        let mut damaged = bytes.clone();
        damaged[bytes.len() / 2] ^= 4;
        if name != "card.simg" {
            let damaged = folder.file("damaged", &damaged);
            run(&format!("rk disk write --yes 0 {damaged} {board}")).bad(6, "damaged");
        }
        let file = text(&folder.path(name));
        run(&format!("rk disk write --yes 12000 {file} {board}"))
            .bad(7, "ends at sector 20192, but the storage has 16384");
        // Its length is known where a bmap or a header tells it.
        let told = name.starts_with("card");
        run(&format!("rk disk verify 12000 {file} {board}")).bad(if told { 7 } else { 5 }, "");
    }
    let mut card = fs::read(folder.path("card")).expect("it was made");
    card[100_000] ^= 1;
    folder.file("card", &card);
    run(&format!("rk disk write --yes 0 {} {board}", text(&folder.path("card"))))
        .bad(6, "the checksum of blocks");
    assert!(
        fs::read(folder.path("emmc")).expect("the eMMC's file").iter().all(|byte| *byte == 0xee)
    );
    for (bytes, says) in [(&b"PK\x03\x04 and more"[..], "a zip archive"), (b"\xfd7zXZ\0", "xz")] {
        let file = folder.file("archive", bytes);
        run(&format!("rk disk write --yes 0 {file} {board}")).bad(6, says);
    }
    let empty = folder.file("empty", b"");
    tool(&folder, "gzip -k empty");
    for file in [empty, text(&folder.path("empty.gz"))] {
        run(&format!("rk disk write --yes 0 {file} {board}")).bad(6, "it is empty");
    }
}

#[test]
fn a_packed_image_is_resumed_after_checking_what_is_there() {
    let (folder, board) = folder();
    for name in ["card.gz", "card.simg", "whole.zst"] {
        refill(&folder);
        let file = text(&folder.path(name));
        run(&format!("rk disk write --yes 2048 {file} {board},fault=disconnect@33"))
            .bad(1, "--resume");
        let event = run(&format!("rk disk write --yes 2048 {file} --resume --json {board}"))
            .good()
            .last_event();
        let there = event["already_there"].as_u64().expect("a number");
        assert!(there > 0 && there < event["bytes"].as_u64().expect("a number"), "{name}: {event}");
        assert!(
            event["verified"] == true && is_written(&held(&folder), &disk(), name != "whole.zst")
        );
        let event = run(&format!("rk disk write --yes 2048 {file} --resume --json {board}"))
            .good()
            .last_event();
        assert_eq!(event["already_there"], event["bytes"], "{name}");
    }
    // From a pipe as well: what is compared has gone by, what is not is written.
    refill(&folder);
    piped(&folder, "whole.xz", &format!("rk disk write --yes 2048 - {board},fault=disconnect@33"))
        .bad(1, "--resume");
    let again =
        piped(&folder, "whole.xz", &format!("rk disk write --yes 2048 - --resume --json {board}"));
    let event = again.good().last_event();
    assert!(
        event["already_there"].as_u64() > Some(0) && is_written(&held(&folder), &disk(), false),
        "{event}"
    );
}

#[test]
fn plans_tell_how_much_there_is() {
    let (folder, board) = folder();
    let file = text(&folder.path("card.simg.xz"));
    let plan = run(&format!("rk disk write 0 {file} --dry-run {board}")).good().stdout;
    assert!(plan.contains("of 8192 sectors, the rest are holes from sector 0"), "{plan}");
    let plan =
        piped(&folder, "whole", &format!("rk disk write 0 - --dry-run {board}")).good().stdout;
    assert!(plan.contains("write - to its end from sector 0"), "{plan}");
}

/// On SPI NOR whole blocks are erased: parts of one block that come one after the other must not undo each other.
#[test]
fn holes_in_the_middle_of_erase_blocks_keep_what_is_there() {
    let folder = Folder::new();
    let mut image = vec![0; 1 << 20];
    for (at, length, seed) in
        [(0, 4096, 1), (12_288, 4096, 2), (300_000 / 4096 * 4096, 200_000 / 4096 * 4096, 3)]
    {
        image[at..at + length].copy_from_slice(&noise(length, seed));
    }
    folder.file("whole", &image);
    tool(&folder, "cp --sparse=always whole card");
    tool(&folder, "bmaptool create card -o card.bmap");
    let nor = folder.file("nor", &vec![0x77; 16 << 20]);
    let board = format!("--virtual xunlong/orangepi-5:mode=usbplug,storage={nor}");
    let file = text(&folder.path("card"));
    for how in ["best", "read-back"] {
        let event = run(&format!("rk disk write --yes 8 {file} --verify {how} --json {board}"))
            .good()
            .last_event();
        assert!(event["verified"] == true && event["holes"].as_u64() > Some(0), "{event}");
        let held = fs::read(&nor).expect("the NOR's file");
        for at in (0..image.len()).step_by(4096) {
            let (held, wanted) = (&held[4096 + at..][..4096], &image[at..at + 4096]);
            let left =
                wanted.iter().all(|byte| *byte == 0) && held.iter().all(|byte| *byte == 0x77);
            assert!(held == wanted || left, "{how}: block at {at}");
        }
        assert!(held[..4096].iter().all(|byte| *byte == 0x77));
    }
}
