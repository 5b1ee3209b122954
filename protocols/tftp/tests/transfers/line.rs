//! A line between a server and a client, on which packets take time and meet with fates. No real time passes.

use std::{cmp::Reverse, collections::BinaryHeap, time::Duration};

use tftp::{
    client::{Client, Event as Heard, Failure as Lost, Habits, To},
    server::{Event, Failure, Limits, Pull, Sent, Source, State, Transfer},
    wire::Packet,
};

/// The server's port for the transfer.
pub(crate) const PORT: u16 = 50_000;
/// How long a packet takes.
const LATENCY: Duration = Duration::from_micros(150);
/// How long one keeps the line to itself.
const GAP: Duration = Duration::from_micros(12);

/// What happens to a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Pass,
    Lose,
    Double,
    /// It comes this much later, behind others.
    Late(Duration),
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    Server,
    Client,
}

/// A packet, as who decides its fate sees it.
pub(crate) struct Sight<'p> {
    /// How many were put on the line before.
    pub(crate) n: usize,
    pub(crate) side: Side,
    pub(crate) bytes: &'p [u8],
    /// When it arrives, if it passes.
    pub(crate) arrives: Duration,
}

/// A file that comes in time, with pauses.
pub(crate) struct Stream<'f> {
    file: &'f [u8],
    /// Bytes that are there after this time, in the order of time; all of them, where it is empty.
    there: Vec<(Duration, usize)>,
    taken: usize,
    now: Duration,
}

impl<'f> Stream<'f> {
    pub(crate) fn whole(file: &'f [u8]) -> Self {
        Self::arriving(file, vec![(Duration::ZERO, file.len())])
    }

    pub(crate) fn arriving(file: &'f [u8], there: Vec<(Duration, usize)>) -> Self {
        Self { file, there, taken: 0, now: Duration::ZERO }
    }

    /// When more will be there.
    fn next(&self) -> Option<Duration> {
        self.there.iter().map(|(time, _)| *time).find(|time| *time > self.now)
    }
}

impl Source for Stream<'_> {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        let there = self.there.iter().rfind(|(time, _)| *time <= self.now).map_or(0, |(_, n)| *n);
        let count = buf.len().min(there - self.taken);
        buf[..count].copy_from_slice(&self.file[self.taken..self.taken + count]);
        self.taken += count;
        match count {
            0 if self.taken == self.file.len() => Pull::End,
            0 => Pull::Later,
            _ => Pull::Bytes(count),
        }
    }
}

/// What became of a transfer.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) got: Vec<u8>,
    pub(crate) client: Result<(), Lost>,
    pub(crate) server: State,
    pub(crate) failure: Option<Failure>,
    pub(crate) sent: Sent,
    /// Packets that were put on the line.
    pub(crate) packets: usize,
    /// Blocks that were put on the line.
    pub(crate) blocks: u64,
    pub(crate) took: Duration,
}

impl Outcome {
    /// The transfer, which must have brought the file to the client.
    #[track_caller]
    pub(crate) fn good(self, file: &[u8]) -> Self {
        assert_eq!(self.client, Ok(()), "{:?} {:?}", self.failure, self.sent);
        assert!(self.got == file, "{} of {} bytes", self.got.len(), file.len());
        // The client goes when its last acknowledgement is out, whether that arrives or not.
        match &self.failure {
            None => assert_eq!(self.server, State::Done),
            Some(failure) => assert!(matches!(failure, Failure::Unconfirmed { .. }), "{failure}"),
        }
        self
    }
}

type OnTheWay = Reverse<(Duration, usize, Side, Vec<u8>)>;

pub(crate) struct Line<'t> {
    way: BinaryHeap<OnTheWay>,
    /// When a side's last packet has left.
    free: [Duration; 2],
    count: usize,
    fate: &'t mut dyn FnMut(Sight<'_>) -> Fate,
}

impl<'t> Line<'t> {
    pub(crate) fn new(fate: &'t mut dyn FnMut(Sight<'_>) -> Fate) -> Self {
        Self { way: BinaryHeap::new(), free: [Duration::ZERO; 2], count: 0, fate }
    }

    /// Packets that were put on it.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// When the next packet arrives.
    pub(crate) fn arrives(&self) -> Option<Duration> {
        self.way.peek().map(|Reverse((time, ..))| *time)
    }

    /// Takes the packet that arrives next.
    pub(crate) fn take(&mut self) -> Option<(Side, Vec<u8>)> {
        self.way.pop().map(|Reverse((_, _, side, bytes))| (side, bytes))
    }

    pub(crate) fn put(&mut self, side: Side, bytes: Vec<u8>, now: Duration) {
        let free = &mut self.free[side as usize];
        *free = now.max(*free) + GAP;
        let arrives = *free + LATENCY;
        let fate = (self.fate)(Sight { n: self.count, side, bytes: &bytes, arrives });
        let times = match fate {
            Fate::Pass => vec![arrives],
            Fate::Lose => vec![],
            Fate::Double => vec![arrives, arrives],
            Fate::Late(late) => vec![arrives + late],
        };
        self.count += 1;
        for (copy, time) in times.into_iter().enumerate() {
            self.way.push(Reverse((time, 2 * self.count + copy, side, bytes.clone())));
        }
    }
}

/// Carries out a transfer from the first request to the end of both sides.
pub(crate) fn transfer(
    mut stream: Stream<'_>,
    habits: Habits,
    mut fate: impl FnMut(Sight<'_>) -> Fate,
) -> Outcome {
    let mut client = Client::new("file", habits);
    let mut server = Transfer::new(Limits::ETHERNET, None);
    let mut line = Line::new(&mut fate);
    let (mut got, mut now, mut blocks) = (Vec::new(), Duration::ZERO, 0);
    loop {
        // The next thing that happens.
        let arrives = line.arrives();
        let feeds = (server.state() == State::Starved).then(|| stream.next()).flatten();
        let times = [arrives, client.deadline(), server.deadline(), feeds];
        let Some(time) = times.into_iter().flatten().min() else { break };
        now = now.max(time);
        stream.now = now;
        let mut said = Vec::new();
        if arrives.is_some_and(|arrives| arrives <= now) {
            let Some((side, bytes)) = line.take() else { continue };
            match side {
                Side::Server => {
                    let reply = client.on(Heard::Packet { from: PORT, bytes: &bytes }, now);
                    got.extend(reply.data);
                    said = reply.send;
                }
                Side::Client => hear(&mut server, &bytes, now, &mut stream),
            }
        } else {
            said = client.on(Heard::Time, now).send;
            server.on(Event::Time, now, &mut stream);
        }
        for (to, bytes) in said {
            assert!(to == To::Server || to == To::Port(PORT));
            line.put(Side::Client, bytes, now);
        }
        while let Some(packet) = server.transmit() {
            blocks += u64::from(packet[1] == 3);
            line.put(Side::Server, packet.to_vec(), now);
            server.transmitted();
        }
        assert!(now < Duration::from_secs(86_400), "it goes on and on");
    }
    Outcome {
        got,
        client: client.outcome().expect("it is over").map_err(Clone::clone),
        server: server.state(),
        failure: server.failure().cloned(),
        sent: server.sent(),
        packets: line.count,
        blocks,
        took: now,
    }
}

fn hear(server: &mut Transfer, bytes: &[u8], now: Duration, stream: &mut Stream<'_>) {
    match Packet::parse(bytes).expect("the client speaks TFTP") {
        Packet::Read(request) => {
            let event = Event::Request { options: &request.options, anew: false };
            server.on(event, now, stream);
        }
        _ => server.on(Event::Packet(bytes), now, stream),
    }
}

/// A file of this length, in which no two places are alike.
pub(crate) fn file(length: usize) -> Vec<u8> {
    (0..length as u32)
        .flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes())
        .take(length)
        .collect()
}
