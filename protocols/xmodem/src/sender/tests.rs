use alloc::vec;

use super::*;
use crate::wire::Check;

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A sender, and the time that it is told.
struct Talk {
    sender: Sender,
    now: Duration,
}

impl Talk {
    fn xmodem(profile: Profile, size: u64) -> Self {
        Self { sender: Sender::xmodem(profile, size, ms(30_000)), now: ms(0) }
    }

    fn ymodem(profile: Profile, sizes: &[u64]) -> Self {
        Self { sender: Sender::ymodem(profile, sizes.to_vec(), ms(30_000)), now: ms(0) }
    }

    /// One whose first frame has just left.
    fn begun(mut self) -> Self {
        self.ask();
        self.sent();
        self
    }

    /// The receiver asks until the first frame goes out.
    fn ask(&mut self) -> Action {
        self.time();
        for _ in 0..100 {
            self.hear(&[POLL]);
            let action = self.after(100);
            if let Action::Send(_) = action {
                return action;
            }
        }
        panic!("it does not begin");
    }

    fn time(&mut self) -> Action {
        self.sender.on(Event::Time, self.now)
    }

    fn sent(&mut self) {
        self.sender.on(Event::Sent, self.now);
    }

    /// Bytes that come at once; what the last of them leads to.
    fn hear(&mut self, bytes: &[u8]) -> Action {
        let mut action = Action::Wait(self.now);
        for byte in bytes {
            action = self.sender.on(Event::Byte(*byte), self.now);
        }
        action
    }

    /// That much later.
    fn after(&mut self, time: u64) -> Action {
        self.now += ms(time);
        self.time()
    }

    /// Waits as long as the sender wants to, until it wants something else.
    fn wait(&mut self) -> Action {
        loop {
            match self.time() {
                Action::Wait(until) => self.now = until,
                other => return other,
            }
        }
    }

    /// The answer to a frame, and the frame that follows it, which leaves at once.
    fn answer(&mut self, byte: u8) -> Frame {
        self.hear(&[byte]);
        let Action::Send(frame) = self.wait() else { panic!("nothing follows") };
        self.sent();
        frame
    }

    fn block(&mut self, byte: u8) -> Block {
        let Frame::Block(block) = self.answer(byte) else { panic!("no block follows") };
        block
    }
}

fn block(number: u8, offset: u64, length: usize) -> Block {
    Block { file: 0, number, offset, length, check: Check::Crc }
}

#[test]
fn five_polls_and_half_a_second_of_nothing_else_begin_with_a_mask_rom() {
    let mut talk = Talk::xmodem(Profile::JH7110_ROM, 3000);
    talk.time();
    for _ in 0..4 {
        talk.now += ms(130);
        assert!(matches!(talk.hear(&[POLL]), Action::Wait(_)));
    }
    assert!(matches!(talk.after(10), Action::Wait(_)), "four are too few");
    talk.now += ms(100);
    assert_eq!(talk.hear(&[POLL]), Action::Send(Frame::Block(block(1, 0, 1024))));
}

#[test]
fn a_banner_starts_the_count_anew() {
    let mut talk = Talk::xmodem(Profile::JH7110_ROM, 3000);
    talk.time();
    talk.now = ms(600);
    talk.hear(b"CCCC\r\n(C)StarFive\r\nCCCC");
    assert!(matches!(talk.after(499), Action::Wait(_)), "four since the banner");
    talk.hear(&[POLL]);
    assert!(matches!(talk.after(0), Action::Wait(_)), "the banner is not 500 ms old");
    assert!(matches!(talk.after(1), Action::Send(_)));
}

#[test]
fn a_stale_poll_begins_nothing() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 3000);
    talk.time();
    talk.hear(&[POLL]);
    assert!(matches!(talk.after(1501), Action::Wait(_)), "U-Boot throws away what comes now");
    assert!(matches!(talk.hear(&[POLL]), Action::Send(_)));
}

#[test]
fn a_pause_between_polls_starts_the_count_anew() {
    let mut talk = Talk::xmodem(Profile::JH7110_ROM, 3000);
    talk.time();
    talk.now = ms(600);
    talk.hear(&[POLL, POLL, POLL]);
    talk.now += ms(1001);
    talk.hear(&[POLL, POLL, POLL]);
    assert!(matches!(talk.hear(&[POLL]), Action::Wait(_)), "four since the pause");
    assert!(matches!(talk.hear(&[POLL]), Action::Send(_)));
}

#[test]
fn who_has_been_asked_waits_for_calm_and_no_longer() {
    let mut talk = Talk::xmodem(Profile::PLAIN, 3000);
    talk.time();
    talk.now = ms(10);
    talk.hear(b"x");
    assert_eq!(talk.hear(&[POLL]), Action::Wait(ms(310)));
    assert!(matches!(talk.after(300), Action::Send(_)));
}

#[test]
fn naks_without_polls_ask_for_sums() {
    let mut talk = Talk::xmodem(Profile::PLAIN, 200);
    talk.time();
    talk.hear(&[NAK]);
    let Action::Send(Frame::Block(first)) = talk.after(300) else { panic!("it does not begin") };
    assert_eq!((first.check, first.length), (Check::Sum, 128));
    // A poll for CRCs that is not 2 s old counts for more.
    let mut talk = Talk::xmodem(Profile::PLAIN, 200);
    talk.now = ms(1);
    talk.hear(&[POLL, b'x', NAK]);
    assert!(matches!(talk.after(1999), Action::Wait(_)));
    assert!(matches!(talk.after(1), Action::Send(Frame::Block(Block { check: Check::Sum, .. }))));
}

/// The receiver is unknown: polls as quick as a mask ROM's are waited for as one's.
#[test]
fn quick_polls_are_a_mask_roms() {
    let mut talk = Talk::xmodem(Profile::LRZSZ, 3000);
    talk.time();
    let quick = |talk: &mut Talk, times: u32| {
        for _ in 0..times {
            talk.now += ms(130);
            assert!(matches!(talk.hear(&[POLL]), Action::Wait(_)), "{:?}", talk.now);
        }
    };
    quick(&mut talk, 3);
    talk.hear(b"\r\n(C)StarFive\r\n");
    quick(&mut talk, 4);
    assert!(matches!(talk.after(109), Action::Wait(_)), "629 ms, four polls");
    talk.now += ms(20);
    assert!(matches!(talk.hear(&[POLL]), Action::Send(_)));
    // Slow ones are not.
    let mut talk = Talk::xmodem(Profile::LRZSZ, 3000);
    talk.time();
    talk.hear(&[POLL]);
    assert!(matches!(talk.after(300), Action::Send(_)));
}

#[test]
fn answers_without_a_poll_are_another_transfer() {
    for (profile, byte) in
        [(Profile::JH7110_ROM, NAK), (Profile::JH7110_ROM, ACK), (Profile::UBOOT, ACK)]
    {
        let mut talk = Talk::xmodem(profile, 3000);
        talk.time();
        talk.hear(&[byte]);
        assert!(matches!(talk.after(2000), Action::Wait(_)));
        talk.hear(&[byte]);
        assert!(matches!(talk.after(1000), Action::Wait(_)), "two may be noise");
        assert_eq!(talk.hear(&[byte]), Action::Failed(Failure::Midway), "{}", profile.name);
    }
    // A poll shows that it is over.
    let mut talk = Talk::xmodem(Profile::JH7110_ROM, 3000);
    talk.time();
    talk.hear(&[NAK, NAK, NAK, POLL]);
    assert!(matches!(talk.after(5000), Action::Wait(_)));
    talk.hear(&[NAK, NAK, NAK]);
    assert!(matches!(talk.after(2999), Action::Wait(_)));
    assert_eq!(talk.after(1), Action::Failed(Failure::Midway));
}

#[test]
fn what_is_left_of_the_wait_is_known() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 3000);
    talk.now = ms(1000);
    assert_eq!(talk.sender.left(talk.now), ms(30_000));
    talk.time();
    assert_eq!(talk.sender.left(ms(11_000)), ms(20_000));
    assert_eq!(talk.sender.left(ms(50_000)), ms(0));
}

#[test]
fn nobody_who_asks_is_no_start() {
    let mut talk = Talk::xmodem(Profile::PLAIN, 200);
    assert_eq!(talk.time(), Action::Wait(ms(30_000)));
    assert!(!talk.sender.begun());
    assert!(matches!(talk.after(29_999), Action::Wait(_)));
    assert_eq!(talk.after(1), Action::Failed(Failure::NoStart));
}

#[test]
fn an_ack_and_a_pause_bring_the_next_block() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 2500).begun();
    assert!(talk.sender.begun());
    assert_eq!(talk.sender.taken(), 0);
    talk.hear(&[ACK]);
    let before = talk.now;
    assert!(
        matches!(talk.wait(), Action::Send(Frame::Block(next)) if next == block(2, 1024, 1024))
    );
    assert_eq!(talk.now - before, Profile::UBOOT.settle);
    assert_eq!(talk.sender.taken(), 1024);
    talk.sent();
    assert_eq!(talk.block(ACK), block(3, 2048, 1024));
    assert_eq!(talk.answer(ACK), Frame::Eot);
    assert_eq!(talk.sender.taken(), 2500);
    assert_eq!(talk.hear(&[ACK]), Action::Finished { confirmed: true });
}

#[test]
fn a_slow_line_makes_the_pause_longer() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 2500);
    talk.sender.at(9600);
    let mut talk = talk.begun();
    talk.hear(&[ACK]);
    let before = talk.now;
    talk.wait();
    assert_eq!(talk.now - before, byte_time(9600) * 5 / 2);
}

#[test]
fn the_end_of_a_file_is_not_padded_to_a_long_block() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 1024 + 128).begun();
    assert_eq!(talk.block(ACK), block(2, 1024, 128));
    let mut talk = Talk::xmodem(Profile::UBOOT, 1024 + 129).begun();
    assert_eq!(talk.block(ACK), block(2, 1024, 1024));
    let mut talk = Talk::xmodem(Profile::UBOOT, 0);
    assert_eq!(talk.ask(), Action::Send(Frame::Eot));
}

#[test]
fn block_numbers_wrap() {
    let mut talk = Talk::xmodem(Profile::PLAIN, 128 * 300).begun();
    let numbers: Vec<u8> = (0..257).map(|_| talk.block(ACK).number).collect();
    assert_eq!(numbers[252..], [254, 255, 0, 1, 2]);
}

#[test]
fn a_nak_brings_the_same_block_again() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 2500).begun();
    talk.block(ACK);
    talk.hear(&[NAK]);
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(2, 1024, 1024))));
    assert_eq!(talk.now - before, REFUSED);
}

/// An ACK that another answer follows was not the only one: the block is sent again, and a receiver that has it confirms a
/// duplicate.
#[test]
fn a_second_answer_takes_the_first_back() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 2500).begun();
    assert_eq!(talk.block(ACK).number, 2);
    talk.hear(&[ACK, NAK]);
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(2, 1024, 1024))));
    assert_eq!(talk.sender.taken(), 1024);
    // A doubled refusal is one.
    talk.sent();
    talk.hear(&[NAK, NAK]);
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(2, 1024, 1024))));
}

#[test]
fn silence_brings_the_same_block_again_and_then_an_end() {
    let profile = Profile { tries: 4, ..Profile::UBOOT };
    let mut talk = Talk::xmodem(profile, 2500).begun();
    for _ in 1..4 {
        let before = talk.now;
        assert_eq!(talk.wait(), Action::Send(Frame::Block(block(1, 0, 1024))));
        assert_eq!(talk.now - before, profile.reply);
        talk.sent();
    }
    assert_eq!(talk.wait(), Action::Failed(Failure::Silent { taken: 0, times: 4 }));
}

#[test]
fn patience_ends_a_block_before_its_tries() {
    let profile = Profile { patience: ms(9000), ..Profile::UBOOT };
    let mut talk = Talk::xmodem(profile, 2500).begun();
    assert!(matches!(talk.wait(), Action::Send(_)), "5 s");
    talk.sent();
    assert_eq!(talk.wait(), Action::Failed(Failure::Silent { taken: 0, times: 2 }), "10 s");
}

#[test]
fn refusals_without_end_are_told_as_such() {
    let profile = Profile { tries: 3, ..Profile::PLAIN };
    let mut talk = Talk::xmodem(profile, 2500).begun();
    talk.block(ACK);
    talk.block(NAK);
    talk.block(NAK);
    talk.hear(&[NAK]);
    assert_eq!(talk.wait(), Action::Failed(Failure::Refused { taken: 128, times: 3 }));
}

#[test]
fn three_clear_refusals_of_long_blocks_bring_short_ones() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    assert_eq!(talk.block(ACK).length, 1024);
    assert_eq!(talk.block(NAK).length, 1024);
    assert_eq!(talk.block(NAK).length, 1024);
    assert_eq!(talk.block(NAK), block(2, 1024, 128));
    assert_eq!(talk.block(ACK), block(3, 1152, 128));
}

/// After silence the long block may have been taken and its answer lost: a short one of the same number would be confirmed
/// as a duplicate, and 896 bytes would be missing.
#[test]
fn silence_never_makes_blocks_short() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    assert_eq!(talk.block(ACK).length, 1024);
    assert!(matches!(talk.wait(), Action::Send(_)), "nothing came");
    talk.sent();
    for _ in 0..6 {
        talk.hear(&[NAK]);
        let Action::Send(Frame::Block(again)) = talk.wait() else { panic!("it is sent again") };
        assert_eq!(again.length, 1024);
        talk.sent();
    }
}

/// A refusal that comes late may be a request for the next block, whose answer was lost.
#[test]
fn late_refusals_never_make_blocks_short() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    talk.block(ACK);
    for _ in 0..5 {
        talk.now += Profile::UBOOT.crossed;
        assert_eq!(talk.block(POLL).length, 1024);
    }
}

/// A stray ACK puts the sender one answer ahead; then the refusal of EOT is the last block's.
#[test]
fn a_refused_end_brings_the_last_block_again() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 1024).begun();
    assert_eq!(talk.answer(ACK), Frame::Eot);
    assert_eq!(talk.answer(NAK), Frame::Block(block(1, 0, 1024)));
    assert_eq!(talk.answer(ACK), Frame::Eot);
}

/// The JH7110's agent takes no duplicate of block 255: it would refuse it for ever.
#[test]
fn block_255_is_never_sent_again_after_the_end() {
    let mut talk = Talk::xmodem(Profile::JH7110_AGENT, 255 * 1024).begun();
    for number in 2..=255 {
        assert_eq!(talk.block(ACK).number, number);
    }
    assert_eq!(talk.answer(ACK), Frame::Eot);
    assert_eq!(talk.answer(NAK), Frame::Eot);
}

/// Every fourth refusal of a block brings the one before it.
#[test]
fn a_block_that_is_refused_often_brings_the_one_before() {
    let mut talk = Talk::xmodem(Profile::PLAIN, 1280).begun();
    assert_eq!(talk.block(ACK).number, 2);
    let numbers: Vec<u8> = (0..4).map(|_| talk.block(NAK).number).collect();
    assert_eq!(numbers, [2, 2, 2, 1]);
    let mut other = Talk { sender: talk.sender.clone(), now: talk.now };
    assert_eq!(talk.block(ACK).number, 2, "and then the block itself");
    let numbers: Vec<u8> = (0..4).map(|_| other.block(NAK).number).collect();
    assert_eq!(numbers, [2, 2, 1, 2], "not the one before at every refusal");
}

#[test]
fn an_end_that_nobody_confirms_is_told() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 128).begun();
    assert_eq!(talk.answer(ACK), Frame::Eot);
    for _ in 1..ENDS {
        let before = talk.now;
        assert_eq!(talk.wait(), Action::Send(Frame::Eot));
        assert_eq!(talk.now - before, Profile::UBOOT.end);
        talk.sent();
    }
    assert_eq!(talk.wait(), Action::Failed(Failure::EndUnconfirmed));
}

#[test]
fn text_after_the_end_is_an_end_without_a_confirmation() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 128).begun();
    assert_eq!(talk.answer(ACK), Frame::Eot);
    assert!(matches!(talk.hear(b"Loaded "), Action::Wait(_)), "seven letters may be noise");
    assert_eq!(talk.hear(b"1"), Action::Finished { confirmed: false });
}

#[test]
fn text_in_the_midst_of_a_file_ends_the_transfer() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    // A banner may come before the first block is confirmed.
    assert!(matches!(talk.hear(b"(C)StarFive"), Action::Wait(_)));
    talk.block(ACK);
    assert!(matches!(talk.hear(b"# erro CCC"), Action::Wait(_)), "a poll is no text");
    talk.hear(&[CAN]);
    assert!(matches!(talk.hear(b"1234567"), Action::Wait(_)), "an answer ends text");
    assert_eq!(talk.hear(b"8"), Action::Failed(Failure::Spoke { taken: 1024 }));
}

#[test]
fn two_cans_in_a_row_cancel() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    assert!(matches!(talk.hear(&[CAN, b'x', CAN]), Action::Wait(_)));
    assert_eq!(talk.hear(&[CAN]), Action::Failed(Failure::Cancelled));
}

/// A poll soon after the first block left before it came: it is no refusal, unless no answer follows.
#[test]
fn a_poll_that_crossed_the_first_block_is_no_refusal() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 5000).begun();
    let crossed = talk.now + Profile::UBOOT.crossed;
    assert_eq!(talk.hear(&[POLL]), Action::Wait(crossed));
    let mut other = Talk { sender: talk.sender.clone(), now: talk.now };
    assert_eq!(other.block(ACK).number, 2);
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(1, 0, 1024))));
    assert_eq!(talk.now, crossed);
    // Of later blocks a poll is a refusal at once, and so is a late one of the first.
    let before = other.now;
    assert_eq!(other.block(POLL).number, 2);
    assert_eq!(other.now - before, REFUSED);
    let mut late = Talk::xmodem(Profile::UBOOT, 5000).begun();
    late.now += Profile::UBOOT.crossed;
    let before = late.now;
    assert_eq!(late.block(POLL).number, 1);
    assert_eq!(late.now - before, REFUSED);
}

#[test]
fn ymodem_names_the_file_waits_for_a_poll_and_ends_the_batch() {
    let mut talk = Talk::ymodem(Profile::UBOOT, &[200]);
    let header = Frame::Header { file: 0, check: Check::Crc };
    assert_eq!(talk.ask(), Action::Send(header));
    talk.sent();
    talk.hear(&[ACK]);
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(1, 0, 1024))));
    assert_eq!(talk.now - before, AFTER_HEADER, "U-Boot sends no poll");
    talk.sent();
    assert_eq!(talk.answer(ACK), Frame::Eot);
    talk.hear(&[ACK, ACK, POLL]);
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Send(Frame::End(Check::Crc)));
    assert_eq!(talk.now - before, Profile::UBOOT.settle, "the poll asks for the next file at once");
    talk.sent();
    assert_eq!(talk.hear(&[ACK]), Action::Finished { confirmed: true });
}

#[test]
fn a_poll_after_the_header_begins_the_data_at_once() {
    let mut talk = Talk::ymodem(Profile::PLAIN, &[200]).begun();
    talk.hear(&[ACK, POLL]);
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Send(Frame::Block(block(1, 0, 128))));
    assert_eq!(talk.now - before, Profile::PLAIN.settle);
}

#[test]
fn a_batch_goes_on_with_the_next_file() {
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100, 0]).begun();
    assert!(matches!(talk.answer(ACK), Frame::Block(_)));
    assert_eq!(talk.answer(ACK), Frame::Eot);
    talk.hear(&[ACK]);
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Send(Frame::Header { file: 1, check: Check::Crc }));
    assert_eq!(talk.now - before, NEXT_FILE, "without a poll it waits so long");
    talk.sent();
    assert_eq!(talk.answer(ACK), Frame::Eot, "the second file is empty");
    talk.hear(&[ACK, POLL]);
    assert_eq!(talk.wait(), Action::Send(Frame::End(Check::Crc)));
    talk.sent();
    let before = talk.now;
    assert_eq!(talk.wait(), Action::Finished { confirmed: true }, "the last ACK may be missing");
    assert_eq!(talk.now - before, Profile::UBOOT.goodbye);
}

/// The receiver asks for the next file, so it has this one; it never said so.
#[test]
fn a_poll_for_the_next_file_without_an_ack_leaves_the_end_unconfirmed() {
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100]).begun();
    assert!(matches!(talk.answer(ACK), Frame::Block(_)));
    assert_eq!(talk.answer(ACK), Frame::Eot);
    assert_eq!(talk.answer(POLL), Frame::End(Check::Crc));
    assert_eq!(talk.hear(&[ACK]), Action::Finished { confirmed: false });
    // Later it says that EOT was not heard.
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100]).begun();
    talk.answer(ACK);
    assert_eq!(talk.answer(ACK), Frame::Eot);
    talk.now += Profile::UBOOT.next_file;
    assert_ne!(talk.answer(POLL), Frame::End(Check::Crc));
}

/// Polls that are as old as they may be still count.
#[test]
fn a_poll_counts_until_it_is_stale() {
    let mut talk = Talk::xmodem(Profile::JH7110_ROM, 3000);
    talk.time();
    for _ in 0..4 {
        talk.now += ms(1000);
        assert!(matches!(talk.hear(&[POLL]), Action::Wait(_)));
    }
    talk.now += ms(1000);
    assert!(matches!(talk.hear(&[POLL]), Action::Send(_)));
}

#[test]
fn a_frame_is_tried_until_the_patience_is_over() {
    let profile = Profile { patience: ms(10_000), ..Profile::UBOOT };
    let mut talk = Talk::xmodem(profile, 2500).begun();
    for _ in 0..2 {
        assert!(matches!(talk.wait(), Action::Send(_)), "5 s, and just 10 s");
        talk.sent();
    }
    assert_eq!(talk.wait(), Action::Failed(Failure::Silent { taken: 0, times: 3 }));
}

/// The text after EOT says that the answer was lost only if no file follows.
#[test]
fn text_between_two_files_ends_the_transfer() {
    let spoke = Action::Failed(Failure::Spoke { taken: 100 });
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100, 50]).begun();
    talk.answer(ACK);
    assert_eq!(talk.answer(ACK), Frame::Eot);
    let mut other = Talk { sender: talk.sender.clone(), now: talk.now };
    assert_eq!(talk.hear(b"# error!"), spoke);
    other.hear(&[ACK]);
    assert_eq!(other.hear(b"# error!"), spoke);
    // After the last file's EOT was confirmed the receiver may leave the batch.
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100]).begun();
    talk.answer(ACK);
    assert_eq!(talk.answer(ACK), Frame::Eot);
    talk.hear(&[ACK]);
    let mut other = Talk { sender: talk.sender.clone(), now: talk.now };
    assert_eq!(talk.hear(b"Loaded 1"), Action::Finished { confirmed: true });
    assert!(matches!(other.wait(), Action::Send(Frame::End(_))));
    other.sent();
    assert_eq!(other.hear(b"Loaded 1"), Action::Finished { confirmed: true });
}

/// A short block that is refused says nothing of long ones.
#[test]
fn refusals_of_a_short_block_shorten_no_other() {
    let mut talk = Talk::ymodem(Profile::UBOOT, &[100, 5000]).begun();
    assert!(matches!(talk.answer(ACK), Frame::Block(Block { length: 128, .. })));
    for _ in 0..4 {
        assert_eq!(talk.block(NAK).length, 128);
    }
    assert_eq!(talk.answer(ACK), Frame::Eot);
    talk.hear(&[ACK, POLL]);
    assert!(matches!(talk.wait(), Action::Send(Frame::Header { file: 1, .. })));
    talk.sent();
    assert!(matches!(talk.answer(ACK), Frame::Block(Block { file: 1, length: 1024, .. })));
}

/// The times in ms that were measured of each family, or follow from its code, as a sender keeps them.
#[test]
fn every_family_is_given_its_own_time() {
    // Long blocks, polls and calm before the first one, the wait for an answer to a block, to EOT, to the batch's end.
    for (profile, name, long, polls, calm, reply, end, goodbye) in [
        (Profile::PLAIN, "plain", false, 1, 300, 7000, 3000, 12_000),
        (Profile::LRZSZ, "lrzsz", true, 1, 300, 7000, 3000, 12_000),
        (Profile::UBOOT, "u-boot", true, 1, 300, 5000, 4500, 5000),
        (Profile::JH7110_ROM, "jh7110-rom", true, 5, 500, 1500, 3000, 1500),
        (Profile::JH7110_AGENT, "jh7110-agent", true, 2, 300, 1500, 3000, 1500),
        (Profile::JH7110_AGENT_EMMC, "jh7110-agent", true, 2, 300, 1500, 3000, 1500),
        (Profile::JH7100, "jh7100", true, 2, 300, 6000, 4000, 3000),
    ] {
        assert_eq!(profile.name, name);
        let mut talk = Talk::ymodem(profile, &[1024]);
        talk.time();
        let said = vec![POLL; polls];
        talk.hear(&said[1..]);
        assert_eq!(talk.time(), Action::Wait(ms(30_000)), "{name}: too few");
        // Polls that come all at once are as quick as a boot ROM's to a sender that does not know better.
        if !profile.unknown {
            assert_eq!(talk.hear(&[POLL]), Action::Wait(ms(calm)), "{name}");
        }
        let mut talk = Talk::ymodem(profile, &[1024]).begun();
        let taken = if long { 1024 } else { 128 };
        assert_eq!(talk.block(ACK).length, taken, "{name}");
        let before = talk.now;
        assert!(matches!(talk.wait(), Action::Send(Frame::Block(_))));
        assert_eq!(talk.now - before, ms(reply), "{name}");
        talk.sent();
        while talk.answer(ACK) != Frame::Eot {}
        let before = talk.now;
        assert_eq!(talk.wait(), Action::Send(Frame::Eot));
        assert_eq!(talk.now - before, ms(end), "{name}");
        talk.sent();
        talk.hear(&[ACK, POLL]);
        assert!(matches!(talk.wait(), Action::Send(Frame::End(_))));
        talk.sent();
        let before = talk.now;
        assert!(matches!(talk.wait(), Action::Finished { .. }), "{name}");
        assert_eq!(talk.now - before, ms(goodbye), "{name}");
    }
}

/// How soon after EOT a poll asks for the next file, in ms, and the pause in which a doubled answer shows itself, in us.
#[test]
fn every_familys_polls_after_the_end_are_understood() {
    for (profile, next_file, settle) in [
        (Profile::PLAIN, 2500, 500),
        (Profile::UBOOT, 500, 200),
        (Profile::JH7110_AGENT, 500, 200),
        (Profile::JH7100, 3000, 200),
    ] {
        let asked = |after: u64| {
            let mut talk = Talk::ymodem(profile, &[100]).begun();
            talk.answer(ACK);
            talk.hear(&[ACK]);
            let before = talk.now;
            assert_eq!(talk.wait(), Action::Send(Frame::Eot));
            assert_eq!((talk.now - before).as_micros(), settle, "{}", profile.name);
            talk.sent();
            talk.now += ms(after);
            talk.answer(POLL) == Frame::End(Check::Crc)
        };
        assert!(asked(next_file - 1) && !asked(next_file), "{}", profile.name);
    }
}

/// Where every receiver begins with polls, NAKs are another program's transfer.
#[test]
fn naks_ask_for_sums_where_some_receiver_has_nothing_else() {
    for (profile, sums) in [
        (Profile::PLAIN, true),
        (Profile::UBOOT, true),
        (Profile::JH7110_ROM, false),
        (Profile::JH7110_AGENT, true),
        (Profile::JH7100, true),
    ] {
        let mut talk = Talk::xmodem(profile, 100);
        talk.time();
        talk.now = ms(1000);
        talk.hear(&[NAK; 5]);
        let begins =
            matches!(talk.after(1000), Action::Send(Frame::Block(it)) if it.check == Check::Sum);
        assert_eq!(begins, sums, "{}", profile.name);
    }
    let short = Profile::JH7110_ROM.short_blocks();
    assert_eq!(short, Profile { long_blocks: false, ..Profile::JH7110_ROM });
    assert_eq!((Profile::JH7110_AGENT.cancels, Profile::JH7110_AGENT_EMMC.cancels), (3, 0));
}

/// What has passed without a start is not waited for again.
#[test]
fn requests_for_sums_that_are_too_old_are_forgotten() {
    let mut talk = Talk::xmodem(Profile::JH7110_AGENT, 100);
    talk.time();
    talk.now = ms(100);
    talk.hear(&[NAK, NAK]);
    talk.now = ms(1000);
    assert_eq!(talk.hear(&[POLL]), Action::Wait(ms(3000)), "the poll says that it knows CRCs");
    talk.now = ms(3000);
    assert_eq!(talk.time(), Action::Wait(ms(30_000)));
}

/// Who was named is not taken for a mask ROM, however quick its polls are.
#[test]
fn quick_polls_of_a_known_receiver_are_its_own() {
    let mut talk = Talk::xmodem(Profile::UBOOT, 3000);
    talk.time();
    for _ in 0..2 {
        talk.now += ms(130);
        assert!(matches!(talk.hear(&[POLL]), Action::Wait(_)));
    }
    assert!(matches!(talk.after(40), Action::Send(_)), "300 ms are over");
}
