//! Whole recoveries.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    debian, needed, run,
    tool::{Folder, Run, command, finish, text},
    with_r40,
};

const H3: &str = "xunlong/orangepi-pc";
const R40: &str = "bananapi/m2-ultra";
const CARD: u64 = 64 << 20;
/// U-Boot's own banner: unlike the SPL's, it begins a line with its version.
const BANNER: &str = "U-Boot 2023.01";

/// `fel boot` on an emulated board; returns the run and what the board printed.
fn uboot(board: &str, image: &str, options: &str, more: &[&str]) -> (Run, String) {
    let folder = Folder::new();
    let serial = text(&folder.path("serial"));
    let spec = format!("{board}:engine=qemu,serial={serial},{options}");
    let mut command = command([&["fel", "boot", image, "--virtual", &spec], more].concat());
    if board == R40 {
        with_r40(&mut command);
    }
    let run = finish(&mut command);
    (run, fs::read_to_string(&serial).unwrap_or_default())
}

#[test]
fn debians_u_boot_comes_up_on_an_h3() {
    for name in ["nanopi_neo", "nanopi_neo_air", "orangepi_plus", "orangepi_zero"] {
        let (run, serial) = uboot(H3, &debian(name), &format!("until={BANNER}"), &[]);
        run.good();
        assert!(serial.contains("Trying to boot from FEL"), "{name}: {serial}");
        assert!(serial.contains(&format!("\n{BANNER}")), "{name}: {serial}");
    }
}

#[test]
fn an_h3_is_recovered_by_its_name_until_u_boot_speaks() {
    let folder = Folder::new();
    let serial = text(&folder.path("serial"));
    let spec = format!("{H3}:engine=qemu,serial={serial},until={BANNER}");
    let file = format!("uboot={}", debian("nanopi_neo"));
    let done = run(&["recover", "orangepi-pc", "--file", &file, "--json", "--virtual", &spec]);
    let answer = done.good().last_event();
    assert_eq!(answer["identity"]["stage"], "uboot", "{answer}");
    let printed = fs::read_to_string(&serial).expect("it was written");
    assert!(printed.contains(&format!("\n{BANNER}")), "{printed}");
}

#[test]
fn debians_u_boot_comes_up_on_an_r40() {
    for name in ["Bananapi_M2_Ultra", "bananapi_m2_berry"] {
        let (run, serial) = uboot(R40, &debian(name), &format!("until={BANNER}"), &[]);
        run.good();
        assert!(serial.contains("Trying to boot from FEL"), "{name}: {serial}");
        assert!(serial.contains(&format!("\n{BANNER}")), "{name}: {serial}");
    }
}

/// A whole rack's worth at once: each has its own processor, none its neighbour's.
#[test]
fn boards_beside_each_other_do_not_disturb_each_other() {
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let (run, serial) =
                    uboot(H3, &debian("nanopi_neo"), &format!("until={BANNER}"), &[]);
                run.good();
                assert!(serial.contains(&format!("\n{BANNER}")), "{serial}");
            });
        }
    });
}

/// From a board with an empty card to one that boots from that card alone.
fn recover(board: &str, name: &str, machine: &str, qemu: &mut Command) {
    let folder = Folder::new();
    let card = folder.path("card");
    fs::File::create(&card).and_then(|file| file.set_len(CARD)).expect("a card");
    let image = debian(name);
    let bytes = fs::read(&image).expect("the image");
    let sectors = bytes.len().div_ceil(512);
    let script =
        format!("mmc dev 0 && mmc write 0x50000000 0x10 {sectors:#x} && echo card is written\n");
    let script = folder.file("boot.cmd", script.as_bytes());
    let options = format!("storage={},until=card is written", card.display());
    let write = format!("0x50000000={image}");
    let more = ["--write", &write, "--script", &script, "--yes"];
    let (run, serial) = uboot(board, &image, &options, &more);
    assert!(serial.contains("## Executing script at"), "{serial}");
    run.good();
    let card_bytes = fs::read(&card).expect("the card");
    assert!(card_bytes[0x2000..0x2000 + bytes.len()] == bytes, "the card does not hold the image");
    let serial = boot_from(&card, machine, qemu, &folder.path("second"));
    assert!(serial.contains("Trying to boot from MMC1"), "{serial}");
    assert!(serial.contains(&format!("\n{BANNER}")), "{serial}");
}

/// Boots a machine from a card, with nothing of ours in it; returns what it printed.
fn boot_from(card: &Path, machine: &str, qemu: &mut Command, serial: &Path) -> String {
    qemu.args(["-display", "none", "-nodefaults", "-monitor", "none", "-M", machine]);
    qemu.args(["-serial", &format!("file:{}", serial.display())]);
    qemu.args(["-drive", &format!("if=sd,format=raw,file={}", card.display())]);
    let mut child = qemu.stdin(Stdio::null()).spawn().expect("QEMU starts");
    let end = Instant::now() + Duration::from_secs(60);
    let mut printed = String::new();
    while !printed.contains(&format!("\n{BANNER}")) && Instant::now() < end {
        thread::sleep(Duration::from_millis(50));
        printed = fs::read_to_string(serial).unwrap_or_default();
    }
    child.kill().and_then(|()| child.wait()).expect("QEMU ends");
    printed
}

#[test]
fn an_h3_is_recovered_until_it_boots_from_its_card() {
    recover(H3, "nanopi_neo", "orangepi-pc", &mut Command::new("qemu-system-arm"));
}

#[test]
fn an_r40_is_recovered_until_it_boots_from_its_card() {
    let mut qemu = Command::new(needed("RACKLET_FLASH_QEMU_R40"));
    if let data @ [_, ..] = needed("RACKLET_FLASH_QEMU_R40_DATA").as_bytes() {
        qemu.arg("-L").arg(String::from_utf8_lossy(data).into_owned());
    }
    recover(R40, "Bananapi_M2_Ultra", "bpim2u", &mut qemu);
}

/// The plain-memory engine is believed only because its session is the emulated processor's, byte for byte.
#[test]
fn both_engines_are_told_the_same() {
    let folder = Folder::new();
    let image = debian("nanopi_neo");
    let sent = |engine: &str| -> Vec<String> {
        let record = text(&folder.path(engine));
        let board = format!("{H3}:engine={engine}");
        run(&["fel", "boot", &image, "--record", &record, "--virtual", &board]).good();
        let text = fs::read_to_string(record).expect("the recording");
        text.lines().filter(|line| line.starts_with('>')).map(str::to_owned).collect()
    };
    let (memory, qemu) = (sent("memory"), sent("qemu"));
    assert!(memory.len() > 100);
    assert_eq!(memory, qemu);
}

/// Runs a recovery in which the transfer fails whose line in a good recording `is` right; returns its error.
fn spoiled(kind: &str, is: impl Fn(&str) -> bool) -> serde_json::Value {
    let folder = Folder::new();
    let (image, record) = (debian("nanopi_neo"), text(&folder.path("record")));
    let board = format!("{H3}:engine=qemu");
    run(&["fel", "boot", &image, "--record", &record, "--virtual", &board]).good();
    let recording = fs::read_to_string(&record).expect("the recording");
    let mut transfers = recording.lines().filter(|line| line.starts_with(['>', '<']));
    let index = 1 + transfers.position(is).expect("such a transfer");
    let board = format!("{board},fault={kind}@{index}");
    run(&["fel", "boot", &image, "--json", "--virtual", &board]).last_event()
}

#[test]
fn an_spl_that_was_damaged_on_the_way_is_not_run() {
    let event = spoiled("garbage", |line| line.starts_with("> len=15360"));
    assert_eq!(
        (event["code"].as_str(), event["step"].as_str()),
        (Some("spl.damaged"), Some("start")),
        "{event}"
    );
}

#[test]
fn a_u_boot_that_was_damaged_on_the_way_is_not_started() {
    let event = spoiled("garbage", |line| line.starts_with("> len=131072"));
    assert_eq!(
        (event["code"].as_str(), event["exit"].as_u64()),
        (Some("differs"), Some(5)),
        "{event}"
    );
}

#[test]
fn a_text_that_does_not_come_is_an_error_within_its_time() {
    let (run, _) = uboot(H3, &debian("nanopi_neo"), "until=no such text,run=1", &[]);
    run.bad(1, "`no such text` was not on the board's serial port within 1 s");
}

#[test]
fn a_card_that_cannot_be_one_is_refused() {
    let folder = Folder::new();
    let odd = folder.file("odd", &[0; 1000]);
    let version = |storage: &str| {
        run(&["fel", "identify", "--virtual", &format!("{H3}:engine=qemu,storage={storage}")])
    };
    version(&odd).bad(6, "truncate -s 1024");
    version("/nonexistent").bad(6, "cannot be the SD card");
}

#[test]
fn a_missing_qemu_is_named() {
    let mut command = command(["fel", "identify", "--virtual", "xunlong/orangepi-pc:engine=qemu"]);
    let run =
        finish(command.env("RACKLET_FLASH_QEMU", "/nonexistent/qemu")).bad(1, "/nonexistent/qemu");
    assert!(run.stderr.contains("qemu-system-arm"), "{}", run.stderr);
}
