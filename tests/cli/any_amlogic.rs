//! `flash`, `recover`, `verify` and `backup` of Amlogic's boards, of both protocols: by the board's name, from any stage.

use std::{
    fs,
    io::Write,
    os::unix::fs::{FileExt, MetadataExt},
    sync::Mutex,
    thread,
};

use serde_json::Value;

use crate::tool::{
    Folder,
    amlogic::{g12, gx, gxbb, signed},
    noise, run, text,
};

const EMMC: usize = 16 << 20;
/// What storage holds before.
const OLD: u8 = 0xee;
/// A board of each protocol.
const BOTH: [&str; 2] = ["khadas/vim1", "generic/s905x4-box"];
const KINDS: [&str; 5] = ["stall", "timeout", "short", "garbage", "disconnect"];

/// A board whose eMMC is in the folder, in a file of its own.
struct Bench {
    folder: Folder,
    name: &'static str,
}

impl Bench {
    /// Its eMMC is full of [`OLD`].
    fn new(name: &'static str) -> Self {
        let bench = Self { folder: Folder::new(), name };
        bench.fill();
        bench
    }

    fn fill(&self) {
        let file = fs::File::create(self.folder.path("emmc")).expect("the eMMC's file");
        (&file).write_all(&vec![OLD; EMMC]).expect("written");
    }

    fn emmc(&self) -> Vec<u8> {
        fs::read(self.folder.path("emmc")).expect("the eMMC's file")
    }

    fn is_old(&self) -> bool {
        self.emmc() == vec![OLD; EMMC]
    }

    /// Whether it holds an image from a sector on, and around it what it held before.
    fn holds(&self, sector: usize, image: &[u8]) -> bool {
        let mut wanted = vec![OLD; EMMC];
        let start = sector * 512;
        let end = start + image.len().next_multiple_of(512);
        wanted[start..end].fill(0);
        wanted[start..start + image.len()].copy_from_slice(image);
        self.emmc() == wanted
    }

    fn virt(&self, options: &str) -> String {
        let emmc = text(&self.folder.path("emmc"));
        format!("--virtual {}:storage={emmc},{options}", self.name)
    }

    /// A line of words for the board, which is in its mask ROM.
    fn line(&self, verb: &str, rest: &str) -> String {
        format!("{verb} {} {rest} {}", self.name, self.virt(""))
    }
}

fn number(event: &Value, field: &str) -> u64 {
    event[field].as_u64().unwrap_or_else(|| panic!("{field}: {event}"))
}

/// The stages that a virtual board can be put in.
fn stages(name: &str) -> &'static [&'static str] {
    match name {
        "generic/s905x4-box" | "ugoos/am9-pro" => &["rom", "bl2", "bl2e", "uboot"],
        _ => &["rom", "bl2", "uboot"],
    }
}

#[test]
fn every_board_is_flashed_from_every_stage() {
    let image = noise((3 << 20) + 100, 1);
    for name in [
        "khadas/vim1",
        "khadas/vim2",
        "khadas/vim3",
        "khadas/vim3l",
        "hardkernel/odroid-c2",
        "hardkernel/odroid-c4",
        "amlogic/s400",
        "radxa/zero",
        "generic/s905x4-box",
        "ugoos/am9-pro",
    ] {
        let bench = Bench::new(name);
        let file = bench.folder.file("image", &image);
        for stage in stages(name) {
            bench.fill();
            let board = bench.virt(&format!("mode={stage}"));
            let line = format!("flash {name} {file} --to emmc --yes --json {board}");
            let event = run(&line).good().last_event();
            let bytes = image.len().next_multiple_of(512) as u64;
            let told = (number(&event, "bytes"), &event["verified"], &event["restarted"]);
            assert_eq!(told, (bytes, &true.into(), &true.into()), "{name} {stage}: {event}");
            assert_eq!(event["how"]["read-back"], bytes, "{name} {stage}: {event}");
            assert_eq!((&event["board"], &event["port"]), (&name.into(), &"1-1".into()));
            assert_eq!(number(&event["identity"], "storage_sectors"), EMMC as u64 / 512);
            assert!(event["identity"]["chip_id"].is_string(), "{name} {stage}: {event}");
            assert!(bench.holds(0, &image), "{name} {stage}");
        }
    }
}

#[test]
fn a_board_is_recovered_from_every_stage() {
    for name in BOTH {
        let bench = Bench::new(name);
        for stage in stages(name) {
            let board = bench.virt(&format!("mode={stage}"));
            let event = run(&format!("recover {name} --json {board}")).good().last_event();
            assert_eq!(event["identity"]["stage"], "uboot", "{name} {stage}: {event}");
            assert_eq!(event["restarted"], false, "{name} {stage}: {event}");
        }
        assert!(bench.is_old(), "{name}");
    }
}

#[test]
fn what_is_there_already_is_not_written_again() {
    let image = noise((3 << 20) + 512, 2);
    for name in BOTH {
        let bench = Bench::new(name);
        let file = bench.folder.file("image", &image);
        let flash = |options: &str, more: &str| {
            run(&format!("flash {name} {file} --yes --json {more} {}", bench.virt(options)))
                .good()
                .last_event()
        };
        flash("", "--no-reset");
        // A board that takes no data at all can be brought to an equal image only by comparing.
        let protected = if name == "generic/s905x4-box" { "protected=on" } else { "" };
        for more in ["--if-different", "--resume"] {
            let event = flash(protected, more);
            assert_eq!(number(&event, "already_there"), image.len() as u64, "{name}: {event}");
            assert_eq!(event["verified"], true, "{name}: {event}");
        }
        // A byte in the second half is another one.
        for (more, least) in [("--if-different", 1 << 20), ("--resume", 2 << 20)] {
            let emmc = fs::File::options().write(true).open(bench.folder.path("emmc"));
            emmc.expect("the eMMC's file")
                .write_all_at(&[!image[5 << 19]], 5 << 19)
                .expect("written");
            let event = flash("", more);
            let there = number(&event, "already_there");
            assert!(there >= least && there < image.len() as u64, "{name} {more}: {event}");
            assert_eq!(number(&event, "bytes"), image.len() as u64, "{name} {more}: {event}");
            assert!(bench.holds(0, &image), "{name} {more}");
        }
    }
}

#[test]
fn storage_is_compared_and_saved() {
    let image = noise((2 << 20) + 7, 3);
    let mut other = image.clone();
    other[(1 << 20) + 5] ^= 1;
    for name in BOTH {
        let bench = Bench::new(name);
        let file = bench.folder.file("image", &image);
        let other = bench.folder.file("other", &other);
        run(&bench.line("flash", &format!("{file} --yes"))).good();
        let event = run(&bench.line("verify", &format!("{file} --json"))).good().last_event();
        assert_eq!((&event["verified"], number(&event, "start")), (&true.into(), 0), "{event}");
        run(&bench.line("verify", &other)).bad(5, "differs from sector 2048 on");
        let back = text(&bench.folder.path("back"));
        let event = run(&bench.line("backup", &format!("{back} --json"))).good().last_event();
        assert_eq!(number(&event, "bytes"), EMMC as u64, "{name}: {event}");
        assert!(fs::read(&back).expect("read") == bench.emmc(), "{name}");
        assert!(bench.holds(0, &image), "{name}");
    }
}

/// A secure board gives nothing of its storage away: what was written is not called verified, and nothing is a backup.
#[test]
fn a_secure_board_says_what_is_not_known() {
    let bench = Bench::new("generic/s905x4-box");
    let image = noise(1 << 20, 4);
    let file = bench.folder.file("image", &image);
    let secure = bench.virt("mode=uboot,secure=on");
    let line = format!("flash s905x4-box {file} --yes --json {secure}");
    let event = run(&line).good().last_event();
    assert_eq!((&event["verified"], &event["how"]["none"]), (&false.into(), &(1 << 20).into()));
    assert!(bench.holds(0, &image));
    run(&format!("verify s905x4-box {file} {secure}")).bad(1, "does not let its storage be read");
    let back = text(&bench.folder.path("back"));
    run(&format!("backup s905x4-box {back} {secure}")).bad(7, "does not let its storage be read");
    assert!(!bench.folder.path("back").exists());
}

#[test]
fn a_plan_is_shown_and_nothing_is_done() {
    for name in BOTH {
        let folder = Folder::new();
        let (emmc, image) = (text(&folder.path("emmc")), folder.file("image", &noise(5000, 5)));
        let line = format!("flash {name} {image} --dry-run --virtual {name}:storage={emmc}");
        let plan = run(&line).good().stdout;
        for words in ["\nsend the boot files", "write ", "emmc, from sector 0", "restart"] {
            assert!(plan.contains(words), "`{words}`: {plan}");
        }
        assert!(!plan.contains("still needed"), "{plan}");
        let stored = fs::metadata(folder.path("emmc")).expect("the simulated board's");
        assert_eq!(stored.blocks(), 0, "something was written");
        let plan = run(&format!("flash {name} {image} --dry-run")).good().stdout;
        for words in ["mask-rom or bl2: send the boot files", "still needed", "published by"] {
            assert!(plan.contains(words), "`{words}`: {plan}");
        }
    }
}

#[test]
fn what_is_not_for_the_board_is_refused_before_a_byte() {
    let (bl2, tpl) = gx();
    for name in BOTH {
        let bench = Bench::new(name);
        let image = bench.folder.file("image", &noise(1 << 20, 6));
        let large = bench.folder.file("large", &noise(EMMC + 1, 6));
        let package = bench.folder.file("package", &crate::amlogic_files::package(2));
        let flash = |rest: &str| run(&bench.line("flash", &format!("{rest} --yes")));
        flash(&large).bad(7, "there is room for 32768");
        flash(&package).bad(7, "`racklet-flash amlogic package flash FILE`");
        flash(&format!("{image} --to sd")).bad(7, "card reader");
        run(&bench.line("flash", &image)).bad(7, "Add --yes to do it");
        run(&format!("flash vim3 {image} --yes {}", bench.virt(""))).bad(7, "is for khadas/vim3");
        // Its boot files are for another family, or none at all.
        let gx = bench.folder.file("u-boot.bin", &[&bl2[..], &tpl].concat());
        let g12 = bench.folder.file("g12.bin", &g12("g12b"));
        let none = bench.folder.file("none.bin", &vec![0; 100_000]);
        match name {
            "khadas/vim1" => {
                flash(&format!("{image} --file fip={g12}")).bad(7, "the board is GXL");
                flash(&format!("{image} --file fip={none}")).bad(6, "none.bin");
                let bl2 = bench.folder.file("bl2", &bl2);
                flash(&format!("{image} --file bl2={bl2}")).bad(2, "--file tpl=FILE");
                flash(&format!("{image} --file bl2={bl2}"))
                    .bad(2, "published by the board's maker");
            }
            _ => {
                let one = format!("{image} --file bl2={gx} --file uboot={gx}");
                flash(&one).bad(7, "this board is newer");
                flash(&format!("{image} --file bl2={none}")).bad(6, "none.bin");
            }
        }
        let locked = bench.virt("password=x");
        let refused = run(&format!("flash {name} {image} --yes {locked}"));
        let words = if name == "khadas/vim1" { "amlogic password FILE" } else { "passwords" };
        refused.bad(7, words);
        assert!(bench.is_old(), "{name}");
    }
    let bench = Bench::new("amlogic/ad401");
    let image = bench.folder.file("image", &noise(1 << 20, 6));
    run(&bench.line("flash", &format!("{image} --yes"))).bad(7, "amlogic partition write");
}

#[test]
fn a_pair_of_boot_files_will_do() {
    let bench = Bench::new("khadas/vim1");
    let image = noise(100_000, 8);
    let file = bench.folder.file("image", &image);
    let (bl2, tpl) = gx();
    let (bl2, tpl) = (bench.folder.file("bl2", &bl2), bench.folder.file("tpl", &tpl));
    let ran = run(&bench.line("flash", &format!("{file} --yes --file bl2={bl2} --file tpl={tpl}")));
    assert!(!ran.good().stderr.contains("makes up"));
    assert!(bench.holds(0, &image));
}

/// The mask ROM looks for a boot loader from sector 1 on.
#[test]
fn a_boot_loader_goes_where_the_mask_rom_looks() {
    let (bl2, tpl) = gx();
    let loader = [&bl2[..], &tpl].concat();
    let card = [&vec![0x11; 512][..], &loader].concat();
    let bench = Bench::new("khadas/vim1");
    for (bytes, sector) in [(&loader, 1), (&card, 0)] {
        bench.fill();
        let file = bench.folder.file("u-boot", bytes);
        let event = run(&bench.line("flash", &format!("{file} --yes --json"))).good().last_event();
        assert_eq!(number(&event, "start"), sector, "{event}");
        assert!(bench.holds(sector as usize, bytes));
    }
    bench.fill();
    for (name, bytes) in [("odroid-c2", gxbb()), ("vim3", g12("g12b"))] {
        let file = bench.folder.file("other", &bytes);
        run(&bench.line("flash", &format!("{file} --yes"))).bad(7, "it is a boot loader for");
        assert!(bench.is_old(), "{name}");
    }
    // The newer boards' own tell nothing.
    let bench = Bench::new("generic/s905x4-box");
    let file = bench.folder.file("u-boot", &[&bl2[..], &tpl].concat());
    run(&bench.line("flash", &format!("{file} --yes"))).bad(7, "the board is SC2");
    assert!(bench.is_old());
    assert!(!signed("s905x4").is_empty());
}

/// One transfer of a whole flash is made to fail, in every way: what is told and what storage holds go together.
#[test]
fn transfers_of_a_flash_may_fail() {
    let image = noise(300_000, 9);
    for name in BOTH {
        let count = {
            let bench = Bench::new(name);
            let file = bench.folder.file("image", &image);
            let stderr = run(&bench.line("flash", &format!("{file} --yes -vv"))).good().stderr;
            let line = stderr.lines().find(|line| line.contains(" host waits")).expect("counts");
            line.split(' ').next().and_then(|count| count.parse::<usize>().ok()).expect("a number")
        };
        // A prime distance, so that no phase of what repeats is left out; and the last ones, which restart the board.
        let step = (count / 18).max(1) | 1;
        let indices = (1..=count).step_by(step).chain(count - 4..=count);
        let jobs: Vec<_> = indices.flat_map(|index| KINDS.map(|kind| (index, kind))).collect();
        let queue = Mutex::new(jobs.into_iter());
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    let bench = Bench::new(name);
                    let file = bench.folder.file("image", &image);
                    while let Some((index, kind)) =
                        { queue.lock().expect("no job panics while it takes one").next() }
                    {
                        bench.fill();
                        one(&bench, &file, &image, (index, kind, count));
                    }
                });
            }
        });
    }
}

/// One flash in which one transfer fails.
fn one(bench: &Bench, file: &str, image: &[u8], (index, kind, count): (usize, &str, usize)) {
    let board = bench.virt(&format!("fault={kind}@{index}"));
    let what = format!("{}: {kind} at transfer {index} of {count}", bench.name);
    let ran = run(&format!("flash {} {file} --yes --json {board}", bench.name));
    let event = ran.last_event();
    let emmc = bench.emmc();
    let end = image.len().next_multiple_of(512);
    assert!(
        emmc[end..] == vec![OLD; emmc.len() - end],
        "{what}: written beyond the image: {event}"
    );
    if ran.code == 0 {
        assert_eq!(event["verified"], true, "{what}: {event}");
        assert!(bench.holds(0, image), "{what}: {event}");
        return;
    }
    assert!([1, 5, 6, 7].contains(&ran.code), "{what}: {event}");
    assert_eq!((&event["event"], number(&event, "exit")), (&"error".into(), ran.code as u64));
    let message = event["message"].as_str().unwrap_or_default();
    assert!(message.contains(" at port "), "{what}: {event}");
    assert!(event["code"].is_string(), "{what}: {event}");
    // A refusal is one before anything is written; a board that only did not restart holds all.
    if ran.code == 7 || event.to_string().contains("nothing was written") {
        assert!(bench.is_old(), "{what}: {event}");
    }
    if event["code"] == "board.unrestarted" {
        assert!(bench.holds(0, image), "{what}: {event}");
    }
}
