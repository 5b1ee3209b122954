//! Boards on a line, and a server at the other end of their network.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use link::{
    Silent,
    line::Line,
    serial::{Said, SerialDevice},
    storage::{Memory, SECTOR},
};
use tftp::{
    receiver::{self, Receiver},
    server::{Event, Limits, Pull, Source, Transfer},
    wire::{ErrorCode, Packet as Message},
};
use uboot::{
    disk::Kind,
    host::{Console, Output, Prompt, reach_prompt},
    rom::{Board, Drive, Flaw, Network, Packet, Profile, World},
};

pub(crate) const LIMIT: Duration = Duration::from_secs(60);
/// The server's address.
pub(crate) const SERVER: &str = "10.0.0.1";

/// A board that a test can look at while it hangs on a line.
struct Shared(Arc<Mutex<Board>>);

/// The board.
pub(crate) fn on(board: &Arc<Mutex<Board>>) -> MutexGuard<'_, Board> {
    board.lock().expect("nobody panicked")
}

impl SerialDevice for Shared {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        on(&self.0).receive(bytes, now);
    }

    fn next(&mut self, now: Duration) -> Said {
        on(&self.0).next(now)
    }

    fn baud(&self) -> u32 {
        on(&self.0).baud()
    }

    fn reset(&mut self, now: Duration) {
        on(&self.0).reset(now);
    }
}

/// A board and its line.
pub(crate) struct Bench {
    pub(crate) line: Line,
    pub(crate) board: Arc<Mutex<Board>>,
}

impl Bench {
    pub(crate) fn new(profile: Profile, world: World) -> Self {
        let board = Arc::new(Mutex::new(Board::new(profile, world)));
        let line = Line::new(Box::new(Shared(Arc::clone(&board))), 115_200);
        Self { line, board }
    }

    /// A board of no particular maker with these disks, and the server.
    pub(crate) fn with(drives: Vec<Drive>, server: Server, flaw: Option<Flaw>) -> Self {
        let network: Option<Box<dyn Network>> = Some(Box::new(server));
        Self::new(Profile::default(), World { drives, network, flaw, ..World::new(115_200) })
    }

    /// Gets to the prompt and works there.
    pub(crate) fn at_prompt<T>(&mut self, work: impl FnOnce(&mut Prompt<'_, '_>) -> T) -> T {
        let mut silent = Silent;
        let mut console = Console::new(&mut self.line, &mut silent);
        let mut prompt = reach_prompt(&mut console).expect("a prompt");
        work(&mut prompt)
    }

    /// What each command prints, with its status.
    pub(crate) fn run(&mut self, commands: &[&str]) -> Vec<Output> {
        self.at_prompt(|prompt| commands.iter().map(|command| run(prompt, command)).collect())
    }

    /// The same for one.
    pub(crate) fn say(&mut self, command: &str) -> Output {
        self.run(&[command]).remove(0)
    }

    /// What a disk holds.
    pub(crate) fn sectors(&self, drive: usize, sector: u64, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count * SECTOR];
        let mut board = on(&self.board);
        let storage = board.world().drives[drive].storage().expect("it is no empty slot");
        storage.read_at(sector, &mut bytes).expect("in memory");
        bytes
    }
}

pub(crate) fn run(prompt: &mut Prompt<'_, '_>, command: &str) -> Output {
    prompt.run(command, LIMIT).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// A blank disk.
pub(crate) fn drive(kind: Kind, sectors: u64) -> Drive {
    Drive::new(kind, "BJTD4R", Box::new(Memory::new(sectors, 0)))
}

pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 + i / 251) as u8).collect()
}

/// A file that is read forward.
struct File {
    bytes: Vec<u8>,
    at: usize,
}

impl Source for File {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        let rest = &self.bytes[self.at..];
        let count = rest.len().min(buf.len());
        buf[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        if count == 0 { Pull::End } else { Pull::Bytes(count) }
    }
}

/// A TFTP server with files, one transfer at a time.
#[derive(Default)]
pub(crate) struct Server {
    files: BTreeMap<String, Vec<u8>>,
    /// The packet with this number, counted from 1 in both directions, is lost.
    loses: Option<u64>,
    /// The server's computer is not there.
    gone: bool,
    /// It hears and says nothing.
    mute: bool,
    /// It takes requests at another port than TFTP's.
    elsewhere: Option<u16>,
    count: u64,
    transfer: Option<(Transfer, File)>,
    /// The file that is written, and the ones that were.
    receiver: Option<(Receiver, Vec<u8>)>,
    pub(crate) written: Arc<Mutex<Vec<Vec<u8>>>>,
    out: VecDeque<Vec<u8>>,
    client: Option<Packet>,
}

impl Server {
    pub(crate) fn with(name: &str, file: &[u8]) -> Self {
        Self { files: BTreeMap::from([(name.into(), file.to_vec())]), ..Self::default() }
    }

    /// Packet number `number` is lost.
    pub(crate) fn losing(self, number: u64) -> Self {
        Self { loses: Some(number), ..self }
    }

    /// Its computer is not there.
    pub(crate) fn gone(self) -> Self {
        Self { gone: true, ..self }
    }

    /// Its computer is there, and says nothing.
    pub(crate) fn mute(self) -> Self {
        Self { mute: true, ..self }
    }

    /// It takes requests at another port.
    pub(crate) fn elsewhere(self, port: u16) -> Self {
        Self { elsewhere: Some(port), ..self }
    }

    fn lost(&mut self) -> bool {
        self.count += 1;
        self.mute || self.loses == Some(self.count)
    }

    fn pump(&mut self) {
        if let Some((receiver, bytes)) = &mut self.receiver {
            if let Some(packet) = receiver.transmit() {
                self.out.push_back(packet.to_vec());
                receiver.transmitted();
            }
            if receiver.state() == receiver::State::Done && !bytes.is_empty() {
                self.written.lock().expect("nobody panicked").push(std::mem::take(bytes));
            }
        }
        let Some((transfer, _)) = &mut self.transfer else { return };
        while let Some(packet) = transfer.transmit() {
            self.out.push_back(packet.to_vec());
            transfer.transmitted();
        }
    }
}

impl Network for Server {
    fn send(&mut self, packet: Packet, now: Duration) {
        if self.lost() {
            return;
        }
        self.client = Some(packet.clone());
        if let Ok(Message::Write(request)) = Message::parse(&packet.bytes) {
            let event = Event::Request { options: &request.options, anew: true };
            let limits = receiver::Limits::ethernet(1 << 24);
            let (receiver, bytes) =
                self.receiver.get_or_insert_with(|| (Receiver::new(limits), Vec::new()));
            receiver.on(event, now, bytes);
            return self.pump();
        }
        if let Some((receiver, bytes)) = &mut self.receiver {
            receiver.on(Event::Packet(&packet.bytes), now, bytes);
        }
        if let Ok(Message::Read(request)) = Message::parse(&packet.bytes) {
            let port = self.elsewhere.unwrap_or(69);
            assert_eq!(packet.peer.port(), port, "requests go to the port for requests");
            let Some(file) = self.files.get(&*String::from_utf8_lossy(request.file)) else {
                let error = Message::Error { code: ErrorCode::NOT_FOUND, text: b"File not found" };
                return self.out.push_back(error.to_bytes());
            };
            let mut file = File { bytes: file.clone(), at: 0 };
            let mut transfer = Transfer::new(Limits::ETHERNET, None);
            let event = Event::Request { options: &request.options, anew: true };
            transfer.on(event, now, &mut file);
            self.transfer = Some((transfer, file));
        } else if let Some((transfer, file)) = &mut self.transfer {
            assert_eq!(packet.peer.port(), 50_000, "the rest goes to the transfer's port");
            transfer.on(Event::Packet(&packet.bytes), now, file);
        }
        self.pump();
    }

    fn receive(&mut self, now: Duration) -> Option<Packet> {
        if let Some((transfer, file)) = &mut self.transfer
            && transfer.deadline().is_some_and(|deadline| now >= deadline)
        {
            transfer.on(Event::Time, now, file);
            self.pump();
        }
        let bytes = self.out.pop_front()?;
        if self.lost() {
            return None;
        }
        let client = self.client.as_ref()?;
        let peer = std::net::SocketAddrV4::new(*client.peer.ip(), 50_000);
        Some(Packet { peer, own: client.own, bytes })
    }

    fn is_there(&mut self, _: std::net::Ipv4Addr, address: std::net::Ipv4Addr) -> bool {
        !self.gone && address.to_string() == SERVER
    }
}
