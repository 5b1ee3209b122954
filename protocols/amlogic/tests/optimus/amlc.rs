//! BL2 of the G12 family and what it asks for.

use amlogic::optimus::{
    host::{Cause, Optimus, Step},
    rom::Traits,
    wire::{AmlcRequest, RECORD, Request, Stage, Verdict},
};
use link::{Classify, Silent, UsbLink};

use crate::{
    board::{board, named, plain, uboot},
    boot::start,
    wire::{Kind, Said, Wire},
};

/// What a VIM3's BL2 asked for, from pyamlboot's notes; the length of the last one is the file's.
#[test]
fn the_captured_order_of_a_vim3() {
    let file = uboot(named("khadas-vim3"));
    let last = file.len() as u32 - 0x1_4000;
    let captured = [
        (16384, 0x1_0000),
        (49152, 0x6_0000),
        (16384, 0x3_8000),
        (49152, 0x3_c000),
        (49152, 0x4_8000),
        (16384, 0x1_0000),
        (last, 0x1_4000),
    ];
    let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
    Optimus::new(&mut wire).serve(&file, &mut Silent).expect("served");
    let mut sums = Vec::new();
    let mut total = 0;
    for pair in wire.said.windows(2) {
        if let [Said::Control(setup, _), Said::Out(length)] = pair
            && let Some(Request::WriteAmlc { sector, last }) = Request::of(*setup)
        {
            assert_eq!(*length, usize::from(last) + 1);
            if *length == RECORD {
                sums.push(u32::from(sector) * 512);
            } else {
                total += *length as u32;
            }
        }
    }
    assert_eq!(sums, captured.map(|(_, offset)| offset));
    assert_eq!(total, captured.iter().map(|(size, _)| size).sum::<u32>());
    assert!(wire.reconnect().is_some(), "{:?}", wire.notes);
}

#[test]
fn a_failure_of_bl2_is_told_with_its_code() {
    let traits = Traits { amlc_error: Some(0x42), ..Traits::default() };
    let (mut wire, _) = board("khadas-vim3", traits, Stage::Rom);
    let profile = named("khadas-vim3");
    let error = start(profile, &mut wire, &uboot(profile)).expect_err("other DRAM");
    assert!(matches!(error.cause, Cause::Bl2Failed(0x42)), "{error}");
    assert_eq!(error.step, Step::Amlc);
    assert!(error.needs_power_cycle());
    deaf(&mut wire);
}

/// It listens no more.
fn deaf(wire: &mut Wire) {
    wire.fault = None;
    let error = Optimus::new(wire).identify().expect_err("deaf");
    assert_eq!(error.fault(), Some(link::Fault::TimedOut));
}

#[test]
fn a_piece_that_arrives_damaged_is_told_by_its_sum() {
    let file = uboot(named("khadas-vim3"));
    let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
    // Request, record, verdict, announcement, piece.
    wire.fault = Some((5, Kind::Garbage));
    let error = Optimus::new(&mut wire).serve(&file, &mut Silent).expect_err("damaged");
    assert!(matches!(error.cause, Cause::Bl2Failed(2)), "{error}");
    deaf(&mut wire);
}

#[test]
fn a_file_that_is_cut_off_is_refused_and_the_board_told_so() {
    let file = uboot(named("khadas-vim3"));
    for length in [0x1_0000, 0x1_3fff, 0x6_0000, file.len() - 1] {
        let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
        let error = Optimus::new(&mut wire).serve(&file[..length], &mut Silent).expect_err("cut");
        assert!(matches!(error.cause, Cause::Beyond { .. }), "{error}");
        assert!(error.needs_power_cycle() && error.to_string().contains("cut off"), "{error}");
        deaf(&mut wire);
    }
}

#[test]
fn a_file_without_a_table_of_contents_fails_bl2() {
    let mut file = uboot(named("odroid-c4"));
    file[0x1_0010] ^= 1;
    let mut wire = plain("odroid-c4", Stage::Bl2Amlc);
    let error = Optimus::new(&mut wire).serve(&file, &mut Silent).expect_err("no FIP");
    assert!(matches!(error.cause, Cause::Bl2Failed(3)), "{error}");
}

#[test]
fn an_exchange_that_is_broken_off_leaves_the_board_deaf() {
    let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
    let link: &mut dyn UsbLink = &mut wire;
    let limit = std::time::Duration::from_secs(1);
    link.control_out(Request::GetAmlc.setup(), &[], limit).expect("taken");
    let mut record = [0; RECORD];
    link.bulk_in(&mut record, limit).expect("a record");
    let request = AmlcRequest::from_bytes(&record).expect("a record");
    assert_eq!((request.sequence, request.offset, request.size), (0, 0x1_0000, 0x4000));
    link.bulk_out(&Verdict::Okay.to_bytes(), limit).expect("taken");
    deaf(&mut wire);
}

/// Other tools stop when a request repeats itself; the end repeats the last one.
#[test]
fn the_end_repeats_the_last_request() {
    let file = uboot(named("khadas-vim3"));
    let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
    struct Tap<'w>(&'w mut Wire, Vec<AmlcRequest>);
    impl UsbLink for Tap<'_> {
        fn control_out(
            &mut self,
            setup: link::Setup,
            data: &[u8],
            limit: std::time::Duration,
        ) -> Result<(), link::UsbError> {
            self.0.control_out(setup, data, limit)
        }
        fn control_in(
            &mut self,
            setup: link::Setup,
            buf: &mut [u8],
            limit: std::time::Duration,
        ) -> Result<usize, link::UsbError> {
            self.0.control_in(setup, buf, limit)
        }
        fn exchange(
            &mut self,
            phases: &mut [link::Phase<'_>],
            watch: &mut dyn link::Watch,
        ) -> Result<(), link::ExchangeError> {
            self.0.exchange(phases, watch)?;
            if let [link::Phase { data: link::Data::In(buf), .. }] = phases {
                self.1.extend(AmlcRequest::from_bytes(buf).ok());
            }
            Ok(())
        }
        fn clear_halt(&mut self, pipe: link::Pipe) -> Result<(), link::UsbError> {
            self.0.clear_halt(pipe)
        }
        fn pause(&mut self, time: std::time::Duration) -> Result<(), link::UsbError> {
            self.0.pause(time)
        }
        fn max_packet(&self) -> usize {
            self.0.max_packet()
        }
        fn counts(&self) -> link::Counts {
            self.0.counts()
        }
    }
    let mut tap = Tap(&mut wire, Vec::new());
    Optimus::new(&mut tap).serve(&file, &mut Silent).expect("served");
    let [.., before, end] = tap.1[..] else { panic!("too few") };
    assert_eq!((before.size, before.offset), (end.size, end.offset));
    assert_eq!(
        tap.1.iter().map(|request| request.sequence).collect::<Vec<_>>(),
        [0, 1, 2, 3, 4, 5, 6, 7]
    );
}
