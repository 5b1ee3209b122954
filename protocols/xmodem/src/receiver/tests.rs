use alloc::vec;

use super::*;

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A receiver that has polled once, and the time that it is told.
struct Talk {
    receiver: Receiver,
    now: Duration,
    heard: Vec<Heard>,
}

impl Talk {
    fn xmodem(manner: Manner) -> Self {
        Self::of(Receiver::xmodem(manner))
    }

    fn ymodem(manner: Manner) -> Self {
        Self::of(Receiver::ymodem(manner))
    }

    fn of(receiver: Receiver) -> Self {
        let mut talk = Self { receiver, now: ms(0), heard: Vec::new() };
        assert_eq!(talk.tell(Event::Time), [POLL]);
        talk
    }

    fn tell(&mut self, event: Event) -> Vec<u8> {
        let reply = self.receiver.on(event, self.now);
        self.heard.extend(reply.heard);
        reply.send
    }

    /// Bytes that come at once, and the answers to them.
    fn hear(&mut self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().flat_map(|byte| self.tell(Event::Byte(*byte))).collect()
    }

    /// What it says of its own accord within that time, and when, from now on in ms.
    fn after(&mut self, time: u64) -> Vec<(u128, Vec<u8>)> {
        let (begin, end, mut said) = (self.now, self.now + ms(time), Vec::new());
        while let Some(until) = self.receiver.deadline().filter(|until| *until <= end) {
            self.now = self.now.max(until);
            let bytes = self.tell(Event::Time);
            if !bytes.is_empty() {
                said.push(((self.now - begin).as_millis(), bytes));
            }
        }
        self.now = end;
        said
    }

    /// Takes a block of that number at once.
    fn taken(mut self, number: u8) -> Self {
        assert_eq!(self.hear(&block(number)), [ACK]);
        self
    }
}

fn block(number: u8) -> Vec<u8> {
    wire::block(number, &[number; 128], Check::Crc)
}

fn header(size: Option<u64>) -> Vec<u8> {
    let info = FileInfo { name: "a".into(), size };
    wire::block(0, &info.to_block().expect("a short name"), Check::Crc)
}

#[test]
fn it_asks_for_crcs_then_for_sums_and_gives_up() {
    let mut talk = Talk::xmodem(Manner { polls: 2, ..Manner::PLAIN });
    let said = [(1000, vec![POLL]), (2000, vec![NAK]), (3000, vec![NAK]), (4000, vec![CAN; 3])];
    assert_eq!(talk.after(60_000), said);
    assert_eq!(talk.heard, [Heard::Failed(Failure::NoStart)]);
    assert!(talk.receiver.done());
    assert_eq!(talk.receiver.deadline(), None);
    assert_eq!(talk.hear(&block(1)), [], "it is over");
}

#[test]
fn nothing_is_said_before_its_time() {
    let mut talk = Talk::xmodem(Manner::PLAIN);
    assert_eq!(talk.receiver.deadline(), Some(ms(1000)));
    talk.now = ms(999);
    assert_eq!(talk.tell(Event::Time), []);
    talk.now = ms(1000);
    assert_eq!(talk.tell(Event::Sent), [], "its own answer has left");
    assert_eq!(talk.tell(Event::Time), [POLL]);
}

#[test]
fn a_block_that_stops_in_its_middle_is_refused_after_the_gap_and_the_calm() {
    let mut talk = Talk::xmodem(Manner::PLAIN);
    talk.hear(&block(1)[..50]);
    talk.now = ms(900);
    talk.hear(&block(1)[50..60]);
    assert_eq!(talk.after(3000), [(1100, vec![NAK])], "1000 ms from its last byte, and 100");
    talk.hear(&block(1)[..1]);
    assert_eq!(talk.after(3000), [(1100, vec![NAK])], "also after its first");
    assert_eq!(talk.hear(&block(1)), [ACK]);
    assert_eq!(talk.heard, [Heard::Data(vec![1; 128])]);
}

/// What still comes of a damaged block puts the refusal off.
#[test]
fn a_refusal_waits_for_silence() {
    let mut talk = Talk::xmodem(Manner::PLAIN);
    let mut bad = block(1);
    bad[60] ^= 1;
    assert_eq!(talk.hear(&bad), []);
    talk.now += ms(60);
    assert_eq!(talk.hear(&[0x55]), []);
    assert_eq!(talk.after(3000), [(100, vec![NAK])]);
    // U-Boot does not wait, and it says it with a poll.
    let mut talk = Talk::xmodem(Manner::UBOOT);
    assert_eq!(talk.hear(&bad), [POLL]);
}

/// A number that does not fit its complement is junk to U-Boot: it asks again when nothing more comes.
#[test]
fn a_damaged_number_is_refused_or_junk() {
    let mut bad = block(1);
    bad[1] ^= 1;
    let mut talk = Talk::xmodem(Manner::PLAIN);
    talk.hear(&bad);
    assert_eq!(talk.after(1000), [(100, vec![NAK])]);
    let mut talk = Talk::xmodem(Manner::UBOOT);
    assert_eq!(talk.hear(&bad), []);
    assert_eq!(talk.after(3000), [(2060, vec![POLL])]);
}

#[test]
fn who_waits_for_the_next_block_asks_for_it_in_its_own_time() {
    let mut talk = Talk::xmodem(Manner::LRZSZ).taken(1);
    assert_eq!(talk.after(10_000), [(10_000, vec![NAK])]);
    let mut talk = Talk::xmodem(Manner::UBOOT).taken(1);
    assert_eq!(talk.after(2060), [(2060, vec![POLL])]);
    let mut talk = Talk::xmodem(Manner::JH7110_AGENT).taken(1);
    assert_eq!(talk.receiver.deadline(), None, "it waits for ever");
    assert_eq!(talk.after(100_000), []);
}

#[test]
fn a_block_comes_twice_and_counts_once() {
    let mut talk = Talk::xmodem(Manner::PLAIN).taken(1).taken(1).taken(2).taken(2);
    assert_eq!(talk.heard, [Heard::Data(vec![1; 128]), Heard::Data(vec![2; 128])]);
    // One that is neither the last nor the next is refused.
    assert_eq!(talk.hear(&block(1)), []);
    assert_eq!(talk.after(1000), [(100, vec![NAK])]);
    assert_eq!(talk.hear(&block(4)), []);
    assert_eq!(talk.after(1000), [(100, vec![NAK])]);
    // Before the first block nothing is a duplicate, except of block 0.
    let mut talk = Talk::xmodem(Manner::PLAIN);
    assert_eq!(talk.hear(&block(0)), []);
    assert_eq!(talk.after(1000), [(100, vec![NAK])]);
    let mut talk = Talk::ymodem(Manner::PLAIN);
    assert_eq!(talk.hear(&header(None)), [ACK, POLL]);
    assert_eq!(talk.hear(&header(None)), [ACK]);
    assert_eq!(talk.heard.len(), 1);
}

#[test]
fn a_batch_begins_with_block_0() {
    let mut talk = Talk::ymodem(Manner::PLAIN);
    assert_eq!(talk.hear(&[EOT]), []);
    assert_eq!(talk.after(1000), [(1000, vec![POLL])], "no file can end yet");
    assert_eq!(talk.hear(&block(1)), []);
    assert_eq!(talk.after(150), [(100, vec![NAK])]);
    assert_eq!(talk.hear(&header(Some(130))), [ACK, POLL]);
    let info = FileInfo { name: "a".into(), size: Some(130) };
    assert_eq!(talk.heard, [Heard::File(info)]);
}

/// The agent takes no duplicate of block 255 when it expects block 0: a bug that the tool must live with.
#[test]
fn block_255_is_no_duplicate_to_the_agent() {
    let all = |manner| (1..=255).fold(Talk::xmodem(manner), Talk::taken);
    let mut talk = all(Manner::PLAIN).taken(255).taken(0);
    assert_eq!(talk.heard.len(), 256);
    talk = all(Manner::JH7110_AGENT);
    assert_eq!(talk.hear(&block(255)), []);
    assert_eq!(talk.after(1000), [(75, vec![NAK])]);
    // Block 254 is one, when 255 comes next.
    (1..=254).fold(Talk::xmodem(Manner::JH7110_AGENT), Talk::taken).taken(254);
}

/// U-Boot listens for 2 s after a poll and throws away what comes later.
#[test]
fn u_boot_is_deaf_between_its_polls() {
    let mut talk = Talk::xmodem(Manner::UBOOT);
    talk.now = ms(2000);
    talk = talk.taken(1);
    talk.now += ms(2059);
    talk.taken(2);
    let mut talk = Talk::xmodem(Manner::UBOOT);
    talk.now = ms(2001);
    assert_eq!(talk.hear(&block(1)), []);
    assert_eq!(talk.after(2729), [(2729, vec![POLL])]);
    talk.taken(1);
}

#[test]
fn junk_brings_a_poll_from_the_agent_and_only_before_the_first_block() {
    let mut talk = Talk::xmodem(Manner::JH7110_AGENT);
    assert_eq!(talk.hear(b"xy"), [POLL, POLL]);
    assert_eq!(talk.hear(&[CAN]), [], "half of the end of a transfer is no junk");
    talk = talk.taken(1);
    assert_eq!(talk.hear(b"xy"), []);
    assert_eq!(Talk::xmodem(Manner::PLAIN).hear(b"xy"), []);
}

#[test]
fn cans_in_a_row_cancel() {
    for (manner, cans) in [(Manner::PLAIN, 2), (Manner::UBOOT, 3)] {
        let mut talk = Talk::xmodem(manner).taken(1);
        assert_eq!(talk.hear(&vec![CAN; cans - 1]), []);
        assert_eq!(talk.hear(b"x"), []);
        assert_eq!(talk.hear(&vec![CAN; cans - 1]), [], "they are not in a row");
        assert_eq!(talk.hear(&[CAN]), [ACK]);
        assert_eq!(talk.heard[1..], [Heard::Failed(Failure::Cancelled)]);
        assert!(talk.receiver.done());
    }
    // One is nothing, and hides no end.
    let mut talk = Talk::xmodem(Manner::PLAIN).taken(1);
    assert_eq!(talk.hear(&[CAN, EOT]), []);
    assert_eq!(talk.after(1000), [(100, vec![ACK])]);
}

#[test]
fn the_end_is_answered_after_silence() {
    let mut talk = Talk::xmodem(Manner::PLAIN).taken(1);
    assert_eq!(talk.hear(&[EOT]), []);
    assert_eq!(talk.after(1000), [(100, vec![ACK])]);
    assert_eq!(talk.heard[1..], [Heard::End]);
    assert!(talk.receiver.done());
    // A byte that follows it shows that it was none, or puts the answer off.
    let mut talk = Talk::xmodem(Manner::PLAIN).taken(1);
    talk.hear(&[EOT]);
    talk.now += ms(60);
    talk.hear(&[0x55]);
    assert_eq!(talk.after(1000), [(100, vec![NAK])]);
    assert!(!talk.receiver.done());
    let mut talk = Talk::xmodem(Manner::JH7110_AGENT).taken(1);
    talk.hear(&[EOT]);
    talk.now += ms(60);
    talk.hear(&[0x55]);
    assert_eq!(talk.after(1000), [(75, vec![ACK])]);
    // U-Boot needs no silence and says it twice.
    let mut talk = Talk::xmodem(Manner::UBOOT).taken(1);
    assert_eq!(talk.hear(&[EOT]), [ACK, ACK]);
}

#[test]
fn junk_hides_the_end_from_those_who_need_quiet() {
    let mut talk = Talk::xmodem(Manner::UBOOT).taken(1);
    assert_eq!(talk.hear(&[0x55, EOT]), []);
    assert_eq!(talk.after(2060), [(2060, vec![POLL])], "it asks for the next block");
    assert_eq!(talk.hear(&[EOT]), [ACK, ACK]);
    let mut talk = Talk::xmodem(Manner::JH7110_AGENT).taken(1);
    assert_eq!(talk.hear(&[0x55, EOT]), []);
    assert_eq!(talk.after(1000), [(75, vec![ACK])]);
    // A block that is taken, and a refusal, end the junk.
    let mut talk = Talk::xmodem(Manner::UBOOT).taken(1);
    talk.hear(&[0x55]);
    assert_eq!(talk.taken(2).hear(&[EOT]), [ACK, ACK]);
    let mut talk = Talk::xmodem(Manner::PLAIN).taken(1);
    talk.hear(&[0x55]);
    assert_eq!(talk.after(5000), [(5000, vec![NAK])]);
    talk.hear(&[EOT]);
    assert_eq!(talk.after(1000), [(100, vec![ACK])]);
}

#[test]
fn ends_may_be_refused_first() {
    let manner = Manner { end_refusals: 2, ..Manner::PLAIN };
    let mut talk = Talk::xmodem(manner).taken(1);
    assert_eq!(talk.hear(&[EOT, EOT]), [NAK, NAK]);
    assert_eq!(talk.hear(&[EOT]), []);
    assert_eq!(talk.after(1000), [(100, vec![ACK])]);
}

#[test]
fn a_batch_goes_on_with_a_poll() {
    let mut talk = Talk::ymodem(Manner::LRZSZ);
    assert_eq!(talk.hear(&header(Some(100))), [ACK, POLL]);
    talk = talk.taken(1);
    talk.hear(&[EOT]);
    assert_eq!(talk.after(2500), [(1000, vec![ACK]), (2000, vec![POLL])]);
    assert_eq!(talk.hear(&header(Some(0))), [ACK, POLL], "the second file");
    assert_eq!(talk.hear(&[EOT]), []);
    talk.after(2500);
    assert_eq!(talk.hear(&wire::block(0, &[0; 128], Check::Crc)), [ACK]);
    let data = Heard::Data(vec![1; 100]);
    assert_eq!((&talk.heard[1], &talk.heard[3..]), (&data, &[Heard::End][..]));
    assert!(talk.receiver.done());
    // U-Boot says no poll after block 0, and the next one at once.
    let mut talk = Talk::ymodem(Manner::UBOOT);
    assert_eq!(talk.hear(&header(None)), [ACK]);
    assert_eq!(talk.taken(1).hear(&[EOT]), [ACK, ACK, POLL]);
}

/// After a file the next one is asked for as often as the first one was.
#[test]
fn the_polls_of_each_file_are_counted_anew() {
    let mut talk = Talk::ymodem(Manner { polls: 2, ..Manner::UBOOT });
    assert_eq!(talk.after(4730), [(4730, vec![POLL])]);
    talk.hear(&header(None));
    assert_eq!(talk.hear(&[EOT]), [ACK, ACK, POLL]);
    assert_eq!(talk.after(9460), [(4730, vec![POLL]), (9460, vec![NAK])]);
}

#[test]
fn a_file_of_another_length_than_announced_is_told() {
    let mut talk = Talk::ymodem(Manner::UBOOT);
    talk.hear(&header(Some(300)));
    talk = talk.taken(1);
    assert_eq!(talk.hear(&[EOT]), [CAN; 3]);
    let failure = Failure::WrongLength { announced: 300, came: 128 };
    assert_eq!(talk.heard[2..], [Heard::Failed(failure)]);
    // What is more than announced is padding.
    let mut talk = Talk::ymodem(Manner::UBOOT);
    talk.hear(&header(Some(130)));
    talk = talk.taken(1).taken(2).taken(3);
    let data = |number: u8, length| Heard::Data(vec![number; length]);
    assert_eq!(talk.heard[1..], [data(1, 128), data(2, 2), data(3, 0)]);
    assert_eq!(talk.hear(&[EOT]), [ACK, ACK, POLL]);
}

#[test]
fn refusals_have_an_end() {
    let mut bad = block(1);
    bad[60] ^= 1;
    let mut talk = Talk::xmodem(Manner { patience: 2, ..Manner::UBOOT });
    assert_eq!([talk.hear(&bad), talk.hear(&bad)], [[POLL], [POLL]]);
    assert_eq!(talk.hear(&block(1)), [ACK], "which begins the count anew");
    assert_eq!([talk.hear(&bad), talk.hear(&bad)], [[POLL], [POLL]]);
    assert_eq!(talk.hear(&bad), [CAN; 3]);
    assert_eq!(talk.heard[1..], [Heard::Failed(Failure::Unreadable)]);
}

#[test]
fn sums_are_asked_for_with_naks() {
    let mut receiver = Receiver::xmodem(Manner::PLAIN).with_sums();
    assert_eq!(receiver.on(Event::Time, ms(0)).send, [NAK]);
    let frame = wire::block(1, &[1; 1024], Check::Sum);
    let (last, rest) = frame.split_last().expect("it is long");
    for byte in rest {
        assert_eq!(receiver.on(Event::Byte(*byte), ms(1)), Reply::default());
    }
    assert_eq!(receiver.on(Event::Byte(*last), ms(1)).send, [ACK]);
}

/// The times in ms that were measured of each family, or follow from its code.
#[test]
fn every_family_keeps_its_own_time() {
    // From poll to poll; the polls; the gap in a block; the calm before a refusal and before the answer to EOT.
    for (manner, name, poll, polls, gap, calm, end) in [
        (Manner::PLAIN, "plain", 1000, 60, 1000, 100, 100),
        (Manner::JH7110_ROM, "jh7110-rom", 130, 1000, 50, 75, 75),
        (Manner::JH7110_AGENT, "jh7110-agent", 50, 1000, 50, 75, 75),
        (Manner::JH7100, "jh7100", 1000, 1000, 1000, 1500, 1500),
        (Manner::UBOOT, "u-boot", 4730, 19, 2000, 0, 0),
        (Manner::LRZSZ, "lrzsz", 3000, 60, 5000, 0, 1000),
    ] {
        assert_eq!(manner.name, name);
        let said = Talk::xmodem(manner).after(poll * polls);
        let last = polls as usize - 1;
        assert_eq!((said.len(), said[0].0), (last + 1, u128::from(poll)), "{name}");
        assert_eq!((&said[last - 1].1[..], &said[last].1[..]), (&[POLL][..], &[NAK][..]), "{name}");
        let mut talk = Talk::xmodem(manner);
        talk.hear(&block(1)[..50]);
        assert_eq!(talk.after(gap + calm)[0].0, u128::from(gap + calm), "{name}");
        let mut talk = Talk::xmodem(manner).taken(1);
        let answers = talk.hear(&[EOT]).len() + talk.after(end).len();
        assert!(answers > 0 && talk.receiver.done(), "{name}");
        if end > 0 {
            let mut talk = Talk::xmodem(manner).taken(1);
            talk.hear(&[EOT]);
            assert_eq!(talk.after(end - 1), [], "{name}");
        }
    }
}

/// How many refusals of a block each family makes before it gives up.
#[test]
fn every_family_has_its_own_patience() {
    let mut bad = block(1);
    bad[60] ^= 1;
    for (manner, patience) in [
        (Manner::PLAIN, Some(30)),
        (Manner::UBOOT, Some(20)),
        (Manner::JH7100, Some(1000)),
        (Manner::JH7110_AGENT, None),
    ] {
        let mut talk = Talk::xmodem(manner);
        for _ in 0..patience.unwrap_or(2000) {
            talk.hear(&bad);
            talk.after(1500);
            assert!(!talk.receiver.done(), "{}", manner.name);
        }
        talk.hear(&bad);
        talk.after(1500);
        assert_eq!(talk.receiver.done(), patience.is_some(), "{}", manner.name);
    }
}

/// Who asks for the next block of its own accord, and who overlooks an end after junk or takes it back.
#[test]
fn every_family_has_its_own_manners() {
    for (manner, idle, needs_quiet, takes_back) in [
        (Manner::PLAIN, Some(5000), true, true),
        (Manner::JH7110_AGENT, None, false, false),
        (Manner::JH7100, None, false, false),
        (Manner::UBOOT, Some(2060), true, false),
        (Manner::LRZSZ, Some(10_000), false, false),
    ] {
        let talk = Talk::xmodem(manner).taken(1);
        assert_eq!(talk.receiver.deadline(), idle.map(ms), "{}", manner.name);
        let mut talk = Talk::xmodem(manner).taken(1);
        talk.hear(&[0x55, EOT]);
        talk.after(1500);
        assert_eq!(talk.receiver.done(), !needs_quiet, "{}", manner.name);
        let mut talk = Talk::xmodem(manner).taken(1);
        talk.hear(&[EOT, 0x55]);
        talk.after(1500);
        assert_eq!(talk.receiver.done(), !takes_back, "{}", manner.name);
    }
}
