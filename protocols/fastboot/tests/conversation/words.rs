//! Answers that boards give, and those that they do not.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use fastboot::{
    host::Fastboot,
    rom::Traits,
    wire::{Command, INTERFACE},
};
use link::{
    Classify, Pipe, Setup, Silent,
    cable::Cable,
    device::{Answer, Device, Gave, Identity, Outbox, Took},
};

use crate::board::{noise, uboot};

/// Bytes that a device takes.
const MOST: usize = 2 << 20;

/// A device that gives these answers, one after the other, whatever it is told.
struct Script {
    answers: Vec<Vec<u8>>,
    outbox: Outbox,
    heard: Arc<Mutex<Vec<usize>>>,
    packet: usize,
}

impl Device for Script {
    fn identity(&self) -> Identity {
        Identity {
            class: INTERFACE,
            max_packet: self.packet,
            out: 1,
            r#in: 0x81,
            ..Identity::default()
        }
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        Answer::Stall
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        let mut heard = self.heard.lock().expect("no test panics");
        if heard.iter().sum::<usize>() > MOST {
            return Took::Nak;
        }
        heard.push(packets.len());
        std::mem::take(&mut self.answers).into_iter().for_each(|answer| self.outbox.push(answer));
        Took::Bytes(packets.len())
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        self.outbox.give(buf, self.packet)
    }

    fn clear_halt(&mut self, _: Pipe) {}
}

fn script(answers: &[&[u8]], packet: usize) -> (Cable, Arc<Mutex<Vec<usize>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let answers = answers.iter().map(|answer| answer.to_vec()).collect();
    let device = Script { answers, outbox: Outbox::default(), heard: heard.clone(), packet };
    (Cable::new(device), heard)
}

fn oem(answers: &[&[u8]], packet: usize) -> Result<fastboot::host::Answer, fastboot::host::Error> {
    let (mut cable, _) = script(answers, packet);
    Fastboot::new(&mut cable).oem("do", Duration::from_secs(1), &mut Silent)
}

#[test]
fn lines_and_text_are_kept_and_answers_may_be_long() {
    let long = [b"OKAY", &[b'x'; 252][..]].concat();
    for packet in [64, 512, 1024] {
        // A packet of 64 that is full is followed by nothing: at full speed, answers are shorter.
        let okay = if packet == 64 { &b"OKAYyes"[..] } else { &long };
        let answer = oem(&[b"INFOone", b"TEXTa", b"TEXTb\n", b"INFO", b"INFOtwo", okay], packet)
            .expect("OKAY");
        assert_eq!(
            (answer.info, &answer.text[..]),
            (vec!["one".into(), String::new(), "two".into()], "ab\n")
        );
        assert_eq!(answer.value.as_bytes(), &okay[4..]);
    }
    let answer =
        oem(&[&[b"OKAY", &[b'x'; 1000][..]].concat()], 1024).expect("a packet at super speed");
    assert_eq!(answer.value.len(), 1000);
}

#[test]
fn what_is_no_answer_is_an_error() {
    for answer in [&b""[..], b"okay", b"OK", b"DATA00000010", b"PUSH00000010", b"HELO"] {
        let error = oem(&[answer], 512).expect_err("it is none");
        assert_eq!(error.code().word(), "fastboot.answer", "{answer:?}: {error}");
    }
    let error = oem(&[b"FAIL\x1b[2Jno"], 512).expect_err("refused");
    assert_eq!(error.code().word(), "fastboot.refused");
    assert_eq!(error.to_string(), r"`oem do`: the device refuses: \u{1b}[2Jno");
    let many = vec![&b"INFO0123456789012345678901234567890123456789012345678901234567"[..]; 70_000];
    assert_eq!(oem(&many, 512).expect_err("it never ends").code().word(), "fastboot.answer");
}

#[test]
fn an_unknown_variable_is_none() {
    for (answer, value) in [(&b"OKAY0.4"[..], Some("0.4")), (b"OKAY", None), (b"FAILunknown", None)]
    {
        let (mut cable, _) = script(&[answer], 512);
        assert_eq!(Fastboot::new(&mut cable).getvar("version").expect("asked").as_deref(), value);
    }
    let (mut cable, _) =
        script(&[b"INFOversion: 0.4", b"INFOpartition-size:boot: 0x10", b"OKAY"], 512);
    let all = Fastboot::new(&mut cable).getvar_all().expect("asked");
    assert_eq!(all, ["version: 0.4", "partition-size:boot: 0x10"]);
}

/// Not a byte is sent to a device that wants another number of them.
#[test]
fn data_are_sent_only_as_announced() {
    for (answer, code) in [
        (&b"DATA00000fff"[..], "fastboot.answer"),
        (b"DATA1000", "fastboot.answer"),
        (b"OKAY", "fastboot.answer"),
        (b"PUSH00001000", "fastboot.answer"),
        (b"FAIL00001000", "fastboot.refused"),
    ] {
        let (mut cable, heard) = script(&[answer], 512);
        let error = Fastboot::new(&mut cable)
            .stage(&mut &noise(4096)[..], &mut Silent)
            .expect_err("not as announced");
        assert_eq!(error.code().word(), code, "{error}");
        assert_eq!(*heard.lock().expect("no test panics"), ["download:00001000".len()]);
    }
    let (mut cable, _) = uboot(1 << 20, Traits { more: 1, ..Traits::default() });
    let error = Fastboot::new(&mut cable)
        .stage(&mut &noise(4096)[..], &mut Silent)
        .expect_err("a byte more");
    assert_eq!(
        error.to_string(),
        "`download:00001000`: the device announces 4097 bytes of data, not 4096"
    );
}

#[test]
fn commands_that_devices_do_not_take_are_not_sent() {
    let say = |length: usize| {
        let (mut cable, heard) = script(&[b"OKAY"], 512);
        let result = Fastboot::new(&mut cable).command(
            &Command::Other("x".repeat(length)),
            Duration::from_secs(1),
            &mut Silent,
        );
        assert_eq!(heard.lock().expect("no test panics").is_empty(), result.is_err());
        result.map_err(|error| error.code().word())
    };
    for length in [1, 511, 513, 4095] {
        say(length).expect("it is taken");
    }
    for length in [0, 512, 1024, 4096, 5000] {
        assert_eq!(say(length).expect_err("refused"), "usage.text", "{length}");
    }
    let (mut cable, _) = uboot(1 << 20, Traits::default());
    let error = Fastboot::new(&mut cable).stage(&mut &[][..], &mut Silent).expect_err("nothing");
    assert_eq!(error.code().word(), "image.large", "{error}");
    let error = Fastboot::new(&mut cable).command(
        &Command::Other("oem run:echo".into()),
        Duration::from_secs(1),
        &mut Silent,
    );
    assert!(error.expect_err("not built in").to_string().contains("Unsupported command"));
    let error = Fastboot::new(&mut cable).command(
        &Command::Other("hello".into()),
        Duration::from_secs(1),
        &mut Silent,
    );
    assert!(error.expect_err("unknown").to_string().contains("unrecognized command"));
}

/// `oem run` says whether a line worked, and `oem console` what it printed, while its record has room.
#[test]
fn a_u_boot_that_was_built_for_it_runs_lines() {
    let (mut cable, _) =
        uboot(1 << 20, Traits { oem: true, record: Some(64), ..Traits::default() });
    let mut device = Fastboot::new(&mut cable);
    let mut oem = |line: &str| {
        let answer = device.oem(line, Duration::from_secs(1), &mut Silent);
        answer.map(|answer| answer.info).map_err(|error| error.to_string())
    };
    assert!(oem("console").expect_err("nothing was printed").contains("Empty console"));
    assert_eq!(oem("run:mw.l ${loadaddr} 0 1"), Ok(Vec::new()));
    assert_eq!(oem("run:crc32 ${loadaddr} 4"), Ok(Vec::new()));
    let sum = "crc32 for 42000000 ... 42000003 ==> 2144df1c".to_owned();
    assert_eq!(oem("console"), Ok(vec![sum]));
    oem("run:sums").expect_err("no such command");
    assert_eq!(oem("console"), Ok(vec!["Unknown command 'sums' - try 'help'".to_owned()]));
    for _ in 0..2 {
        oem("run:crc32 ${loadaddr} 4").expect("it works");
    }
    for _ in 0..2 {
        assert!(oem("console").expect_err("it was too much").contains("Error reading console"));
    }
}

#[test]
fn mainlines_u_boot_tells_all_of_its_variables() {
    let (mut cable, _) = uboot(1 << 20, Traits::default());
    let all = Fastboot::new(&mut cable).getvar_all().expect("it tells them");
    assert_eq!(all.len(), 10, "{all:?}");
    assert!(all.contains(&"version: 0.4".to_owned()), "{all:?}");
    assert!(all.contains(&"product: Board not set".to_owned()), "{all:?}");
}

/// It takes all that it is sent, and says nothing.
#[test]
fn a_device_that_never_answers_has_to_be_switched_off_and_on() {
    let (mut cable, heard) = script(&[], 512);
    let error = Fastboot::new(&mut cable).getvar("version").expect_err("it says nothing");
    assert!(error.needs_power_cycle() && error.code().word() == "usb.timeout", "{error}");
    let taken: usize = heard.lock().expect("no test panics").iter().sum();
    assert!(taken > MOST, "{taken}");
}
