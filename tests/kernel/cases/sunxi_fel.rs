//! Debian's sunxi-fel, unmodified, against our boot ROM: every command that it has. It uploads code of its own for most of
//! them.

use std::{
    fs, thread,
    time::{Duration, Instant},
};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, finish, image, run},
    world::{leaves, other, soon},
};

pub(super) const CASES: &[Case] = cases![
    it_lists_boards_and_their_identifiers,
    it_chooses_a_board_by_identifier,
    it_asks_for_the_version,
    it_reads_and_writes_memory,
    it_fills_clears_and_moves_memory,
    it_reads_and_writes_registers,
    it_shows_progress,
    it_executes_code,
    it_runs_an_spl,
    it_starts_u_boot,
    it_reads_writes_and_erases_spi_flash,
    it_resets_by_the_watchdog,
    it_enters_aarch64,
    it_is_told_of_a_stall_a_timeout_and_a_missing_board,
    its_code_and_debians_u_boot_run_on_an_emulated_processor,
];

const BOARD: &str = "xunlong/orangepi-pc:port=1-3,dram=on";
/// Those whose SPI0 it knows.
const SPI_BOARDS: [&str; 3] = ["xunlong/orangepi-pc", "bananapi/m2-ultra", "mangopi/mq-quad"];
/// The chip id that our H3 has, as QEMU's.
const SID: &str = "02c00081:11112222:33330000:44556677";

fn sunxi_fel(arguments: &str) -> Run {
    finish(&mut other("sunxi-fel", arguments))
}

fn it_lists_boards_and_their_identifiers() {
    let boards = ["mangopi/mq-quad:port=1-4", BOARD, "bananapi/m2-ultra:port=1-8,link=full-speed"];
    let _served = Served::start(&boards);
    let list = sunxi_fel("-l").good().stdout;
    for soc in ["H3", "R40", "H616"] {
        let line = list
            .lines()
            .find(|line| line.contains(soc))
            .unwrap_or_else(|| panic!("no {soc}: {list}"));
        assert!(line.contains(SID), "{line}");
    }
}

fn it_chooses_a_board_by_identifier() {
    let _served = Served::start(&[BOARD]);
    assert!(sunxi_fel(&format!("--sid {SID} ver")).good().stdout.contains("soc=00001680(H3)"));
    assert_eq!(sunxi_fel("sid").good().stdout.trim(), SID);
    assert_ne!(sunxi_fel("--sid 02c00081:0:0:1 ver").code, 0, "there is no such board");
}

fn it_asks_for_the_version() {
    let _served = Served::start(&[BOARD]);
    let expected =
        "AWUSBFEX soc=00001680(H3) 00000001 ver=0001 44 08 scratchpad=00007e00 00000000 00000000";
    assert_eq!(sunxi_fel("ver").good().stdout.trim(), expected);
}

fn it_reads_and_writes_memory() {
    let _served = Served::start(&[BOARD]);
    let folder = Folder::new();
    let back = folder.path("back");
    for length in [1, 63, 512, 4096, 1_000_003] {
        let data: Vec<u8> =
            (0..length as u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let file = folder.file("data", &data);
        sunxi_fel(&format!("write 0x42000000 {file}")).good();
        sunxi_fel(&format!("read 0x42000000 {length} {}", back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{length} bytes");
        // What it has written is what we read, and the other way round.
        run(&format!("fel read --yes 0x42000000 {length} {}", back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{length} bytes");
    }
    let file = folder.file("text", b"guest");
    sunxi_fel(&format!("write 0x42000000 {file}")).good();
    let hex = sunxi_fel("hexdump 0x42000000 5").good().stdout;
    assert!(hex.contains("42000000: 67 75 65 73 74"), "{hex}");
    assert_eq!(sunxi_fel("dump 0x42000000 5").good().stdout, "guest");
}

fn it_fills_clears_and_moves_memory() {
    let _served = Served::start(&[BOARD]);
    sunxi_fel("fill 0x42000000 16 0x5a").good();
    sunxi_fel("clear 0x42000004 4").good();
    sunxi_fel("memmove 0x42000006 0x42000000 8").good();
    let bytes = run("fel memory hexdump 0x42000000 16").good().stdout;
    assert!(bytes.contains("5a 5a 5a 5a 00 00 5a 5a  5a 5a 00 00 00 00 5a 5a"), "{bytes}");
}

fn it_reads_and_writes_registers() {
    let _served = Served::start(&[BOARD]);
    sunxi_fel("writel 0x42000000 0x12345678 writel 0x42000004 0x9abcdef0").good();
    let words = sunxi_fel("readl 0x42000000 readl 0x42000004").good().stdout;
    assert_eq!(words.lines().collect::<Vec<_>>(), ["0x12345678", "0x9abcdef0"]);
    assert!(run("fel memory readl 0x42000000 --count 2").good().stdout.contains("0x9abcdef0"));
}

fn it_shows_progress() {
    let _served = Served::start(&[BOARD]);
    let folder = Folder::new();
    let file = folder.file("data", &[7; 300_000]);
    assert!(sunxi_fel(&format!("-p write 0x42000000 {file}")).good().stdout.contains("100%"));
    assert!(
        sunxi_fel(&format!("write-with-progress 0x42000000 {file}")).good().stdout.contains("100%")
    );
    let two = format!("2 0x42000000 {file} 0x43000000 {file}");
    assert!(sunxi_fel(&format!("multiwrite {two}")).good().stdout.contains("100%"));
    for command in ["write-with-gauge 0x42000000", "write-with-xgauge 0x42000000"] {
        assert!(sunxi_fel(&format!("{command} {file}")).good().stdout.contains("100"));
    }
    for command in ["multiwrite-with-gauge", "multiwrite-with-xgauge"] {
        assert!(sunxi_fel(&format!("{command} {two}")).good().stdout.contains("100"));
    }
    assert!(sunxi_fel("echo-gauge hello").good().stdout.contains("hello"));
}

fn it_executes_code() {
    let _served = Served::start(&[BOARD]);
    let folder = Folder::new();
    // ldr r0, [pc, #4]; str r0, [r0]; bx lr; 0x3100
    let words = [0xe59f_0004u32, 0xe580_0000, 0xe12f_ff1e, 0x3100];
    let code: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let file = folder.file("code", &code);
    sunxi_fel(&format!("write 0x3000 {file} exe 0x3000")).good();
    assert_eq!(sunxi_fel("readl 0x3100").good().stdout.trim(), "0x00003100");
}

fn it_runs_an_spl() {
    let _served = Served::start(&["xunlong/orangepi-pc:port=1-3"]);
    let folder = Folder::new();
    let file = folder.file("spl", &image(0x6000, 100, None)[..0x6000]);
    sunxi_fel(&format!("spl {file}")).good();
    // DRAM answers now.
    sunxi_fel("write 0x42000000 /etc/hostname").good();
    run("fel identify").good();
    let sample = "/usr/share/sunxi-tools/uart0-helloworld-sdboot.sunxi";
    if fs::exists(sample).is_ok_and(|there| there) {
        sunxi_fel(&format!("spl {sample}")).good();
    }
}

fn it_starts_u_boot() {
    let images = std::env::var("RACKLET_FLASH_UBOOT").expect("tests/setup prints it");
    for (board, image) in
        [("xunlong/orangepi-pc", "nanopi_neo"), ("bananapi/m2-ultra", "Bananapi_M2_Ultra")]
    {
        let _served = Served::start(&[&format!("{board}:port=1-3,returns=1")]);
        sunxi_fel(&format!("uboot {images}/{image}/u-boot-sunxi-with-spl.bin")).good();
        leaves("1-3");
        run("fel identify --port 1-3 --wait 10").good();
    }
}

/// Its own code drives SPI0 of three generations. What it wrote is what we read, and the other way round.
fn it_reads_writes_and_erases_spi_flash() {
    let newer = std::env::var("RACKLET_FLASH_SUNXI_FEL").expect("tests/setup prints it");
    for program in ["sunxi-fel", &newer] {
        reads_writes_and_erases_spi_flash(|arguments| finish(&mut other(program, arguments)));
    }
}

fn reads_writes_and_erases_spi_flash(sunxi_fel: impl Fn(&str) -> Run) {
    let folder = Folder::new();
    let (nor, back) = (folder.path("nor"), folder.path("back"));
    for board in SPI_BOARDS {
        fs::write(&nor, vec![0x5a; 4 << 20]).expect("a file");
        let _served = Served::start(&[&format!("{board}:port=1-3,spi-nor={}", nor.display())]);
        let info = sunxi_fel("spiflash-info").good().stdout;
        assert!(info.contains("Winbond (EFh), model: 40h, size: 4194304 bytes"), "{board}: {info}");
        let data: Vec<u8> =
            (0..70_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let file = folder.file("data", &data);
        sunxi_fel(&format!("spiflash-write 0x3000 {file}")).good();
        sunxi_fel(&format!("spiflash-read 0x3000 {} {}", data.len(), back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{board}: what it read");
        run(&format!("fel spiflash verify 0x3000 {file} --raw")).good();
        run(&format!("fel spiflash read 0x3000 {} {} --yes", data.len(), back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{board}: what we read");
        let on_it = fs::read(&nor).expect("the file");
        let end = 0x3000 + data.len();
        assert!(on_it[0x3000..end] == data, "{board}: what it wrote");
        // It erases whole sectors, and no others.
        let erased = end.next_multiple_of(4096);
        assert!(on_it[..0x3000].iter().all(|byte| *byte == 0x5a), "{board}");
        assert!(on_it[end..erased].iter().all(|byte| *byte == 0xff), "{board}");
        assert!(on_it[erased..].iter().all(|byte| *byte == 0x5a), "{board}");
        run(&format!("fel spiflash write 0x4321 {file} --raw --yes")).good();
        sunxi_fel(&format!("spiflash-read 0x4321 {} {}", data.len(), back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{board}: what we wrote");
    }
}

fn it_resets_by_the_watchdog() {
    let _served = Served::start(&["xunlong/orangepi-pc:port=1-3,returns=1"]);
    sunxi_fel("wdreset").good();
    leaves("1-3");
}

fn it_enters_aarch64() {
    let _served = Served::start(&["mangopi/mq-quad:port=1-3,dram=on"]);
    sunxi_fel("reset64 0x40000000").good();
    leaves("1-3");
}

fn it_is_told_of_a_stall_a_timeout_and_a_missing_board() {
    sunxi_fel("ver").bad(1, "Allwinner USB FEL device not found");
    for (fault, says) in
        [("stall", "Pipe error"), ("timeout", "timed out"), ("disconnect", "No such device")]
    {
        let _served = Served::start(&[&format!("{BOARD},fault={fault}@4")]);
        let start = Instant::now();
        sunxi_fel("ver").bad(2, says);
        assert!(start.elapsed() < Duration::from_secs(30));
    }
}

/// A processor that nobody here wrote judges both sides: it runs sunxi-fel's code on the boot ROM that we wrote.
fn its_code_and_debians_u_boot_run_on_an_emulated_processor() {
    let images = std::env::var("RACKLET_FLASH_UBOOT").expect("tests/setup prints it");
    let folder = Folder::new();
    let serial = folder.path("serial");
    let _served = Served::start(&[&format!(
        "xunlong/orangepi-pc:engine=qemu,port=1-3,serial={}",
        serial.display()
    )]);
    assert_eq!(sunxi_fel("sid").good().stdout.trim(), SID);
    sunxi_fel("writel 0x10000 0x12345678").good();
    assert_eq!(sunxi_fel("readl 0x10000").good().stdout.trim(), "0x12345678");
    sunxi_fel(&format!("uboot {images}/nanopi_neo/u-boot-sunxi-with-spl.bin")).good();
    let banner =
        || fs::read(&serial).is_ok_and(|said| String::from_utf8_lossy(&said).contains("U-Boot 20"));
    let start = Instant::now();
    while !soon(banner) {
        assert!(
            start.elapsed() < Duration::from_secs(90),
            "no banner: {:?}",
            fs::read_to_string(&serial)
        );
        thread::sleep(Duration::from_millis(100));
    }
}
