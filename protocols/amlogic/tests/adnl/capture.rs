//! A real board's side of a burn, played back: an S905X5-J (Ugoos AM9 Pro) and the vendor's USB Burning Tool 3.3.3, as
//! decoded and published by dangerouslaser (ugoos-am9-pro-coreelec-emmc, research/burn-protocol-decoded.txt @c8570a08).
//!
//! The first eighty events are published with their texts and times; payloads are not, so that the test chooses them:
//! data so that the sum of the second window comes out as captured (`Gn`_`), answers to questions as the virtual
//! board gives them. What our host leaves out is listed with the reason; it says nothing that the capture does not have.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use amlogic::adnl::{
    addsum,
    host::{Adnl, Cause, Initial},
    wire::{ChipPage, Format, Identify, Request, RequestKind, Stage, Transfer},
};
use link::{
    Pipe, Setup, Silent,
    device::{Answer, Device, Gave, Identity, Outbox, Took},
};

use crate::{board::noise, wire::Wire};

/// What happened on the wire.
#[derive(Clone, Debug)]
enum Event {
    /// The host said this.
    Out(&'static str),
    /// The host sent this many bytes, where their sum is known with this sum.
    Data(usize, Option<u32>),
    /// The board said this.
    In(Vec<u8>),
}

/// What our host need not say, and why.
const OMITTED: [(&str, &str); 3] = [
    ("getvar:serialno", "the number is asked for once, when the board is surveyed"),
    ("getvar:getchipinfo-", "pages but the first are kept by the vendor's tool for its log"),
    ("getvar:identify", "asked once per stage is enough"),
];

/// Plays the board's side; panics at anything that the capture does not have.
struct Peer {
    script: Arc<Mutex<VecDeque<Event>>>,
    outbox: Outbox,
    /// Data that are coming in: this many are left.
    intake: Option<(usize, Vec<u8>, Option<u32>)>,
}

impl Peer {
    fn wire(script: Vec<Event>) -> (Wire, Arc<Mutex<VecDeque<Event>>>) {
        let script = Arc::new(Mutex::new(VecDeque::from(script)));
        let peer = Self { script: script.clone(), outbox: Outbox::default(), intake: None };
        (Wire::new(peer), script)
    }

    fn next(&self) -> Option<Event> {
        self.script.lock().expect("no panic holds it").pop_front()
    }

    fn peek(&self) -> Option<Event> {
        self.script.lock().expect("no panic holds it").front().cloned()
    }

    /// What the board says now, and whether it wants data then.
    fn go_on(&mut self) {
        loop {
            match self.peek() {
                Some(Event::In(bytes)) => self.outbox.push(bytes),
                Some(Event::Data(size, sum)) => self.intake = Some((size, Vec::new(), sum)),
                Some(Event::Out(_)) | None => return,
            }
            self.next();
            if self.intake.is_some() {
                return;
            }
        }
    }

    fn command(&mut self, said: &str) {
        loop {
            match self.next() {
                Some(Event::Out(known)) if known == said => return self.go_on(),
                Some(Event::Out(known)) => {
                    let omitted = OMITTED.iter().any(|(text, _)| known.starts_with(text));
                    assert!(omitted, "`{said}` in place of `{known}`");
                    while self.peek().is_some_and(|next| matches!(next, Event::In(_))) {
                        self.next();
                    }
                }
                other => panic!("`{said}` in place of {other:?}"),
            }
        }
    }
}

impl Device for Peer {
    fn identity(&self) -> Identity {
        Identity { max_packet: 512, out: 1, r#in: 0x81, ..Identity::default() }
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        Answer::Stall
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        assert!(self.outbox.is_empty(), "the host speaks before it has listened");
        let Some((left, mut data, sum)) = self.intake.take() else {
            self.command(core::str::from_utf8(packets).expect("a text"));
            return Took::Bytes(packets.len());
        };
        let taken = packets.len().min(left);
        data.extend_from_slice(&packets[..taken]);
        if left > taken {
            self.intake = Some((left - taken, data, sum));
        } else {
            if let Some(sum) = sum {
                assert_eq!(data, sum.to_le_bytes(), "another sum");
            }
            self.go_on();
        }
        Took::Bytes(taken)
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        self.outbox.give(buf, 512)
    }

    fn clear_halt(&mut self, _: Pipe) {}
}

fn okay(rest: &[u8]) -> Event {
    Event::In([b"OKAY", rest].concat())
}

fn says(text: &str) -> Event {
    Event::In(text.as_bytes().to_vec())
}

fn identify(protocol: u8, stage: Stage) -> [Event; 2] {
    let minor = u8::from(stage == Stage::BL2);
    let identify = Identify {
        protocol,
        minor,
        stage,
        password_needed: false,
        password_given: false,
        pages: 0x3f,
    };
    [Event::Out("getvar:identify"), okay(&identify.to_bytes())]
}

fn page(name: &'static str) -> [Event; 2] {
    let page = ChipPage { family: 0x48, id: [1; 12], features: 0 };
    [Event::Out(name), okay(&page.to_bytes())]
}

fn download(command: &'static str, answer: &str, size: usize) -> [Event; 4] {
    [Event::Out(command), says(answer), Event::Data(size, None), okay(b"")]
}

fn request(sequence: u32, size: u32, offset: u32, kind: RequestKind) -> [Event; 2] {
    let request = Request { sequence, size, offset, sum: true, upload: false, kind };
    // 24 bytes, as the vendor's scripts have it.
    let bytes = [&request.to_bytes()[..], &[0; 6]].concat();
    [Event::Out("getvar:cbw"), okay(&bytes)]
}

/// 26.261 s to 28.307 s: the mask ROM.
fn rom() -> Vec<Event> {
    let mut script = identify(8, Stage::ROM).to_vec();
    script.extend([Event::Out("getvar:serialno"), okay(b"310a0b010000000000000000")]);
    for name in [
        "getvar:getchipinfo-1",
        "getvar:getchipinfo-1",
        "getvar:getchipinfo-0",
        "getvar:getchipinfo-1",
        "getvar:getchipinfo-2",
        "getvar:getchipinfo-3",
    ] {
        script.extend(page(name));
    }
    script.extend(download("firstsect", "DATA00000400", 0x400));
    script.extend([Event::Out("getvar:downloadsize"), okay(b"0x00042800")]);
    script.extend(download("download:00042800", "DATA00042800", 0x4_2800));
    script.extend([Event::Out("boot"), okay(b"")]);
    script
}

const WINDOW: usize = 0x1_b000;

fn window(sum: Option<u32>) -> Vec<Event> {
    let mut script = Vec::new();
    for _ in 0..6 {
        script.extend(download("download:00004000", "DATA00004000", 0x4000));
    }
    script.extend(download("download:00003000", "DATA00003000", 0x3000));
    script.extend([
        Event::Out("setvar:checksum"),
        says("DATA00000004"),
        Event::Data(4, sum),
        okay(b""),
    ]);
    script
}

/// 33.265 s to 33.826 s: BL2, up to the sum of the second window, where the published events end; then it is done.
fn bl2(first: u32, second: u32) -> Vec<Event> {
    let mut script = [identify(6, Stage::BL2), identify(6, Stage::BL2)].concat();
    for name in [
        "getvar:getchipinfo-5",
        "getvar:getchipinfo-4",
        "getvar:getchipinfo-0",
        "getvar:getchipinfo-4",
        "getvar:getchipinfo-5",
    ] {
        script.extend(page(name));
    }
    script.extend(request(1, WINDOW as u32, 0x4_4000, RequestKind::Window));
    script.extend(window(Some(first)));
    script.extend(request(2, WINDOW as u32, 0x4_4000, RequestKind::Wait));
    script.extend(identify(6, Stage::BL2));
    script.extend(request(3, WINDOW as u32, 0x5_f000, RequestKind::Window));
    script.extend(window(Some(second)));
    script.extend(request(4, WINDOW as u32, 0x5_f000, RequestKind::End));
    script
}

#[test]
fn the_mask_rom_of_an_s905x5_hears_what_the_vendors_tool_says() {
    let (mut wire, script) = Peer::wire(rom());
    let mut file = noise(0x3e_8400, 1);
    file[0x10..0x14].copy_from_slice(b"@AML");
    Adnl::new(&mut wire).start(&mut &file[..], &mut Silent).expect("as captured");
    assert!(script.lock().expect("whole").is_empty());
    // After the first 1024 bytes the file goes on at 4096.
    assert!(wire.streams[0] == file[..0x400]);
    assert!(wire.streams[1] == file[0x1000..0x1000 + 0x4_2800]);
}

#[test]
fn bl2_of_an_s905x5_hears_what_the_vendors_tool_says() {
    let captured = u32::from_le_bytes(*b"Gn`_");
    let mut file = noise(0x3e_8400, 1);
    // One word makes the sum of the second window what it was.
    let second = &mut file[0x5_f000..0x5_f000 + WINDOW];
    second[..4].fill(0);
    let rest = captured.wrapping_sub(addsum(second));
    second[..4].copy_from_slice(&rest.to_le_bytes());
    let first = addsum(&file[0x4_4000..0x4_4000 + WINDOW]);
    let (mut wire, script) = Peer::wire(bl2(first, captured));
    let expect = Adnl::new(&mut wire).serve(&mut &file[..], &mut Silent).expect("as captured");
    assert_eq!((expect.from, expect.leaves), (Stage::BL2, Some(true)));
    assert!(script.lock().expect("whole").is_empty());
    // The vendor's tool took 504 ms from one request to the next.
    assert_eq!(wire.paused, Duration::from_millis(500));
    let blocks: Vec<usize> = wire.streams.iter().map(Vec::len).collect();
    assert_eq!(blocks[..8], [0x4000, 0x4000, 0x4000, 0x4000, 0x4000, 0x4000, 0x3000, 4]);
}

fn image(command: &'static str, size: usize, answer: &str) -> Vec<Event> {
    vec![
        Event::Out(command),
        okay(b""),
        Event::Out("mwrite:verify=addsum"),
        says(answer),
        Event::Data(size, None),
        Event::Data(4, None),
        okay(b""),
        Event::Out("mwrite:verify=addsum"),
        okay(b""),
    ]
}

/// The commands of the capture's last part, in its order. Of windows that are not whole images only the census is
/// published; `dtbo_a` is shorter than a sector.
#[test]
fn u_boot_of_an_s905x5_hears_what_the_vendors_tool_says() {
    let mut script = identify(6, Stage::UBOOT).to_vec();
    script.extend([Event::Out("oem setvar burnsteps 0xc0041030"), okay(b"")]);
    script.extend(identify(6, Stage::UBOOT));
    script.extend(image("oem mwrite 0x14ff4 normal mem dtb", 0x1_4ff4, "DATAOUT0x14ff4:0x0"));
    script.extend(identify(6, Stage::UBOOT));
    script.extend(image("oem mwrite 0x8600 normal mem gpt", 0x8600, "DATAOUT0x8600:0x0"));
    script.extend([Event::Out("oem sheader_need"), okay(b"")]);
    script.extend(identify(6, Stage::UBOOT));
    script.extend(image(
        "oem mwrite 0x3e8400 normal mem sheader",
        0x3e_8400,
        "DATAOUT0x3e8400:0x0",
    ));
    script.extend([Event::Out("oem setvar burnsteps 0xc0041031"), okay(b"")]);
    script.extend(identify(6, Stage::UBOOT));
    script.extend([Event::Out("oem disk_initial 1"), okay(b"0008 / 0040 Chunks")]);
    script.extend([Event::Out("oem setvar burnsteps 0xc0041032"), okay(b"")]);
    script.extend(identify(6, Stage::UBOOT));
    script.extend(image("oem mwrite 0x1b6 normal store dtbo_a", 0x1b6, "DATAOUT0x1b6:0x0"));
    // SHA-1 of 0x1b6 bytes of the test's own; the captured ones are of data that were not published.
    script.extend([
        Event::Out("oem verify sha1sum 644ed8bdfa7325ede8542990b61cc620931b5a7f"),
        okay(b""),
        Event::Out("oem save_setting"),
        okay(b""),
        Event::Out("oem get_bootloaderversion"),
        okay(b"01.01.260518.144819"),
    ]);
    let (mut wire, script) = Peer::wire(script);
    let mut adnl = Adnl::new(&mut wire);
    let mem = |adnl: &mut Adnl<'_>, name: &str, size: usize| {
        let transfer = Transfer::mem(name, size as u64);
        adnl.write(&transfer, &mut &noise(size, 2)[..], &mut Silent).expect("as captured");
    };
    adnl.mark(Stage::UBOOT, 0x30).expect("as captured");
    mem(&mut adnl, "dtb", 0x1_4ff4);
    mem(&mut adnl, "gpt", 0x8600);
    assert!(adnl.needs_sheader().expect("as captured"));
    mem(&mut adnl, "sheader", 0x3e_8400);
    adnl.mark(Stage::UBOOT, 0x31).expect("as captured");
    adnl.disk_initial(Initial::Erase).expect("as captured");
    adnl.mark(Stage::UBOOT, 0x32).expect("as captured");
    let dtbo = Transfer::store("dtbo_a", Format::Normal, 0x1b6);
    adnl.write(&dtbo, &mut &noise(0x1b6, 3)[..], &mut Silent).expect("as captured");
    adnl.save_setting().expect("as captured");
    assert_eq!(adnl.oem("get_bootloaderversion").expect("as captured"), "01.01.260518.144819");
    assert!(script.lock().expect("whole").is_empty());
}

/// Not from the capture: a window that was sent before it was asked for, and is not the one that the board wants.
#[test]
fn a_board_that_asks_for_another_window_than_foreseen_is_noticed() {
    let mut script = identify(6, Stage::UBOOT).to_vec();
    script.extend([
        Event::Out("oem mwrite 0x40000 normal store boot_a"),
        okay(b""),
        Event::Out("mwrite:verify=addsum"),
        says("DATAOUT0x20000:0x20000"),
        Event::Data(0x2_0000, None),
        Event::Data(4, None),
        okay(b""),
    ]);
    let (mut wire, _) = Peer::wire(script);
    let transfer = Transfer::store("boot_a", Format::Normal, 0x4_0000);
    let error = Adnl::new(&mut wire)
        .write(&transfer, &mut &noise(0x4_0000, 4)[..], &mut Silent)
        .expect_err("another window");
    assert!(matches!(error.cause, Cause::OtherWindow { offset: 0x2_0000, .. }), "{error}");
}

/// The same of windows that are asked for first: those of a boot loader come as the board likes.
#[test]
fn a_board_that_asks_for_what_comes_later_or_for_too_much_is_noticed() {
    for (asked, offset, size) in [
        ("DATAOUT0x1000:0x1000", 0x1000, 0x1000),
        ("DATAOUT0x3001:0x0", 0, 0x3001),
        ("DATAOUT0x0:0x0", 0, 0),
    ] {
        let mut script = identify(6, Stage::UBOOT).to_vec();
        script.extend([
            Event::Out("oem mwrite 0x3000 normal store bootloader"),
            okay(b""),
            Event::Out("mwrite:verify=addsum"),
            says(asked),
        ]);
        let (mut wire, script) = Peer::wire(script);
        let transfer = Transfer::store("bootloader", Format::Normal, 0x3000);
        let error = Adnl::new(&mut wire)
            .write(&transfer, &mut &noise(0x3000, 4)[..], &mut Silent)
            .expect_err(asked);
        let Cause::OtherWindow { offset: found, size: length } = error.cause else {
            panic!("{asked}: {error}")
        };
        assert_eq!((found, length, error.good), (offset, size, None), "{asked}");
        assert!(script.lock().expect("whole").is_empty(), "no data were sent");
    }
}
