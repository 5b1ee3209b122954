//! From an Orange Pi PC's mask ROM to a card that it starts from: the shipped binary starts Debian's U-Boot over FEL, and
//! that U-Boot writes the card over the board's Ethernet. Then the same machine starts from the card alone.

use std::{
    fs,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    machine::{ARM, Machine, NET, Namespace, TAP, disk},
    storage::holds,
    tool::{self, Folder},
};

const CARD: usize = 64 << 20;
/// Where the mask ROM looks for an SPL, in bytes.
const SPL: usize = 8 << 10;

#[test]
fn an_orange_pi_pc_starts_from_the_card_that_was_written_from_its_mask_rom() {
    let folder = Folder::new();
    let namespace = Namespace::new();
    let uboot = debian();
    // A disk's image: what the mask ROM starts, in the midst of other things.
    let mut image = crate::storage::image(8 << 20);
    let loader = fs::read(&uboot).expect("tests/setup unpacks it");
    image[SPL..SPL + loader.len()].copy_from_slice(&loader);
    let (card, file) = (folder.path("card"), folder.file("image", &image));
    fs::write(&card, vec![0xee; CARD]).expect("there is room");
    let console = tool::text(&folder.path("console"));
    let nic = TAP.replace(',', ",,");
    let board = format!(
        "orangepi-pc:engine=qemu,storage={},console={console},nic={nic}",
        tool::text(&card)
    );
    let file_of_role = format!("uboot={uboot}");
    let mut flash = namespace.command(env!("CARGO_BIN_EXE_racklet-flash"));
    flash
        .args(["flash", "orangepi-pc", &file, "--to", "sd", "--net", NET, "--console", &console])
        .args(["--file", &file_of_role, "--virtual", &board, "--yes", "--json", "--no-reset"]);
    let result = tool::finish(flash.stdin(Stdio::null())).good().last_event();
    assert_eq!(result["how"]["board-sum"], image.len(), "{result}");
    let mut expected = image;
    expected.resize(CARD, 0xee);
    holds(&card, &expected);
    starts_alone(&tool::text(&card));
}

/// The same without network, console and U-Boot in memory: an agent in SRAM writes the card over FEL, at every port that is
/// emulated. What was cut off goes on, what is there is not written again, and what is read is what was written.
#[test]
fn boards_start_from_cards_that_an_agent_in_sram_has_written() {
    let boards = [
        ("orangepi-pc", "orangepi-pc", "sd", "nanopi_neo", "storage", ""),
        ("bananapi/m2-ultra", "bpim2u", "emmc", "Bananapi_M2_Ultra", "storage3", "index=2,"),
    ];
    for (board, machine, to, uboot, option, drive) in boards {
        let folder = Folder::new();
        let loader = fs::read(uboot_of(uboot)).expect("tests/setup unpacks it");
        // What packs, what does not, and what is empty.
        let mut image = crate::storage::image(3 << 19);
        image.resize(2 << 20, 0);
        image[SPL..SPL + loader.len()].copy_from_slice(&loader);
        let (card, file) = (folder.path("card"), folder.file("image", &image));
        fs::write(&card, vec![0xee; CARD]).expect("there is room");
        let virt = format!("--virtual {board}:engine=qemu,{option}={}", tool::text(&card));
        let tool = |line: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_racklet-flash"));
            command.args(format!("{line} {virt} --json").split(' '));
            tool::finish(command.stdin(Stdio::null()))
        };
        let written = tool(&format!("flash {board} {file} --to {to} --yes")).good().last_event();
        assert_eq!(written["how"]["board-sum"], image.len(), "{written}");
        let mut expected = image.clone();
        expected.resize(CARD, 0xee);
        holds(&card, &expected);
        let there = format!("flash {board} {file} --to {to} --yes --if-different");
        assert_eq!(tool(&there).good().last_event()["already_there"], image.len());
        let count = image.len() / 512 + 3;
        let out = folder.path("out");
        tool(&format!("fel disk read 0 {count} {} --on {to}", tool::text(&out))).good();
        holds(&out, &expected[..count * 512]);
        tool(&format!("fel disk verify 0 {file} --on {to}")).good();
        // Behind the boot loader.
        tool(&format!("fel disk erase 2500 5 --on {to} --yes")).good();
        expected[2500 * 512..2505 * 512].fill(0);
        holds(&card, &expected);
        tool(&format!("verify {board} {file} --on {to}")).json_bad(5, "differs from sector 2496");
        tool(&format!("flash {board} {file} --to {to} --yes --resume")).good();
        expected[..image.len()].copy_from_slice(&image);
        holds(&card, &expected);
        tool(&format!("fel disk write 131070 {file} --raw --on {to} --yes"))
            .json_bad(7, "do not fit");
        comes_up(
            "qemu-system-arm",
            &format!(
                "-M {machine} -nic none -drive if=sd,{drive}format=raw,file={}",
                tool::text(&card)
            ),
        );
    }
}

/// At the prompt of another board's U-Boot everything would work, and the wrong disk be written.
#[test]
fn the_console_of_another_board_is_found_out() {
    let folder = Folder::new();
    let other = disk(&folder, 4);
    let machine = Machine::start(&ARM, &other);
    let (card, file) = (folder.path("card"), folder.file("image", &[0x5a; 1 << 20]));
    fs::write(&card, vec![0xee; 4 << 20]).expect("there is room");
    let board = format!("orangepi-pc:engine=qemu,storage={}", tool::text(&card));
    let uboot = format!("uboot={}", debian());
    let mut flash = machine.tool();
    flash.args(["flash", "orangepi-pc", &file, "--to", "sd", "--net", NET, "--console"]).args([
        &machine.port,
        "--file",
        &uboot,
        "--virtual",
        &board,
        "--yes",
    ]);
    tool::finish(flash.stdin(Stdio::null())).bad(7, "is the console of another board");
    holds(&card, &vec![0xee; 4 << 20]);
    holds(&other, &vec![0xee; 4 << 20]);
}

/// Debian's U-Boot for the board whose Ethernet is wired as the emulated one's is.
fn debian() -> String {
    uboot_of("nanopi_neo")
}

/// Debian's U-Boot for a board.
fn uboot_of(board: &str) -> String {
    let folder = std::env::var("RACKLET_FLASH_UBOOT").expect("tests/run sets it");
    format!("{folder}/{board}/u-boot-sunxi-with-spl.bin")
}

fn starts_alone(card: &str) {
    let drive = format!("if=sd,format=raw,file={card}");
    comes_up("qemu-system-arm", &format!("-M orangepi-pc -nic none -drive {drive}"));
}

/// Starts a machine, which must get to U-Boot's countdown.
pub(crate) fn comes_up(qemu: &str, arguments: &str) {
    let mut machine = Command::new(qemu);
    machine
        .args("-display none -monitor none -serial stdio".split(' '))
        .args(arguments.split(' '))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = machine.spawn().expect("tests/setup installs QEMU");
    let stdout = child.stdout.take().expect("piped");
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        use std::io::BufRead;
        for line in std::io::BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            if String::from_utf8_lossy(&line).contains("Hit any key") && told.send(()).is_err() {
                break;
            }
        }
    });
    let came = heard.recv_timeout(Duration::from_secs(60));
    let _ = child.kill();
    let _ = child.wait();
    assert!(came.is_ok(), "U-Boot did not start from its storage");
}
