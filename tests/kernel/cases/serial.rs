//! A VisionFive 2 and a board with a BL808 behind a USB serial adapter, through the kernel's own driver for it.

use std::{fs, process::Stdio};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, command, finish, noise, run},
    world::{Background, as_user, soon},
};

pub(super) const CASES: &[Case] = cases![
    a_board_is_flashed_through_the_adapter_at_its_port,
    an_adapter_that_is_pulled_out_is_told,
    a_port_that_another_program_has_is_told,
    a_plain_user_is_told_of_the_group,
    an_adapter_is_waited_for,
    a_bl808_is_flashed_through_the_adapter,
];

const BOARD: &str = "starfive/visionfive-2:port=1-3";
const UBOOT_AT: usize = 0x10_0000;

/// Files of a board.
struct Files {
    folder: Folder,
    spl: Vec<u8>,
    uboot: Vec<u8>,
}

impl Files {
    fn new() -> Self {
        let payload = [&b"U-Boot SPL 2025.01"[..], &noise(4000, 1)].concat();
        let (version, backup) = (starfive::header::VERSION, starfive::header::BACKUP);
        let spl = starfive::header::wrap(&payload, version, backup).expect("it fits");
        let uboot = fit::build::uboot("riscv", 0x4020_0000, &noise(9000, 2));
        Self { folder: Folder::new(), spl, uboot }
    }

    fn arguments(&self) -> String {
        let (spl, uboot) =
            (self.folder.file("spl", &self.spl), self.folder.file("uboot", &self.uboot));
        format!("{spl} {uboot} --port 1-3 --wait 20 --yes --json")
    }

    fn flash(&self) -> Run {
        run(&format!("starfive flash-spi {}", self.arguments()))
    }
}

/// Waits until the kernel's driver has made its device.
#[track_caller]
fn tty_comes() {
    assert!(soon(|| fs::exists("/dev/ttyUSB0").is_ok_and(|is| is)), "no serial port came");
}

fn code(run: &Run) -> (i32, String) {
    (run.code, run.last_event()["code"].as_str().unwrap_or_default().to_owned())
}

fn a_board_is_flashed_through_the_adapter_at_its_port() {
    let files = Files::new();
    let flash = files.folder.path("flash");
    let served = Served::start(&[&format!("{BOARD},storage={}", flash.display())]);
    tty_comes();
    let listed = run("list --json").good().last_event();
    assert_eq!(listed["boards"].as_array().map(Vec::len), Some(0), "{listed}");
    let port = &listed["serial_ports"][0];
    assert_eq!((&port["port"], &port["device"]), (&"1-3".into(), &"/dev/ttyUSB0".into()));
    assert!(port["adapter"].as_str().is_some_and(|text| text.contains("driver cp210x")), "{port}");
    let done = files.flash().good().last_event();
    assert_eq!(
        (&done["verified"], done["how"]["board-sum"].is_u64()),
        (&true.into(), true),
        "{done}"
    );
    served.end();
    let flash = fs::read(flash).expect("it was saved");
    assert!(flash[..files.spl.len()] == files.spl, "the SPL");
    assert!(flash[UBOOT_AT..][..files.uboot.len()] == files.uboot, "U-Boot");
}

/// In the SPL's upload, in U-Boot's, and while the flash's copy is loaded.
fn an_adapter_that_is_pulled_out_is_told() {
    let files = Files::new();
    for bytes in [3000, 11_000, 18_000] {
        let _served = Served::start(&[&format!("{BOARD},fault=gone@{bytes}")]);
        let failed = files.flash();
        assert_eq!(code(&failed), (1, "serial.gone".into()), "{bytes}: {}", failed.stdout);
        let error = failed.last_event();
        assert!(error["advice"].as_str().is_some_and(|advice| advice.contains("unplugged")));
        assert!(error["step"].is_string(), "{error}");
    }
}

fn a_port_that_another_program_has_is_told() {
    let files = Files::new();
    let _served = Served::start(&[BOARD]);
    tty_comes();
    let mut line = command(["serial", "console", "--port", "1-3", "--quiet"]);
    let holder = Background::start(line.stdin(Stdio::null()).stdout(Stdio::null()));
    let held = format!("process {}", holder.id());
    let mut said = String::new();
    let named = soon(|| {
        said = run("doctor --json").stdout;
        said.contains(&held)
    });
    assert!(named && said.contains("/dev/ttyUSB0 is open in"), "{said}");
    let failed = files.flash();
    assert_eq!(code(&failed), (1, "serial.busy".into()), "{}", failed.stdout);
}

fn a_plain_user_is_told_of_the_group() {
    let _served = Served::start(&[BOARD]);
    tty_comes();
    let refused = finish(&mut as_user(&command(["doctor", "--json"])));
    assert_eq!(refused.code, 4, "{}", refused.stdout);
    assert!(refused.stdout.contains("no permission to open /dev/ttyUSB0"), "{}", refused.stdout);
    let version = ["serial", "uboot", "version", "--port", "1-3", "--json"];
    let refused = finish(&mut as_user(&command(version)));
    assert_eq!(code(&refused), (4, "serial.permission".into()), "{}", refused.stdout);
    let advice = refused.last_event()["advice"].to_string();
    assert!(advice.contains("usermod -aG dialout nobody"), "{advice}");
}

fn an_adapter_is_waited_for() {
    let version = ["serial", "uboot", "version", "--port", "1-3", "--wait", "20", "--json"];
    let mut waiting = Background::start(command(version).stdout(Stdio::piped()));
    std::thread::sleep(std::time::Duration::from_millis(300));
    let _served = Served::start(&[&format!("{BOARD},stage=uboot")]);
    let said = std::io::read_to_string(waiting.stdout()).expect("text");
    assert_eq!(waiting.end(), Some(0), "{said}");
    assert!(said.contains("U-Boot 2025.01 (virtual)"), "{said}");
}

/// At the rate that the board is told, which the adapter's driver sets.
fn a_bl808_is_flashed_through_the_adapter() {
    let folder = Folder::new();
    let program = noise(100_000, 3);
    let mut image = bouffalo::header::build(&program);
    image.resize(4096, 0xff);
    image.extend(program);
    let (file, flash) = (folder.file("flash.img", &image), folder.path("flash"));
    let board = format!("sipeed/m1s-dock:port=1-3,size=1M,storage={}", flash.display());
    let served = Served::start(&[&board]);
    tty_comes();
    let line = format!("flash m1s-dock {file} --port 1-3 --yes --json");
    let done = run(&line).good().last_event();
    let told = (&done["verified"], &done["port"], done["how"]["board-sum"].is_u64());
    assert_eq!(told, (&true.into(), &"1-3".into(), true), "{done}");
    served.end();
    assert!(fs::read(flash).expect("it was saved").starts_with(&image));
}
