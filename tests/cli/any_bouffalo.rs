//! Boards with a BL808, over a modelled line and on a pty: `flash`, `verify`, `backup`, `recover` and `bouffalo`.

use std::fs;

use bouffalo::header;

use crate::{
    line::{Served, bytes},
    tool::{Folder, Run, noise, run, text},
};

const BOARD: &str = "sipeed/m1s-dock";
/// A block of the flash.
const BLOCK: usize = 4096;

/// An image of a whole flash, `length` bytes of it.
fn whole(length: usize) -> Vec<u8> {
    let program = noise(length - BLOCK, 5);
    let mut image = header::build(&program);
    image.resize(BLOCK, 0xff);
    image.extend(program);
    image
}

/// The same, whose flash commands are those of one maker. What sums it has is left open, as in a file that was not completed.
fn for_maker(maker: u8) -> Vec<u8> {
    let mut image = whole(9000);
    image[25] = maker;
    for sum in [96, 348] {
        image[sum..sum + 4].copy_from_slice(&0xdead_beef_u32.to_le_bytes());
    }
    image
}

/// A folder with a flash of a MiB.
struct Bench {
    folder: Folder,
}

impl Bench {
    fn new(flash: &[u8]) -> Self {
        let folder = Folder::new();
        let mut all = flash.to_vec();
        all.resize(1 << 20, 0xff);
        folder.file("flash", &all);
        Self { folder }
    }

    fn board(&self, more: &str) -> String {
        format!("{BOARD}:size=1M,storage={}{more}", text(&self.folder.path("flash")))
    }

    fn run(&self, line: &str) -> Run {
        run(&format!("{line} --virtual {}", self.board("")))
    }

    fn flash(&self) -> Vec<u8> {
        fs::read(self.folder.path("flash")).expect("it was saved")
    }
}

#[test]
fn a_whole_flash_is_written_compared_and_read() {
    let bench = Bench::new(&bytes(1 << 20));
    let image = whole(300_001);
    let file = bench.folder.file("flash.img", &image);
    let done = bench.run(&format!("flash m1s-dock {file} --yes --json")).good().last_event();
    let written = 300_001_u64.next_multiple_of(512);
    assert_eq!(
        (&done["bytes"], &done["verified"], &done["how"]["board-sum"], &done["restarted"]),
        (&written.into(), &true.into(), &written.into(), &true.into()),
        "{done}"
    );
    let seen = &done["identity"];
    assert_eq!((&seen["soc"], &seen["stage"]), (&"BL808".into(), &"mask-rom".into()), "{done}");
    assert_eq!((&seen["storage"], &seen["storage_id"]), (&"spi-nor".into(), &"ef6014".into()));
    let held = bench.flash();
    assert!(held.starts_with(&image));
    // What is around is kept, to the byte.
    assert!(held[written as usize..] == bytes(1 << 20)[written as usize..]);

    let same = bench.run(&format!("verify m1s-dock {file} --json")).good().last_event();
    assert_eq!((&same["bytes"], &same["verified"]), (&written.into(), &true.into()), "{same}");
    let again = bench.run(&format!("flash m1s-dock {file} --if-different --yes --json"));
    assert_eq!(again.good().last_event()["already_there"], written);
    let out = text(&bench.folder.path("out"));
    bench.run(&format!("backup m1s-dock {out}")).good();
    assert!(fs::read(&out).expect("it was read") == held);

    let mut damaged = held;
    damaged[200_000] ^= 1;
    bench.folder.file("flash", &damaged);
    bench.run(&format!("verify m1s-dock {file}")).bad(5, "differs from sector 384");
    bench.run("recover m1s-dock").good();
}

#[test]
fn parts_have_their_places_and_blocks_that_they_share_are_kept() {
    let old = bytes(1 << 20);
    let bench = Bench::new(&old);
    let part = noise(10_000, 7);
    let file = bench.folder.file("part.bin", &part);
    for (command, what) in [
        (format!("disk write 0x203 {file}"), "overwrites 10 KiB from sector 515"),
        ("disk erase 8 3".into(), "erases 3 sectors from sector 8"),
        ("disk erase --all".into(), "erases all sectors of the flash"),
    ] {
        bench.run(&format!("bouffalo {command}")).bad(7, what);
        assert!(bench.flash() == old, "{command}");
    }
    let done = bench.run(&format!("bl disk write 0x203 {file} --yes --json")).good().last_event();
    assert_eq!((&done["verified"], &done["start"]), (&true.into(), &0x203.into()), "{done}");
    let (held, start) = (bench.flash(), 0x203 * 512);
    let end = start + 10_000_usize.next_multiple_of(512);
    assert!(held[start..].starts_with(&part));
    assert!(held[..start] == old[..start] && held[end..] == old[end..]);
    bench.run(&format!("bl disk verify 0x203 {file}")).good();
    bench.run(&format!("bl disk verify 0x204 {file}")).bad(5, "differs from sector 516");

    bench.run("bl disk erase 9 3 --yes").good();
    let held = bench.flash();
    assert!(held[9 * 512..12 * 512].iter().all(|byte| *byte == 0xff));
    assert!(held[..9 * 512] == old[..9 * 512] && held[12 * 512..start] == old[12 * 512..start]);
    let out = text(&bench.folder.path("out"));
    bench.run(&format!("bl disk read 7 300 {out}")).good();
    assert!(fs::read(&out).expect("it was read") == held[7 * 512..307 * 512]);
    bench.run("bl disk erase --all --yes").good();
    assert!(bench.flash().iter().all(|byte| *byte == 0xff));
}

#[test]
fn what_does_not_fit_or_does_not_start_is_refused_and_nothing_is_written() {
    let old = bytes(1 << 20);
    let bench = Bench::new(&old);
    let (junk, long) = (noise(9000, 3), whole((1 << 20) + 4096));
    let (junk, long) = (bench.folder.file("junk", &junk), bench.folder.file("long", &long));
    let mut damaged = whole(9000);
    damaged[60] ^= 1;
    let damaged = bench.folder.file("damaged", &damaged);
    let other = bench.folder.file("other", &for_maker(0xc8));
    for (line, code, says) in [
        (format!("flash m1s-dock {junk} --yes"), 7, "no boot header"),
        (
            format!("flash m1s-dock {damaged} --yes"),
            6,
            "the checksum of its flash commands is wrong",
        ),
        (format!("flash m1s-dock {other} --yes"), 7, "is for a flash of the maker 0xc8"),
        (format!("flash m1s-dock {long} --yes"), 7, "there is room for 2048"),
        (format!("bl disk write 0 {junk} --yes"), 6, "no boot header"),
        (format!("bl disk write 2040 {junk} --yes"), 7, "the flash has 2048 sectors"),
        ("bl disk erase 2040 9 --yes".into(), 7, "the flash has 2048 sectors"),
        ("bl disk read 2040 9 -".into(), 7, "the flash has 2048 sectors"),
        (format!("bl disk write 8 {junk} --verify parity --yes"), 2, "board-sum"),
        (format!("flash m1s-dock {junk} --to sd --yes"), 7, "has no sd"),
    ] {
        bench.run(&line).bad(code, says);
        assert!(bench.flash() == old, "{line}");
    }
}

#[test]
fn another_chip_and_a_board_without_flash_are_told() {
    let bench = Bench::new(&[]);
    let image = whole(9000);
    let file = bench.folder.file("flash.img", &image);
    let worn = (5000..9000).find(|at| image[*at] & 1 == 0).expect("a bit that is cleared");
    for (options, code, word, says) in [
        (",chip=bl602", 7, "board.other", "the chip is a BL602, not a BL808"),
        (",chip=bl616", 7, "board.other", "the chip is a BL616, not a BL808"),
        (",flash=none", 1, "storage.none", "no SPI flash answers"),
        (&*format!(",worn={worn}"), 5, "differs", "do not have the right SHA-256"),
    ] {
        let line = format!("flash m1s-dock {file} --yes --json --virtual {}", bench.board(options));
        let run = run(&line);
        let event = run.last_event();
        assert_eq!((run.code, &event["code"]), (code, &word.into()), "{event}");
        assert!(event["message"].as_str().is_some_and(|text| text.contains(says)), "{event}");
    }
    for options in [",flash=unknown", ",confirms=both", ",pending=0.02", ",wrong-sum=1"] {
        run(&format!("flash m1s-dock {file} --yes --virtual {}", bench.board(options))).good();
        assert!(bench.flash().starts_with(&whole(9000)), "{options}");
    }
    let slow =
        format!("flash m1s-dock {file} --yes --virtual {}", bench.board(",loses-above=1000000"));
    let slow = run(&slow).good();
    assert!(slow.stderr.contains("does not work at 2000000 baud"), "{}", slow.stderr);
    let event = bench.run("bl identify --json").good().last_event();
    assert_eq!((&event["soc"], &event["chip_id"]), (&"BL808".into(), &"383736359731".into()));
    assert_eq!(event["storage_sectors"], 2048);
    bench.run("bl reset").good();
}

/// The vendor's tool keeps it, too.
#[test]
fn how_a_radio_was_adjusted_is_kept() {
    let mut old = bytes(1 << 20);
    old[0x1000..0x1004].copy_from_slice(b"BLRF");
    let bench = Bench::new(&old);
    let image = whole(100_000);
    let file = bench.folder.file("flash.img", &image);
    let done = bench.run(&format!("flash m1s-dock {file} --yes")).good();
    assert!(done.stderr.contains("keeps how this board's radio was adjusted"), "{}", done.stderr);
    let held = bench.flash();
    assert!(held[..0x1000] == image[..0x1000] && held[0x2000..].starts_with(&image[0x2000..]));
    assert!(held[0x1000..0x2000] == old[0x1000..0x2000]);
    bench.run(&format!("verify m1s-dock {file}")).good();
    bench.run("bl disk erase --all --yes").good();
    assert!(bench.flash().iter().all(|byte| *byte == 0xff));
}

#[test]
fn bytes_of_a_flash_may_fail() {
    let image = whole(40_000);
    for at in [1, 100, 310, 330, 400, 1000, 5000, 9000, 42_000] {
        for kind in ["lost", "doubled", "flipped", "gone"] {
            let bench = Bench::new(&[]);
            let file = bench.folder.file("flash.img", &image);
            let board = bench.board(&format!(",fault={kind}@{at}"));
            let run = run(&format!("flash m1s-dock {file} --yes --json --virtual {board}"));
            let (event, held) = (run.last_event(), bench.flash());
            let what = format!("{kind}@{at}: {event}");
            assert_eq!(run.code == 0, kind != "gone" || at > 41_500, "{what}");
            assert!(run.code != 0 || held.starts_with(&image), "{what}");
            assert!(held[65_536..].iter().all(|byte| *byte == 0xff), "{what}");
        }
    }
}

#[test]
fn a_board_on_a_pty_is_flashed_at_the_pace_of_its_line() {
    let folder = Folder::new();
    let image = whole(50_000);
    let (file, flash) = (folder.file("flash.img", &image), folder.path("flash"));
    let options = format!(",size=512K,storage={}", text(&flash));
    let served = Served::start(&folder, BOARD, &options);
    run(&format!("flash m1s-dock {file} --yes --port {}", served.port)).good();
    let noted = served.end();
    assert!(fs::read(flash).expect("it was saved").starts_with(&image));
    assert!(
        noted.iter().any(|event| event.to_string().contains("starts from its flash")),
        "{noted:?}"
    );
}
