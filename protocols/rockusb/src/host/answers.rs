//! One answer after the other, written out by hand: what the host makes of it, and what it says next.

use alloc::{collections::VecDeque, string::ToString, vec, vec::Vec};
use core::time::Duration;

use link::{
    Check, Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, Silent, UsbError, UsbLink, Watch,
};

use super::{Cause, Error, Rock, SETTLE, Survey};
use crate::wire::{Capability, Cbw, Command, Csw, Opcode, Status};

/// What becomes of a transfer.
#[derive(Clone)]
enum Came {
    /// The board takes what it is sent.
    Taken,
    /// The board sends this.
    Bytes(Vec<u8>),
    /// The board ends the command in hand.
    Ends(Status),
    /// The board ends another command than the one in hand.
    EndsAnother,
    /// The transfer fails.
    Fails(Fault),
}

use Came::{Bytes, Ends, EndsAnother, Fails, Taken};

/// What the host does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Command(u8),
    Data,
    Listens,
    Clears(Pipe),
    Resets,
}

/// A board that answers as a test says, transfer by transfer, and then no more.
struct Script {
    came: VecDeque<Came>,
    said: Vec<Said>,
    blocks: Vec<Cbw>,
    /// What becomes of clearing a halt, and of the reset.
    clears: Option<Fault>,
    resets: Option<Fault>,
}

impl Script {
    fn new(came: &[Came]) -> Self {
        let came = came.iter().cloned().collect();
        Self { came, said: Vec::new(), blocks: Vec::new(), clears: None, resets: None }
    }

    fn tag(&self) -> u32 {
        self.blocks.last().map_or(0, |block| block.tag)
    }

    fn transfer(&mut self, data: &mut Data<'_>) -> Result<u64, UsbError> {
        let (pipe, said) = match data {
            Data::Out(bytes) => match Cbw::from_bytes(bytes) {
                Ok(block) => {
                    self.blocks.push(block);
                    (Pipe::Out, Said::Command(block.cdb[0]))
                }
                Err(_) => (Pipe::Out, Said::Data),
            },
            Data::From(_) => (Pipe::Out, Said::Data),
            Data::In(_) | Data::Into { .. } => (Pipe::In, Said::Listens),
        };
        self.said.push(said);
        let end = |tag, status| Csw { tag, residue: 0, status }.to_bytes().to_vec();
        let bytes = match self.came.pop_front() {
            None => return Err(UsbError { pipe, fault: Fault::TimedOut }),
            Some(Fails(fault)) => return Err(UsbError { pipe, fault }),
            Some(Taken) => Vec::new(),
            Some(Bytes(bytes)) => bytes,
            Some(Ends(status)) => end(self.tag(), status),
            Some(EndsAnother) => end(self.tag().wrapping_sub(1), Status::GOOD),
        };
        match data {
            Data::Out(bytes) => Ok(bytes.len() as u64),
            Data::From(source) => Ok(source.size()),
            Data::In(buf) => {
                buf[..bytes.len()].copy_from_slice(&bytes);
                Ok(bytes.len() as u64)
            }
            Data::Into { sink, .. } => {
                sink.write(&bytes).expect("memory takes it");
                Ok(bytes.len() as u64)
            }
        }
    }
}

impl UsbLink for Script {
    fn control_out(&mut self, _: Setup, _: &[u8], _: Duration) -> Result<(), UsbError> {
        self.said.push(Said::Resets);
        failed(Pipe::Control, self.resets)
    }

    fn control_in(&mut self, _: Setup, _: &mut [u8], _: Duration) -> Result<usize, UsbError> {
        unreachable!("rockusb asks nothing over the control pipe")
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        _: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        for (index, phase) in phases.iter_mut().enumerate() {
            let moved = self.transfer(&mut phase.data);
            phase.done = moved.map_err(|error| ExchangeError::Usb { phase: index, error })?;
            if let Data::In(buf) = &phase.data
                && !(phase.accept)(&buf[..phase.done as usize])
            {
                return Err(ExchangeError::Unexpected { phase: index });
            }
        }
        Ok(())
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
        self.said.push(Said::Clears(pipe));
        failed(pipe, self.clears)
    }

    fn pause(&mut self, _: Duration) -> Result<(), UsbError> {
        Ok(())
    }

    fn max_packet(&self) -> usize {
        512
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}

fn failed(pipe: Pipe, fault: Option<Fault>) -> Result<(), UsbError> {
    fault.map_or(Ok(()), |fault| Err(UsbError { pipe, fault }))
}

const GOOD: Came = Ends(Status::GOOD);
const STALL: Came = Fails(Fault::Stall);
/// How a conversation that broke begins again: halts, leftovers until nothing comes, the reset, halts.
const MENDS: [Said; 6] = [
    Said::Clears(Pipe::Out),
    Said::Clears(Pipe::In),
    Said::Listens,
    Said::Resets,
    Said::Clears(Pipe::Out),
    Said::Clears(Pipe::In),
];
const BITMAP: Said = Said::Command(Opcode::TEST_BAD_BLOCK.0);
const TEST: Said = Said::Command(Opcode::TEST_UNIT_READY.0);

/// A command without data and without a second try, and how the next one begins.
fn erase(came: &[Came]) -> (Result<(), Error>, bool) {
    asked(came, |rock| force(rock, 5))
}

fn force(rock: &mut Rock<'_>, block: u32) -> Result<(), Error> {
    rock.transfer(Command::erase_force(0, block, 1), None, [SETTLE, SETTLE], &mut Silent)
}

/// A question without a second try.
fn bitmap(came: &[Came]) -> (Result<(), Error>, bool) {
    asked(came, bad_blocks)
}

fn bad_blocks(rock: &mut Rock<'_>) -> Result<(), Error> {
    rock.query(Command::ranged(Opcode::TEST_BAD_BLOCK, 0, 512)).map(drop)
}

/// What comes of `work`, and whether the conversation is mended before the next command.
fn asked(
    came: &[Came],
    work: impl FnOnce(&mut Rock<'_>) -> Result<(), Error>,
) -> (Result<(), Error>, bool) {
    let mut script = Script::new(came);
    let mut rock = Rock::answered(&mut script);
    let result = work(&mut rock);
    let _ = force(&mut rock, 9);
    let place = script.blocks.iter().position(|block| block.cdb[5] == 9);
    let mended = script.said.windows(6).any(|said| said == MENDS);
    assert!(mended || place.is_some(), "{:?}", script.said);
    (result, mended)
}

fn cause(result: (Result<(), Error>, bool)) -> (Cause, bool) {
    (result.0.expect_err("it failed").cause, result.1)
}

#[test]
fn a_status_says_how_a_command_ended_and_the_conversation_goes_on() {
    assert!(matches!(erase(&[Taken, GOOD]), (Ok(()), false)));
    for status in [Status::FAILED, Status::PHASE, Status(7)] {
        let (cause, mended) = cause(erase(&[Taken, Ends(status)]));
        assert!(matches!(cause, Cause::Failed(found) if found == status), "{cause}");
        assert!(!mended);
    }
}

/// Mainline U-Boot answers so where it does not know a command, and is ready for the next.
#[test]
fn the_text_fail_is_a_command_that_nobody_knows() {
    let fail = || Bytes(b"FAILUnknown command".to_vec());
    for result in [erase(&[Taken, fail()]), bitmap(&[Taken, fail()])] {
        let (cause, mended) = cause(result);
        assert!(matches!(cause, Cause::Unsupported(_)), "{cause}");
        assert!(!mended);
    }
}

#[test]
fn bytes_that_are_no_status_break_the_conversation() {
    for bytes in [&b"USBC\0\0\0\0\0\0\0\0\0"[..], b"USBS", &[0; 14], b""] {
        let garbage = Bytes(bytes.to_vec());
        for result in
            [erase(&[Taken, garbage.clone()]), bitmap(&[Taken, Bytes(vec![1; 64]), garbage])]
        {
            let (cause, mended) = cause(result);
            assert!(matches!(cause, Cause::Malformed(_)), "{bytes:?}: {cause}");
            assert!(mended, "{bytes:?}");
        }
    }
}

/// The host before this one may have left an answer behind.
#[test]
fn a_status_of_another_command_breaks_the_conversation() {
    for result in [
        erase(&[Taken, EndsAnother]),
        bitmap(&[Taken, Bytes(vec![1; 64]), EndsAnother]),
        bitmap(&[Taken, EndsAnother]),
    ] {
        let (cause, mended) = cause(result);
        assert!(matches!(cause, Cause::Tag { .. }), "{cause}");
        assert!(mended);
    }
}

#[test]
fn a_status_in_place_of_a_reply_is_a_command_that_nobody_knows() {
    let (cause, mended) = cause(bitmap(&[Taken, Ends(Status::FAILED)]));
    assert!(matches!(cause, Cause::Unsupported(Opcode::TEST_BAD_BLOCK)), "{cause}");
    assert!(!mended);
}

#[test]
fn a_reply_is_as_long_as_it_should_be_and_comes_as_it_was_sent() {
    let sent: Vec<u8> = (0..64).collect();
    let mut script = Script::new(&[Taken, Bytes(sent.clone()), GOOD]);
    let command = Command { lun: 3, ..Command::ranged(Opcode::TEST_BAD_BLOCK, 0x0102_0304, 512) };
    let found = Rock::answered(&mut script).query(command).expect("told");
    assert_eq!(found[..], sent);
    let block = script.blocks[0];
    assert_eq!((block.lun, block.cdb[2..6].to_vec()), (3, vec![1, 2, 3, 4]));
    assert_eq!((block.cdb[7..9].to_vec(), block.length), (vec![2, 0], 64));
    for length in [1, 32, 63] {
        let (cause, _) = cause(bitmap(&[Taken, Bytes(vec![1; length]), GOOD]));
        assert!(matches!(cause, Cause::Malformed(_)), "{length}: {cause}");
    }
}

#[test]
fn what_does_not_take_the_first_command_may_be_a_mask_rom_and_what_has_answered_is_none() {
    let first = |fault| {
        let mut script = Script::new(&[Fails(fault)]);
        bad_blocks(&mut Rock::new(&mut script)).expect_err("it failed").cause
    };
    for fault in [Fault::TimedOut, Fault::Stall, Fault::Bus] {
        assert!(matches!(first(fault), Cause::NobodyListens(_)), "{fault:?}");
        let (cause, mended) = cause(erase(&[Fails(fault)]));
        assert!(matches!(cause, Cause::Usb(_)), "{fault:?}: {cause}");
        assert!(mended, "{fault:?}");
    }
    for fault in [Fault::Gone, Fault::Stopped] {
        assert!(matches!(first(fault), Cause::Usb(_)), "{fault:?}");
    }
    // One answer is enough.
    let mut script = Script::new(&[Taken, GOOD, Fails(Fault::TimedOut)]);
    let mut rock = Rock::new(&mut script);
    force(&mut rock, 1).expect("answered");
    let error = force(&mut rock, 1).expect_err("it failed");
    assert!(matches!(error.cause, Cause::Usb(_)), "{error}");
}

#[test]
fn a_transfer_that_failed_breaks_the_conversation() {
    for came in [&[Taken, Fails(Fault::TimedOut)][..], &[Taken, Bytes(vec![1; 64])]] {
        let (cause, mended) = cause(bitmap(came));
        assert!(matches!(cause, Cause::Usb(_)), "{cause}");
        assert!(mended);
    }
    // Nobody asked for more: what is stopped has an answer under way, or none.
    let (cause, mended) = cause(bitmap(&[Taken, Fails(Fault::Stopped)]));
    assert!(matches!(cause, Cause::Usb(_)), "{cause}");
    assert!(!mended);
}

/// Some loaders end a data phase with a halted endpoint; the status waits after it.
#[test]
fn a_halted_reply_has_its_status_fetched() {
    let halted = |end: Came| bitmap(&[Taken, STALL, end]);
    let (cause, mended) = cause(halted(Ends(Status::FAILED)));
    assert!(matches!(cause, Cause::Failed(Status::FAILED)), "{cause}");
    assert!(!mended, "it is in order");
    // A good end of a reply that did not come is no success.
    let (cause, mended) = self::cause(halted(GOOD));
    assert!(matches!(cause, Cause::Usb(UsbError { fault: Fault::Stall, .. })), "{cause}");
    assert!(!mended);
    for end in [Bytes(vec![0; 13]), Fails(Fault::TimedOut)] {
        let (cause, mended) = self::cause(halted(end));
        assert!(matches!(cause, Cause::Usb(UsbError { fault: Fault::Stall, .. })), "{cause}");
        assert!(mended);
    }
    // After a status that was halted there is nothing else to come.
    assert!(matches!(bitmap(&[Taken, Bytes(vec![1; 64]), STALL, GOOD]), (Ok(()), false)));
    assert!(matches!(erase(&[Taken, STALL, GOOD]), (Ok(()), false)));
    let (cause, _) = self::cause(erase(&[Taken, STALL, Ends(Status::FAILED)]));
    assert!(matches!(cause, Cause::Failed(Status::FAILED)), "{cause}");
}

/// What a program tells that says nothing of itself.
const MUTE: Survey = Survey {
    chip: None,
    id: None,
    flash: None,
    capability: Capability([0; 8]),
    storage: None,
    product: None,
};

/// A write of a sector to a board that answers like this; what it said.
fn write(came: &[Came]) -> (Result<(), Error>, Vec<Said>) {
    let mut script = Script::new(came);
    let mut rock = Rock::answered(&mut script);
    let mut writer = rock.writer(&MUTE, Check::None);
    let result = writer.write(0, &mut &[7; 512][..], &mut Silent);
    (result, script.said)
}

const WRITE: Said = Said::Command(Opcode::WRITE_LBA.0);

#[test]
fn a_board_that_halts_in_the_midst_of_a_write_is_mended_and_told_again() {
    let nothing_left = Fails(Fault::TimedOut);
    let came = [Taken, STALL, nothing_left, Taken, GOOD, Taken, Taken, GOOD];
    let (result, said) = write(&came);
    result.expect("the second time");
    let again = [&[WRITE, Said::Data][..], &MENDS, &[TEST, Said::Listens]].concat();
    assert_eq!(said[..again.len()], again, "no status is waited for");
    assert_eq!(said[again.len()..], [WRITE, Said::Data, Said::Listens]);
}

#[test]
fn the_status_of_a_write_may_be_halted() {
    let (result, said) = write(&[Taken, Taken, STALL, GOOD]);
    result.expect("its status was fetched");
    let fetched = [Said::Clears(Pipe::In), Said::Listens];
    assert_eq!(said, [&[WRITE, Said::Data, Said::Listens][..], &fetched].concat());
}

#[test]
fn a_conversation_is_mended_before_anything_else_is_said() {
    let mut script = Script::new(&[Taken, Fails(Fault::Bus)]);
    let mut rock = Rock::answered(&mut script);
    bad_blocks(&mut rock).expect_err("broken");
    bad_blocks(&mut rock).expect_err("not to be mended");
    let expected = [&[BITMAP, Said::Listens][..], &MENDS, &[TEST, TEST, TEST]].concat();
    assert_eq!(script.said, expected, "it is tried three times");
}

/// That there is no halt to be cleared, or no such reset, is no reason to give up; that the board is gone is one.
#[test]
fn a_board_that_is_gone_is_not_mended() {
    let mend = |clears, resets| {
        let mut script = Script { clears, resets, ..Script::new(&[STALL, Taken, GOOD]) };
        let result = Rock::answered(&mut script).recover();
        (result.map_err(|error| error.cause), script.said.len())
    };
    for fault in [Fault::Gone, Fault::Stopped, Fault::Cancelled] {
        let (result, said) = mend(Some(fault), None);
        let cause = result.expect_err("it cannot be mended");
        assert!(matches!(cause, Cause::Usb(error) if error.fault == fault));
        assert_eq!(said, 1, "the first halt");
        let (result, said) = mend(None, Some(fault));
        let cause = result.expect_err("it cannot be mended");
        assert!(matches!(cause, Cause::Usb(error) if error.fault == fault));
        assert_eq!(said, 4, "nothing after the reset");
    }
    for (clears, resets) in [(Some(Fault::Stall), None), (None, Some(Fault::Stall)), (None, None)] {
        let (result, said) = mend(clears, resets);
        result.expect("it talks");
        assert_eq!(said, MENDS.len() + 2);
    }
}

#[test]
fn a_busy_board_is_one_that_talks() {
    let left = Bytes(vec![9; 13]);
    for end in [GOOD, Ends(Status::FAILED)] {
        // A leftover of before is thrown away.
        let came = [left.clone(), Fails(Fault::TimedOut), Taken, end];
        let mut script = Script::new(&came);
        Rock::answered(&mut script).recover().expect("it talks");
        assert_eq!(script.said[2..4], [Said::Listens; 2]);
        assert_eq!(script.said.len(), MENDS.len() + 1 + 2, "{:?}", script.said);
    }
    let came = [Fails(Fault::TimedOut), STALL, Taken, Bytes(vec![0; 13]), Taken, GOOD];
    Rock::answered(&mut Script::new(&came)).recover().expect("the third time");
}

/// It is listened to for as long as the longest answer of any command, and then told to begin anew.
#[test]
fn a_board_that_never_stops_talking_is_not_listened_to_for_ever() {
    let mut came = vec![Bytes(vec![9; 16 << 10]); (40 << 20) / (16 << 10)];
    came.extend([Taken, GOOD]);
    let mut script = Script::new(&came);
    Rock::answered(&mut script).recover().expect("it takes the reset");
    assert_eq!(script.said.len(), MENDS.len() - 1 + came.len());
}

#[test]
fn an_error_names_the_command_and_the_sectors_that_it_is_about() {
    let failed = [Taken, Ends(Status::FAILED)];
    let read = asked(&[Taken, Bytes(vec![0; 4096]), Ends(Status::FAILED)], |rock| {
        rock.read(&MUTE, 64, 8, true, &mut Vec::new(), &mut Silent)
    });
    let erase = asked(&failed, |rock| rock.erase(&MUTE, 8, 16, &mut Silent));
    for (result, words) in [
        (read, "READ LBA of 8 sectors at 64: "),
        (erase, "ERASE LBA of 16 sectors at 8: "),
        (bitmap(&failed), "TEST BAD BLOCK: "),
        (self::erase(&failed), "ERASE FORCE: "),
    ] {
        let text = result.0.expect_err("it failed").to_string();
        assert!(text.starts_with(words), "{text}");
    }
}
