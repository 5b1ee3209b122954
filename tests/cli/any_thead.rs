//! A Meles over its serial line, modelled and on a pty: `flash`, `verify`, `recover` and `thead`.

use std::fs;

use crate::{
    line::{Served, bytes},
    tool::{Folder, Run, noise, run, text},
};

const BOARD: &str = "milkv/meles-uart";
/// A block of the flash, and all of it.
const BLOCK: usize = 64 << 10;
const SIZE: usize = 4 * BLOCK;

/// A folder with a flash and an image writer.
struct Bench {
    folder: Folder,
    writer: String,
}

impl Bench {
    fn new() -> Self {
        let folder = Folder::new();
        folder.file("flash", &bytes(SIZE));
        let writer = folder.file("iw.bin", &noise(600, 9));
        Self { folder, writer }
    }

    fn board(&self, more: &str) -> String {
        format!("{BOARD}:size=256K,storage={}{more}", text(&self.folder.path("flash")))
    }

    /// A command with the image writer, on a board with these options.
    fn on(&self, line: &str, more: &str) -> Run {
        run(&format!("{line} --file program={} --virtual {}", self.writer, self.board(more)))
    }

    fn run(&self, line: &str) -> Run {
        self.on(line, "")
    }

    fn flash(&self) -> Vec<u8> {
        fs::read(self.folder.path("flash")).expect("it was saved")
    }
}

#[test]
fn a_boot_loader_is_written_and_compared() {
    for version in ["", ",version=3"] {
        let bench = Bench::new();
        let image = noise(100_001, 5);
        let file = bench.folder.file("u-boot.bin", &image);
        let done = bench.on(&format!("flash meles-uart {file} --yes --json"), version);
        let done = done.good().last_event();
        let written = 100_001_u64.next_multiple_of(512);
        assert_eq!(
            (&done["bytes"], &done["verified"], &done["how"]["board-sum"]),
            (&written.into(), &true.into(), &written.into()),
            "{done}"
        );
        let seen = &done["identity"];
        assert_eq!(seen["stage"], "image-writer", "{done}");
        let held = bench.flash();
        assert!(held.starts_with(&image) && held[2 * BLOCK..] == bytes(SIZE)[2 * BLOCK..]);

        let same = bench.on(&format!("verify meles-uart {file} --json"), version);
        let same = same.good().last_event();
        assert_eq!((&same["bytes"], &same["verified"]), (&written.into(), &true.into()), "{same}");
        let again = format!("flash meles-uart {file} --if-different --yes --json");
        assert_eq!(bench.run(&again).good().last_event()["already_there"], written);
        let mut damaged = held;
        // The sum of 32 bits of the whole does not notice it.
        (damaged[70_000], damaged[90_000]) = (damaged[70_000] ^ 1, damaged[90_000] ^ 1);
        bench.folder.file("flash", &damaged);
        bench.run(&format!("verify meles-uart {file}")).bad(5, "differs from sector 136");
        // All of it is written again: it is one piece.
        bench.run(&again).good();
        assert!(bench.flash().starts_with(&image));
    }
}

#[test]
fn the_makers_own_commands_do_the_same() {
    let bench = Bench::new();
    let board = bench.board("");
    let thead = |line: &str| run(&format!("thead {line} --json --virtual {board}"));
    let seen = thead("identify").good().last_event();
    assert_eq!((&seen["stage"], &seen["protocol"]), (&"mask-rom".into(), &4.into()), "{seen}");
    assert_eq!(
        (&seen["storage"], &seen["storage_sectors"]),
        (&"spi-nor".into(), &512.into()),
        "{seen}"
    );

    let image = noise(9001, 6);
    let (file, writer) = (bench.folder.file("u-boot.bin", &image), &bench.writer);
    let write = |start: &str, more: &str| {
        thead(&format!("disk write {start} {file} --program {writer} {more}"))
    };
    let is_untouched = || bench.flash() == bytes(SIZE);
    for (start, more, code, says) in [
        ("0", "", 7, "overwrites"),
        ("8", "--yes", 7, "a multiple of 128 sectors"),
        ("512", "--yes", 7, "do not fit"),
        ("0", "--yes --verify read-back", 2, "board-sum"),
    ] {
        let run = write(start, more);
        assert!(run.code == code && run.stdout.contains(says), "{start} {more}: {}", run.stdout);
        assert!(is_untouched(), "{start} {more}");
    }
    let dry = write("128", "--dry-run").good();
    assert!(dry.stdout.contains("have it summed") && is_untouched(), "{}", dry.stdout);
    let done = write("128", "--yes").good().last_event();
    assert_eq!((&done["bytes"], &done["how"]["board-sum"]), (&9216.into(), &9216.into()), "{done}");
    let mut wanted = bytes(SIZE);
    wanted[BLOCK..2 * BLOCK].fill(0xff);
    wanted[BLOCK..][..9216].fill(0);
    wanted[BLOCK..][..9001].copy_from_slice(&image);
    assert!(bench.flash() == wanted);

    let verify = |start: &str| thead(&format!("disk verify {start} {file} --program {writer}"));
    assert_eq!(verify("128").good().last_event()["verified"], true);
    assert_eq!(verify("0").code, 5);
    let empty = bench.folder.file("empty", b"");
    let line = format!("disk verify 128 {file} --program {empty}");
    assert_eq!(thead(&line).code, 6);
}

/// What the image writer erases around a part is not known.
#[test]
fn an_image_with_holes_is_not_written_in_parts() {
    let bench = Bench::new();
    let image = bench.folder.file("u-boot.bin", &noise(3 * BLOCK, 5));
    let head = "<?xml version=\"1.0\" ?>\n<bmap version=\"1.3\"><ImageSize> 196608 </ImageSize><BlockSize> 4096 \
                </BlockSize><BlocksCount> 48 </BlocksCount>";
    for (blocks, ranges) in
        [(32, "<Range> 0-15 </Range><Range> 32-47 </Range>"), (16, "<Range> 0-15 </Range>")]
    {
        let map = format!(
            "{head}<MappedBlocksCount> {blocks} </MappedBlocksCount><BlockMap>{ranges}</BlockMap></bmap>\n"
        );
        let map = bench.folder.file("u-boot.bmap", map.as_bytes());
        let line = format!("flash meles-uart {image} --bmap {map} --yes");
        bench.run(&line).bad(7, "written in parts");
        assert!(bench.flash() == bytes(SIZE), "{ranges}");
    }
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let bench = Bench::new();
    let mut disk = vec![0; 4096];
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    let disk = bench.folder.file("disk.img", &disk);
    let long = bench.folder.file("long", &noise(SIZE + 1, 3));
    let good = bench.folder.file("good", &noise(9000, 3));
    let out = text(&bench.folder.path("out"));
    for (line, code, says) in [
        (format!("flash meles-uart {good}"), 7, "overwrites"),
        (format!("flash meles-uart {disk} --yes"), 7, "the image of a whole disk"),
        (format!("flash meles-uart {long} --yes"), 7, "there is room for 512"),
        (format!("flash meles-uart {good} --to emmc --yes"), 7, "has no emmc"),
        (format!("flash meles-uart {good} --verify parity --yes"), 2, "board-sum"),
        (format!("backup meles-uart {out}"), 7, "cannot be read"),
    ] {
        bench.run(&line).bad(code, says);
        assert!(bench.flash() == bytes(SIZE), "{line}");
    }
    // On the board that is meant for USB, the way is told.
    run(&format!("flash milkv/meles {good} --to spi-nor --yes --virtual milkv/meles"))
        .bad(7, "meles-uart");
}

#[test]
fn boards_that_fail_are_told() {
    let image = noise(9000, 5);
    let worn = (100..9000).find(|at| image[*at] & 1 == 0).expect("a bit that is cleared");
    for (options, code, word, says) in [
        (",flash=none", 7, "refused", "lists no SPI flash"),
        (",writer=hangs", 1, "serial.silence", "image writer: the board does not answer"),
        (",power=90", 1, "serial.silence", "mask ROM: the board does not answer"),
        (&*format!(",worn={worn}"), 5, "differs", "differs from the image from sector 0"),
        (",wrong-sum=1", 5, "differs", "differs from the image"),
        (",wrong-sum=3", 5, "differs", "from sector 8 on"),
    ] {
        let bench = Bench::new();
        let file = bench.folder.file("u-boot.bin", &image);
        let run = bench.on(&format!("flash meles-uart {file} --yes --json"), options);
        let event = run.last_event();
        assert_eq!((run.code, &event["code"]), (code, &word.into()), "{options}: {event}");
        assert!(event["message"].as_str().is_some_and(|text| text.contains(says)), "{event}");
    }
    // It knows no more than the sum of all of it.
    let bench = Bench::new();
    let file = bench.folder.file("u-boot.bin", &image);
    let done = bench.on(&format!("flash meles-uart {file} --yes"), ",writer=forgets").good();
    assert!(done.stderr.contains("as a whole only"), "{}", done.stderr);
    assert!(bench.flash().starts_with(&image));
    bench
        .on(&format!("verify meles-uart {file}"), ",writer=forgets")
        .bad(1, "wrong order of commands");
    bench.run("recover meles-uart").good();
}

/// Commands of the beginning and the end one by one, and of what is between a sample.
#[test]
fn bytes_of_a_flash_may_fail() {
    let image = noise(9000, 5);
    let named = [1, 9, 40, 60, 70, 400, 700, 730, 760, 800, 5000, 9000, 9700, 9720, 9800];
    for at in named.into_iter().chain((17..11_000).step_by(367)) {
        for kind in ["lost", "doubled", "flipped", "gone"] {
            let bench = Bench::new();
            let file = bench.folder.file("u-boot.bin", &image);
            let line = format!("flash meles-uart {file} --yes --json");
            let run = bench.on(&line, &format!(",fault={kind}@{at}"));
            let what = format!("{kind}@{at}: {}", run.last_event());
            // Nothing is taken for good that is not.
            assert!(run.code != 0 || bench.flash().starts_with(&image), "{what}");
            assert!(matches!(run.code, 0 | 1 | 3 | 5), "{what}");
            assert!(bench.flash()[BLOCK..] == bytes(SIZE)[BLOCK..], "{what}");
        }
    }
}

#[test]
fn a_board_on_a_pty_is_flashed_at_the_pace_of_its_line() {
    let bench = Bench::new();
    let image = noise(9000, 5);
    let file = bench.folder.file("u-boot.bin", &image);
    let flash = bench.folder.path("flash");
    let options = format!(",size=256K,storage={}", text(&flash));
    let served = Served::start(&bench.folder, BOARD, &options);
    let line = format!("flash meles-uart {file} --yes --file program={}", bench.writer);
    run(&format!("{line} --port {}", served.port)).good();
    let noted = served.end();
    assert!(fs::read(flash).expect("it was saved").starts_with(&image));
    assert!(!noted.iter().any(|event| event.to_string().contains("fuses")), "{noted:?}");
}
