//! Code of ours on an emulated processor, and code that misbehaves.

use std::time::Duration;

use fel::{
    host::{Cause, Fel, SplPlan},
    image::Image,
};
use link::{Silent, UsbLink};
use racklet_flash::{
    transport::{Link, Stop, Tap},
    virt::{self, Spec},
};

use crate::{debian, run};

const LIMIT: Duration = Duration::from_secs(1);

/// An emulated Orange Pi PC, in this process.
fn board(options: &str) -> Link {
    board_with(&format!("engine=qemu{options}"))
}

pub(crate) fn board_with(options: &str) -> Link {
    let spec: Spec = format!("xunlong/orangepi-pc:{options}").parse().expect("a board");
    let host = virt::plug(&spec, 0).expect("QEMU starts").claimed.host;
    Link::new(host, Stop::default(), Tap::default())
}

pub(crate) fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

#[test]
fn registers_are_read_and_written() {
    let mut link = board("");
    let mut fel = Fel::open(&mut link).expect("FEL");
    let writes: Vec<(u32, u32)> =
        (0..300).map(|index| (0x8000 + 4 * index, 0x00f0_f0f1_u32.wrapping_mul(index))).collect();
    fel.writel(&writes).expect("writel");
    let addresses: Vec<u32> = writes.iter().map(|(address, _)| *address).collect();
    let values: Vec<u32> = writes.iter().map(|(_, value)| *value).collect();
    assert_eq!(fel.readl(&addresses).expect("readl"), values);
    assert_eq!(fel.read_bytes(0x8000, 8).expect("a read"), [0, 0, 0, 0, 0xf1, 0xf0, 0xf0, 0]);
}

/// QEMU's documentation gives the identifier of its H3 as 02c00081-1111-2222-3333-000044556677.
#[test]
fn the_sid_is_qemus() {
    for arguments in [&["fel", "sid"][..], &["fel", "sid", "--registers"]] {
        let board = ["--virtual", "xunlong/orangepi-pc:engine=qemu"];
        let sid = run(&[arguments, &board].concat()).good().stdout;
        assert_eq!(sid, "02c00081:11112222:33330000:44556677\n");
    }
}

#[test]
fn the_boot_roms_memory_survives_debians_spl_twice() {
    let file = std::fs::read(debian("nanopi_neo")).expect("the image");
    let image = Image::parse(&file).expect("sound");
    let mut link = board("");
    let mut fel = Fel::open(&mut link).expect("FEL");
    let chip = fel.chip().expect("an H3");
    let pattern = |seed: u32, size: u32| -> Vec<u8> {
        (0..size).map(|index| (index * 7 + seed * 31) as u8).collect()
    };
    for swap in chip.swaps {
        fel.write_bytes(swap.rom, &pattern(swap.rom, swap.size)).expect("a write");
    }
    let plan = SplPlan::new(chip, &image.spl).expect("it fits");
    // The second run meets the MMU on, and the table that the first has made.
    for run in 1..=2 {
        fel.run_spl(&plan, &image.spl, &mut Silent)
            .unwrap_or_else(|error| panic!("run {run}: {error}"));
        for swap in chip.swaps {
            let kept = fel.read_bytes(swap.rom, swap.size as usize).expect("a read");
            assert!(
                kept == pattern(swap.rom, swap.size),
                "run {run}: {:#x} is not what it was",
                swap.rom
            );
        }
    }
    // DRAM is there now.
    fel.write_bytes(0x4000_0000, b"hello").expect("a write");
    assert_eq!(fel.read_bytes(0x4000_0000, 5).expect("a read"), b"hello");
}

#[test]
fn dram_is_refused_until_an_spl_has_run() {
    let mut link = board("");
    let error =
        Fel::open(&mut link).expect("FEL").write_bytes(0x4000_0000, b"hello").expect_err("no DRAM");
    assert_eq!(error.fault(), Some(link::Fault::TimedOut));
    assert!(link.notes().concat().contains("before an SPL"));
}

#[test]
fn a_crash_is_named_and_a_loop_is_found_out() {
    for (code, note) in [
        (&[0xe7f0_00f0][..], "undefined instruction"),
        // ldr r0, [r0] from 0xf0000000, where nothing is.
        (&[0xe3a0_020f, 0xe590_0000, 0xe12f_ff1e], "data abort"),
        (&[0xe3a0_020f, 0xe12f_ff10], "prefetch abort"),
        // A stack pointer that is not given back.
        (&[0xe24d_d008, 0xe12f_ff1e], "another stack"),
        (&[0xeaff_fffe], ""),
    ] {
        let mut link = board("");
        let mut fel = Fel::open(&mut link).expect("FEL");
        fel.write_bytes(0x2000, &words(code)).expect("a write");
        let error = fel.call(0x2000, LIMIT).expect_err(note);
        assert!(matches!(error.cause, Cause::NoReturn), "{note}: {error}");
        let notes = link.notes().concat();
        assert!(notes.contains(note), "{note}: {notes}");
    }
}

#[test]
fn long_code_is_waited_for() {
    let mut link = board("");
    let mut fel = Fel::open(&mut link).expect("FEL");
    // mov r0, #0x10000000; subs r0, r0, #1; bne; bx lr: some tenths of a second.
    let code = words(&[0xe3a0_0201, 0xe250_0001, 0x1aff_fffd, 0xe12f_ff1e]);
    fel.write_bytes(0x2000, &code).expect("a write");
    fel.call(0x2000, Duration::from_secs(60)).expect("it comes back");
    assert!(link.counts().waits > 0);
}
