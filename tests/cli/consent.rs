//! Nothing on a board's storage is overwritten or erased unasked.

use std::fs;

use crate::{
    line::{fit, spl},
    rockchip_files::packed,
    tool::{Folder, Run, amlogic::gx, command, finish, image, loader, noise, run, text},
};

/// The run was refused for want of consent, in one sentence that says `what`.
#[track_caller]
fn refused(run: Run, what: &str) {
    let run = run.bad(7, "error: Refused: this ").bad(7, what).bad(7, ". Add --yes to do it");
    assert_eq!(run.stderr.matches("Refused").count(), 1, "{}", run.stderr);
}

#[test]
fn rockchips_commands_that_write_are_refused_off_a_terminal() {
    let (folder, pack) = packed();
    let emmc = text(&folder.path("emmc"));
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=64M");
    let image = folder.file("image", &noise(64 * 512, 3));
    let parameter = b"TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),-@0x8000(root)\n";
    let table = folder.file("parameter.txt", parameter);
    run(&format!("rk partition table {table} --yes {board}")).good();
    let before = fs::read(&emmc).expect("the eMMC's file");
    for (command, what) in [
        (format!("disk write 0 {image}"), "overwrites 32 KiB from sector 0"),
        (format!("wl 64 {image} --resume"), "from sector 64"),
        ("disk erase 8 16".into(), "erases 16 sectors from sector 8"),
        (format!("wlx uboot {image}"), "overwrites partition uboot"),
        (format!("partition table {table}"), "replaces the partition table"),
        (format!("gpt {table}"), "replaces the partition table"),
        (format!("prm {table}"), "replaces the parameter block"),
        (format!("ul {pack}"), "replaces the boot loader"),
    ] {
        let run = run(&format!("rk {command} {board}"));
        let told = "on emmc (64 MiB) of the RK3588 (virtual radxa/rock-5b at port 1-1)";
        assert!(run.stderr.contains(told), "{command}: {}", run.stderr);
        assert!(run.stderr.contains("a GPT with 2 partitions (uboot, root)"), "{}", run.stderr);
        refused(run, what);
        assert!(fs::read(&emmc).expect("the eMMC's file") == before, "{command}");
    }
    let failed = run(&format!("rk disk write 0 {image} --json {board}")).last_event();
    assert_eq!((failed["code"].as_str(), failed["exit"].as_u64()), (Some("unconfirmed"), Some(7)));
}

#[test]
fn what_cannot_work_is_not_asked_for() {
    let folder = Folder::new();
    let board = "--virtual radxa/rock-5b:mode=usbplug,size=1M";
    let image = folder.file("image", &[1; 4096]);
    run(&format!("rk disk write 2047 {image} {board}")).bad(7, "but the storage has 2048");
    run(&format!("rk wlx boot {image} {board}")).bad(1, "no GPT");
    run(&format!("rk disk write 0 {image} --virtual radxa/rock-5b")).bad(7, "send a loader first");
    run(&format!("aml disk write 0 {image} --virtual khadas/vim1")).bad(7, "amlogic boot");
    run("aml disk erase --all --virtual khadas/vim1").bad(7, "amlogic boot");
}

/// A mask ROM gets no loader for a command that will be refused.
#[test]
fn a_refusal_leaves_the_mask_rom_alone() {
    let folder = Folder::new();
    let (file, image) = (folder.file("loader", &loader("RK3588")), folder.file("image", &[1; 512]));
    let record = text(&folder.path("record"));
    let line = format!("rk disk write 0 {image} --loader {file} --virtual radxa/rock-5b");
    refused(run(&format!("{line} --record {record}")), "overwrites 512 bytes from sector 0");
    let sent = fs::read_to_string(&record).expect("a recording");
    assert!(sent.lines().count() < 20, "{sent}");
}

#[test]
fn amlogics_commands_that_write_are_refused_off_a_terminal() {
    let folder = Folder::new();
    let emmc = text(&folder.path("emmc"));
    let image = folder.file("image", &noise(4096, 3));
    for name in ["khadas/vim1", "generic/s905x4-box"] {
        let board = format!("--virtual {name}:mode=uboot,storage={emmc},size=160M");
        for (command, what) in [
            (format!("disk write 0 {image}"), "overwrites 4096 bytes from sector 0"),
            ("disk erase --all".into(), "erases all of the storage"),
            (format!("partition write logo {image}"), "overwrites partition logo"),
            ("partition erase logo --size 4M".into(), "erases partition logo"),
            ("command mmc write 0x1000000 0 8".into(), "writes to storage (`mmc write"),
        ] {
            refused(run(&format!("aml {command} {board}")), what);
        }
        let blank = fs::read(&emmc).map_or(true, |emmc| emmc.iter().all(|byte| *byte == 0));
        assert!(blank, "{name}");
    }
}

#[test]
fn commands_on_a_serial_line_that_write_are_refused_off_a_terminal() {
    let folder = Folder::new();
    let (spl, uboot) = (folder.file("spl", &spl(5000)), folder.file("uboot", &fit(9000)));
    let flash = folder.path("flash");
    let board = format!("--virtual starfive/visionfive-2:storage={}", flash.display());
    refused(
        run(&format!("starfive flash-spi {spl} {uboot} {board}")),
        "overwrites the SPL and the U-Boot in the SPI flash of the board (virtual starfive/",
    );
    assert!(!flash.exists(), "the board was not switched on");
    refused(run(&format!("serial uboot version saveenv {board}")), "writes to storage (`saveenv`)");
}

/// U-Boot is our hand: what a script has it do to storage is asked for as our own writes are.
#[test]
fn scripts_for_u_boot_that_write_are_refused_off_a_terminal() {
    let folder = Folder::new();
    let uboot = folder.file("u-boot", &image(0x6000, 9000, Some("sun8i-h3-orangepi-pc")));
    let writes = "if true; then\n    mmc write 0x50000000 0 8\nfi\n";
    let script = folder.file("flash.cmd", writes.as_bytes());
    let packed = folder.file("boot.scr", &fel::uimage::script("echo a\nnand scrub.chip"));
    let environment = folder.file("uEnv.txt", b"#=uEnv\nbootdelay=0\nuenvcmd=saveenv\n");
    let harmless =
        folder.file("hello.cmd", b"# mmc write 0 0 1\necho hello\nmmc read 0x50000000 0 8\n");
    let line = format!("fel boot {uboot} --virtual xunlong/orangepi-pc");
    for (more, what) in [
        (format!("--script {script}"), "writes to storage (commands of flash.cmd) of the H3"),
        (format!("--script {packed}"), "erases storage (commands of boot.scr) of the H3"),
        (format!("--write 0x43100000={packed}"), "erases storage (commands of boot.scr)"),
        (format!("--write 0x43100000={environment}"), "writes to storage (commands of uEnv.txt)"),
    ] {
        let record = text(&folder.path("record"));
        refused(run(&format!("{line} {more} --record {record}")), what);
        let sent = fs::read_to_string(&record).expect("a recording");
        assert!(sent.lines().count() < 20, "{more}: {sent}");
        fs::remove_file(record).expect("it is there");
        run(&format!("{line} {more} --yes")).good();
        let plan = run(&format!("{line} {more} --dry-run")).good().stdout;
        assert!(plan.contains("U-Boot then "), "{plan}");
    }
    run(&format!("{line} --script {harmless}")).good();
    let (bl2, tpl) = gx();
    let files = [folder.file("bl2", &bl2), folder.file("tpl", &tpl)].join(" ");
    let boot = |more: &str| {
        let line = format!("aml boot {files} {more} --virtual khadas/vim1:uboot=mainline");
        finish(&mut command(line.split(' ').map(|word| word.replace('~', " "))))
    };
    refused(
        boot("--script mmc~erase~0~100"),
        "erases storage (commands of boot script) of the GXL",
    );
    boot("--script mmc~erase~0~100 --yes").good();
    let write = format!("--write 0x08000000={packed} --mainline");
    refused(boot(&write), "erases storage (commands of boot.scr) of the GXL");
    boot(&format!("{write} --yes")).good();
    let damaged = folder.file("damaged.scr", &fel::uimage::script("echo a")[..70]);
    boot(&format!("--write 0x08000000={damaged} --mainline")).bad(6, "damaged.scr");
}
