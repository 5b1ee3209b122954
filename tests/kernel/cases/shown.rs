//! A board on a serial line whose U-Boot shows its storage as a USB disk: a pty for the prompt, the kernel's own usb-storage for
//! the data.

use std::{fs, process::Stdio};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, command, finish, noise, run, text},
    world::{Background, other, soon},
};

pub(super) const CASES: &[Case] = cases![
    a_u_boot_at_its_prompt_shows_its_emmc,
    one_boot_partition_is_written_and_no_more,
    a_visionfive_2_is_brought_up_first,
    what_is_no_disk_of_that_u_boot_is_not_written,
    a_run_that_is_stopped_ends_ums,
    a_rack_has_a_u_boot_show_its_disk,
];

/// A board on a pty, which is called `line` in the folder.
struct Board {
    folder: Folder,
    process: Background,
}

impl Board {
    #[track_caller]
    fn start(name: &str, options: &str) -> Self {
        let folder = Folder::new();
        let line = folder.path("line");
        let spec = format!(
            "{name}:pty={},{}",
            line.display(),
            options.replace("FOLDER", &text(&folder.path("")))
        );
        let mut serve = command(["virtual", "serve", "--vhci", "--quiet", "--virtual", &spec]);
        let process = Background::start(serve.stdout(Stdio::null()));
        assert!(soon(|| line.exists()), "no pty came");
        Self { folder, process }
    }

    fn run(&self, words: &str) -> Run {
        run(&format!("{words} --port {} --json", text(&self.folder.path("line"))))
    }

    /// Powers it off: its disks are in files.
    fn off(self) -> Folder {
        self.process.interrupt();
        self.folder
    }
}

fn is_at_its_prompt(board: &Board) {
    let version = board.run("serial uboot version").good().stdout;
    assert!(version.contains("U-Boot 2025.01 (virtual)"), "{version}");
    let gone = || !fs::exists("/sys/bus/usb/devices/1-3").unwrap_or(true);
    assert!(soon(gone), "the disk stays");
}

fn code(run: &Run) -> (i32, String) {
    (run.code, run.last_event()["code"].as_str().unwrap_or_default().to_owned())
}

fn a_u_boot_at_its_prompt_shows_its_emmc() {
    let board = Board::start("generic/u-boot", "ums=1-3,emmc=FOLDER/emmc,size=64M");
    // No multiple of a sector, a megabyte or a page.
    let data = noise((9 << 20) + 1536 + 7, 1);
    let image = board.folder.file("image", &data);
    let flash =
        format!("flash generic/u-boot {image} --to emmc --via usb --usb-port 1-3 --yes --no-reset");
    let event = board.run(&flash).good().last_event();
    assert_eq!((&event["verified"], &event["via"]), (&true.into(), &"usb".into()), "{event}");
    assert_eq!(event["how"]["read-back"], data.len().next_multiple_of(512), "{event}");
    is_at_its_prompt(&board);
    let verify =
        |image: &str| board.run(&format!("verify generic/u-boot {image} --on emmc --usb-port 1-3"));
    verify(&image).good();
    let backup = text(&board.folder.path("backup"));
    board.run(&format!("backup generic/u-boot {backup} --from emmc --usb-port 1-3")).good();
    is_at_its_prompt(&board);
    let folder = board.off();
    let emmc = text(&folder.path("emmc"));
    finish(&mut other("cmp", &format!("{backup} {emmc}"))).good();
    let held = fs::read(&emmc).expect("the eMMC's file");
    assert!(held[..data.len()] == data && held[data.len()..].iter().all(|byte| *byte == 0));
}

fn one_boot_partition_is_written_and_no_more() {
    let files = "emmc=FOLDER/emmc,emmc-boot0=FOLDER/boot0,emmc-boot1=FOLDER/boot1,size=8M";
    let board = Board::start("generic/u-boot", &format!("ums=1-3,{files}"));
    let data = noise(100_000, 3);
    let image = board.folder.file("image", &data);
    let line =
        format!("flash generic/u-boot {image} --to emmc-boot1 --usb-port 1-3 --yes --no-reset");
    board.run(&line).good();
    let folder = board.off();
    let held = |name| fs::read(folder.path(name)).expect("its file");
    assert!(held("boot1").starts_with(&data));
    for other in ["emmc", "boot0"] {
        assert!(held(other).iter().all(|byte| *byte == 0), "{other}");
    }
}

fn a_visionfive_2_is_brought_up_first() {
    let board = Board::start("starfive/visionfive-2", "ums=1-3,sd=FOLDER/sd,size=16M");
    let payload = [&b"U-Boot SPL 2025.01"[..], &noise(4000, 1)].concat();
    let (version, backup) = (starfive::header::VERSION, starfive::header::BACKUP);
    let spl = starfive::header::wrap(&payload, version, backup).expect("it fits");
    let spl = board.folder.file("spl", &spl);
    let uboot =
        board.folder.file("uboot", &fit::build::uboot("riscv", 0x4020_0000, &noise(9000, 2)));
    let data = noise(3 << 20, 4);
    let image = board.folder.file("image", &data);
    let line = format!(
        "flash visionfive-2 {image} --to sd --usb-port 1-3 --file spl={spl} --file uboot={uboot} --yes"
    );
    let event = board.run(&line).good().last_event();
    assert_eq!((&event["verified"], &event["restarted"]), (&true.into(), &true.into()), "{event}");
    let folder = board.off();
    assert!(fs::read(folder.path("sd")).expect("the card's file").starts_with(&data));
}

/// The manifest says what `--usb-port` does; a second run finds that nothing has changed.
fn a_rack_has_a_u_boot_show_its_disk() {
    let board = Board::start("generic/u-boot", "ums=1-3,emmc=FOLDER/emmc,size=64M");
    let data = noise((6 << 20) + 512, 7);
    board.folder.file("disk.img", &data);
    let line = text(&board.folder.path("line"));
    let manifest = format!(
        "schema = 1\nimage.disk.file = \"disk.img\"\n[[node]]\nname = \"a\"\nboard = \"generic/u-boot\"\nport = \"{line}\"\n\
         usb-port = \"1-3\"\nimage = \"disk\"\nto = \"emmc\"\nrestart = false\n"
    );
    let manifest = board.folder.file("rack.toml", manifest.as_bytes());
    for state in ["changed", "unchanged"] {
        let folder = board.folder.path(state);
        run(&format!("provision {manifest} --run {} --yes", text(&folder))).good();
        let result = fs::read(folder.join("result.json")).expect("it is kept");
        let result: serde_json::Value = serde_json::from_slice(&result).expect("JSON");
        let node = &result["nodes"][0];
        assert_eq!((&node["state"], &node["verified"]), (&state.into(), &true.into()), "{node}");
    }
    is_at_its_prompt(&board);
    let emmc = fs::read(board.off().path("emmc")).expect("the eMMC's file");
    assert!(emmc.starts_with(&data));
}

fn what_is_no_disk_of_that_u_boot_is_not_written() {
    let other = "generic/u-boot-fastboot:mode=ums,port=1-4,size=64M";
    let served = Served::start(&[other]);
    let board = Board::start("generic/u-boot", "ums=1-3,emmc=FOLDER/emmc,size=64M");
    let image = board.folder.file("image", &noise(1 << 20, 5));
    let line = format!("flash generic/u-boot {image} --to emmc --yes --wait 2 --usb-port");
    let refused = board.run(&format!("{line} 1-4"));
    assert_eq!(code(&refused), (7, "board.family".into()), "{}", refused.stdout);
    assert!(refused.stdout.contains("a disk is at port 1-4 already"), "{}", refused.stdout);
    served.end();
    let failed = board.run(&format!("{line} 1-5"));
    assert_eq!(code(&failed), (1, "failed".into()), "{}", failed.stdout);
    assert!(failed.stdout.contains("nothing is plugged in at port 1-5"), "{}", failed.stdout);
    is_at_its_prompt(&board);
    let folder = board.off();
    assert!(fs::read(folder.path("emmc")).expect("a file").iter().all(|byte| *byte == 0));
    let without = Board::start("generic/u-boot", "emmc=FOLDER/emmc,size=64M");
    let refused = without.run(&format!("{line} 1-3"));
    assert_eq!(code(&refused), (7, "refused".into()), "{}", refused.stdout);
    assert!(refused.stdout.contains("has no command `ums`"), "{}", refused.stdout);
}

/// What a user stops leaves no disk behind that a desktop would mount.
fn a_run_that_is_stopped_ends_ums() {
    let board = Board::start("generic/u-boot", "ums=1-3,emmc=FOLDER/emmc,size=64M");
    let image = board.folder.file("image", &noise(60 << 20, 6));
    let line = text(&board.folder.path("line"));
    let words = [
        "flash",
        "generic/u-boot",
        &image,
        "--to",
        "emmc",
        "--usb-port",
        "1-3",
        "--yes",
        "--port",
        &line,
        "--json",
    ];
    let mut flash = Background::start(command(words).stdout(Stdio::piped()));
    let emmc = board.folder.path("emmc");
    let begun = || fs::read(&emmc).is_ok_and(|held| held[..512] != [0; 512]);
    assert!(soon(begun), "nothing is written");
    flash.signal("INT");
    let said = std::io::read_to_string(flash.stdout()).expect("text");
    assert_eq!(flash.end(), Some(130), "{said}");
    is_at_its_prompt(&board);
}
