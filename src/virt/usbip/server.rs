//! Boards on offer: attached to this machine's own controller, or over TCP to clients that import them.

use std::{
    fmt, io,
    net::{SocketAddr, TcpListener, TcpStream},
    os::{fd::AsFd, unix::net::UnixStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    patient,
    session::{Ended, Session},
    slot::{Slot, Unavailable},
    vhci::{ServeError, Vhci},
    wire::{self, BUS_ID, OP, Op, Speed, Status},
};
use crate::{
    transport::{PortPath, Stop},
    virt::{Wanted, bus::Bus},
};
use link::device::Identity;

/// Clients at a time: far more than anybody has boards.
const CLIENTS: usize = 64;
/// Bytes on their way to or from this machine's kernel: what the kernel hands over is then taken in one go.
#[cfg(target_os = "linux")]
const BUFFER: usize = 1 << 20;
/// How often a listener looks for clients, and whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(50);

/// Something that happened, for the user to see.
#[derive(Debug)]
pub struct Event {
    /// The board's name, or the client's address where it is not about a board.
    pub who: String,
    /// Where the board is.
    pub port: Option<PortPath>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Debug)]
pub enum What {
    /// The board is on this machine's bus.
    Attached,
    /// The board is offered to clients.
    Offered,
    /// A client has the board.
    Imported(SocketAddr),
    /// The board has disconnected.
    Left,
    /// The client let the board go.
    Released,
    /// A client was not served: there are too many.
    Refused(String),
    /// A client sent what is not USB/IP.
    Nonsense(String),
    /// What a person at the bench would have noticed.
    Note(String),
}

impl What {
    /// A stable word for scripts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Attached => "attached",
            Self::Offered => "offered",
            Self::Imported(_) => "imported",
            Self::Left => "left",
            Self::Released => "released",
            Self::Refused(_) => "refused",
            Self::Nonsense(_) => "nonsense",
            Self::Note(_) => "note",
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attached => f.write_str("attached to this machine"),
            Self::Offered => f.write_str("offered"),
            Self::Imported(client) => write!(f, "imported by {client}"),
            Self::Left => f.write_str("has disconnected"),
            Self::Released => f.write_str("was let go"),
            Self::Refused(why) => write!(f, "the client was not served: {why}"),
            Self::Nonsense(why) => write!(f, "the client sent what is not USB/IP: {why}"),
            Self::Note(text) => f.write_str(text),
        }
    }
}

/// Boards on offer, in threads of their own.
pub struct Server {
    /// What happens, until every thread has ended.
    pub events: Receiver<Event>,
    /// Where clients reach it, if they can.
    pub address: Option<SocketAddr>,
    threads: Vec<JoinHandle<Result<(), ServeError>>>,
}

impl Server {
    /// Waits for the threads to end, which they do when the user stops or all boards have left for good.
    pub fn join(self) -> Result<(), ServeError> {
        let mut outcome = Ok(());
        for thread in self.threads {
            let ended = thread
                .join()
                .expect("serving does not panic: every message is parsed by tested code");
            outcome = outcome.and(ended);
        }
        outcome
    }
}

/// Attaches boards to this machine's own virtual controller.
pub fn serve_vhci(boards: &[Wanted], stop: &Stop) -> Result<Server, ServeError> {
    let vhci = Vhci::find()?;
    let wishes: Vec<_> = boards.iter().map(|board| board.port().cloned()).collect();
    let ports = vhci.assign(&wishes)?;
    let vhci = Arc::new(vhci);
    let (tell, events) = channel();
    let mut threads = Vec::new();
    for (address, (board, port)) in (2..).zip(boards.iter().zip(ports)) {
        let slot = Slot::new(board.clone(), port, address)?;
        let (vhci, tell, stop) = (vhci.clone(), Teller::new(&slot, &tell), stop.clone());
        let serve = move || attached(&slot, &vhci, &tell, &stop);
        threads.push(thread(serve)?);
    }
    Ok(Server { events, address: None, threads })
}

/// Says what happens to one board.
struct Teller {
    who: String,
    port: PortPath,
    tell: Sender<Event>,
}

impl Teller {
    fn new(slot: &Slot, tell: &Sender<Event>) -> Self {
        Self { who: slot.wanted.name().to_owned(), port: slot.port.clone(), tell: tell.clone() }
    }

    fn say(&self, what: What) {
        // The receiver is gone when the command is about to end.
        let _ =
            self.tell.send(Event { who: self.who.clone(), port: Some(self.port.clone()), what });
    }

    /// Carries a session, and says what the board has to say and how it ended.
    fn carry<S: AsFd>(&self, session: Session<'_, S>, stop: &Stop) -> Ended {
        let ended = session.run(stop, &|note| self.say(What::Note(note)));
        match &ended {
            Ended::BoardLeft => self.say(What::Left),
            Ended::ClientLeft => self.say(What::Released),
            Ended::Nonsense(why) => self.say(What::Nonsense(why.clone())),
            Ended::Stopped => {}
        }
        ended
    }
}

/// Keeps a board on this machine's bus until it has left for good.
fn attached(slot: &Slot, vhci: &Vhci, tell: &Teller, stop: &Stop) -> Result<(), ServeError> {
    let Ok(mut board) = slot.take() else { return Ok(()) };
    let comes = slot.awaits(&mut board, stop);
    let served = if comes { attach(slot, &mut board, vhci, tell, stop) } else { Ok(()) };
    let kept = keep(&mut board);
    served.and(kept)
}

/// Has a board that is not served any more write what it keeps in a file.
fn keep(board: &mut Bus) -> Result<(), ServeError> {
    let kept = board.device().keep();
    kept.map_err(|error| other("the file of what the board keeps", io::Error::other(error)))
}

fn attach(
    slot: &Slot,
    board: &mut Bus,
    vhci: &Vhci,
    tell: &Teller,
    stop: &Stop,
) -> Result<(), ServeError> {
    loop {
        let (ours, theirs) = pair().map_err(|error| other("a socket pair", error))?;
        let speed = Speed::of(&board.device().identity());
        vhci.attach(&slot.port, &theirs, slot.address, speed)?;
        drop(theirs);
        tell.say(What::Attached);
        let ended = tell.carry(Session::new(ours, board), stop);
        let more = matches!(ended, Ended::BoardLeft) && slot.succeed(board, stop)?;
        if !more || stop.asked() {
            return Ok(());
        }
    }
}

/// A thread of the server's own.
fn thread(
    serve: impl FnOnce() -> Result<(), ServeError> + Send + 'static,
) -> Result<JoinHandle<Result<(), ServeError>>, ServeError> {
    thread::Builder::new().spawn(serve).map_err(|error| other("a thread", error))
}

fn pair() -> io::Result<(UnixStream, UnixStream)> {
    let (ours, theirs) = UnixStream::pair()?;
    #[cfg(target_os = "linux")]
    for end in [&ours, &theirs] {
        // Only root may; it is no more than faster.
        let _ = rustix::net::sockopt::set_socket_send_buffer_size_force(end, BUFFER);
    }
    Ok((ours, theirs))
}

fn other(what: &str, error: io::Error) -> ServeError {
    ServeError::Other { what: what.into(), error }
}

/// Offers boards to any client that imports them from `address`.
pub fn serve_tcp(
    boards: &[Wanted],
    address: SocketAddr,
    stop: &Stop,
) -> Result<Server, ServeError> {
    let failed = |error| ServeError::Listen { address, error };
    let listener = TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let bound = listener.local_addr().map_err(failed)?;
    let (tell, events) = channel();
    let mut slots = Vec::new();
    for (index, board) in (1u8..).zip(boards) {
        let port = board.port().cloned().unwrap_or_else(|| PortPath::new(1, &[index]));
        if slots.iter().any(|slot: &Slot| slot.port == port) {
            return Err(ServeError::Port { port, why: "it was asked for twice".into() });
        }
        let slot = Slot::new(board.clone(), port, u32::from(index) + 1)?;
        Teller::new(&slot, &tell).say(What::Offered);
        slots.push(slot);
    }
    let stop = stop.clone();
    let thread = thread(move || {
        listen(&listener, &slots, &tell, &stop);
        slots.iter().filter_map(|slot| slot.with(keep)).collect()
    })?;
    Ok(Server { events, address: Some(bound), threads: vec![thread] })
}

/// One of the clients that are served at a time.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn take(clients: &Arc<AtomicUsize>) -> Option<Self> {
        let one_more = |count| (count < CLIENTS).then_some(count + 1);
        let taken = clients.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more);
        taken.ok().map(|_| Self(Arc::clone(clients)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn listen(listener: &TcpListener, slots: &[Slot], tell: &Sender<Event>, stop: &Stop) {
    let clients = Arc::new(AtomicUsize::new(0));
    thread::scope(|scope| {
        while !stop.asked() {
            match listener.accept() {
                Ok((stream, client)) => {
                    let say = move |what| {
                        let _ = tell.send(Event { who: client.to_string(), port: None, what });
                    };
                    let Some(place) = Place::take(&clients) else {
                        say(What::Refused(format!("{CLIENTS} clients are connected")));
                        continue;
                    };
                    let serve = move || {
                        let _place = place;
                        if let Err(why) = welcome(stream, client, slots, tell, stop) {
                            say(What::Nonsense(why));
                        }
                    };
                    if let Err(error) = thread::Builder::new().spawn_scoped(scope, serve) {
                        say(What::Refused(error.to_string()));
                    }
                }
                // No client, or one that has left already.
                Err(_) => thread::sleep(LOOK),
            }
        }
    });
}

/// Serves one client. The error is what it did wrong.
fn welcome(
    stream: TcpStream,
    client: SocketAddr,
    slots: &[Slot],
    tell: &Sender<Event>,
    stop: &Stop,
) -> Result<(), String> {
    let silent = |error: io::Error| format!("no request came ({error})");
    prepare(&stream).map_err(silent)?;
    let mut head = [0; OP];
    patient::read_exact(&stream, &mut head).map_err(silent)?;
    match Op::from_bytes(head).map_err(|error| error.0)? {
        Op::List => patient::write_all(&stream, &list(slots)).map_err(silent),
        Op::Import => {
            let mut id = [0; BUS_ID];
            patient::read_exact(&stream, &mut id).map_err(silent)?;
            let id = wire::bus_id(&id);
            let slot = slots.iter().find(|slot| slot.port.to_string() == id);
            let status = |why| match why {
                Unavailable::Taken => Status::Busy,
                Unavailable::Gone => Status::NoDevice,
            };
            match slot
                .ok_or(Status::NoDevice)
                .and_then(|slot| Ok((slot, slot.take().map_err(status)?)))
            {
                Err(status) => {
                    patient::write_all(&stream, &wire::import(Err(status))).map_err(silent)
                }
                Ok((slot, board)) => {
                    imported(stream, client, slot, board, &Teller::new(slot, tell), stop);
                    Ok(())
                }
            }
        }
    }
}

fn prepare(stream: &TcpStream) -> io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_nodelay(true)
}

fn list(slots: &[Slot]) -> Vec<u8> {
    let there: Vec<_> = slots
        .iter()
        .filter_map(|slot| Some((slot.port.to_string(), slot, slot.with(identity)?)))
        .collect();
    let offers: Vec<_> =
        there.iter().map(|(id, slot, identity)| offer(id, slot, identity)).collect();
    wire::device_list(&offers)
}

fn identity(board: &mut Bus) -> Identity {
    board.device().identity()
}

fn offer<'o>(bus_id: &'o str, slot: &Slot, identity: &'o Identity) -> wire::Offer<'o> {
    wire::Offer { bus_id, bus: slot.port.bus().into(), address: slot.address, identity }
}

/// Serves a board to the client that has imported it. What comes after it waits for the next import: a client's kernel
/// takes the end of the connection for an unplugged cable. So does the board, when the client goes: it is powered off.
fn imported(
    stream: TcpStream,
    client: SocketAddr,
    slot: &Slot,
    mut board: Bus,
    tell: &Teller,
    stop: &Stop,
) {
    let identity = identity(&mut board);
    let id = slot.port.to_string();
    let answer = wire::import(Ok(offer(&id, slot, &identity)));
    if patient::write_all(&stream, &answer).is_ok() {
        tell.say(What::Imported(client));
        let ended = tell.carry(Session::new(stream, &mut board), stop);
        let next = match ended {
            Ended::BoardLeft => slot.succeed(&mut board, stop),
            Ended::Stopped => Ok(false),
            Ended::ClientLeft | Ended::Nonsense(_) => slot.cycle(&mut board).map(|()| true),
        };
        match next {
            Ok(true) => tell.say(What::Offered),
            Ok(false) => return slot.leave(),
            Err(error) => {
                tell.say(What::Note(error.to_string()));
                return slot.leave();
            }
        }
    }
    slot.put_back(board);
}
