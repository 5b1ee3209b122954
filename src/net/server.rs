//! The server: its socket, its thread, and what is offered.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, SocketAddrV4, UdpSocket},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use sha2::{Digest, Sha256};
use tftp::server::Limits;

use super::{
    Inbox, Offer, Refusals, StartError, Why,
    channel::{Channel, Wake},
    session::Session,
    work::Work,
    worker::Worker,
};
use crate::transport::Stop;

/// The characters of names: none that a shell or a serial line treats in its own way.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// Characters in a name, of five bits each. U-Boot takes far longer ones.
const NAME: usize = 12;

/// A TFTP server at one address. It serves nothing but what is offered or awaited. All servers of this process at one address
/// are the same one, with one thread, until the last of them is dropped: boards ask at one port.
#[derive(Debug)]
pub struct Server {
    core: Arc<Core>,
    stop: Stop,
}

/// The socket's thread.
#[derive(Debug)]
struct Core {
    address: SocketAddrV4,
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
    /// What names are made of.
    secret: [u8; 32],
}

/// The servers of this process.
static CORES: Mutex<Vec<Weak<Core>>> = Mutex::new(Vec::new());

fn cores() -> MutexGuard<'static, Vec<Weak<Core>>> {
    CORES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the server and its thread share.
#[derive(Debug)]
pub(super) struct Shared {
    wake: Wake,
    closed: AtomicBool,
    /// Offers that the thread has not seen yet.
    offered: Mutex<Vec<Session>>,
    refusals: Mutex<Refusals>,
    count: Mutex<u64>,
}

impl Server {
    /// Listens on a UDP port of one of this computer's addresses: 69 is where boards ask; 0 chooses a free one. Offers end with
    /// the wish to `stop`.
    ///
    /// # Errors
    ///
    /// When the port cannot be listened on, mostly for want of permission.
    pub fn start(address: Ipv4Addr, port: u16, stop: &Stop) -> Result<Self, StartError> {
        let wanted = SocketAddrV4::new(address, port);
        let mut cores = cores();
        cores.retain(|core| core.strong_count() > 0);
        let known = cores.iter().filter_map(Weak::upgrade).find(|core| core.address == wanted);
        let core = match known {
            Some(core) => core,
            None => Arc::new(Core::start(wanted)?),
        };
        cores.push(Arc::downgrade(&core));
        Ok(Self { core, stop: stop.clone() })
    }
    /// Where it listens.
    pub fn address(&self) -> SocketAddrV4 {
        self.core.address
    }

    /// Offers a file to the board with this address, under a new name. It may be loaded once.
    pub fn offer(&self, peer: Ipv4Addr) -> Offer {
        self.offer_within(peer, Limits::ETHERNET.window_size)
    }

    /// The same with at most this many blocks on their way at a time, from 1 on, whatever the board asks for.
    pub fn offer_within(&self, peer: Ipv4Addr, window: u16) -> Offer {
        let (name, channel) = self.open(peer, Work::sending(window));
        Offer::new(name, channel, self.stop.clone())
    }

    /// Lets the board with this address write a file of at most `bytes` bytes, under a new name, once.
    pub fn accept(&self, peer: Ipv4Addr, bytes: u64) -> Inbox {
        let (name, channel) = self.open(peer, Work::receiving(bytes));
        Inbox::new(name, channel, self.stop.clone())
    }

    fn open(&self, peer: Ipv4Addr, work: Work) -> (String, Arc<Channel>) {
        let Core { shared, .. } = &*self.core;
        let name = self.core.name();
        let channel = Arc::new(Channel::new(shared.wake.clone()));
        let session = Session::new(name.clone(), peer, Arc::clone(&channel), work);
        shared.sessions().push(session);
        shared.wake.up();
        (name, channel)
    }

    /// What was refused until now.
    pub fn refusals(&self) -> Refusals {
        self.core.shared.refusals.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Core {
    /// Ends its thread, which takes no longer than a turn.
    fn end(&self) {
        self.shared.closed.store(true, Ordering::SeqCst);
        self.shared.wake.up();
        if let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = thread.join();
        }
    }

    fn start(wanted: SocketAddrV4) -> Result<Self, StartError> {
        let failed = |error| StartError::of(wanted, error);
        let address = *wanted.ip();
        if address.is_unspecified() || address.is_multicast() || address.is_broadcast() {
            return Err(StartError::NoAddress(address));
        }
        let socket = UdpSocket::bind(wanted).map_err(failed)?;
        socket.set_nonblocking(true).map_err(failed)?;
        let address = match socket.local_addr().map_err(failed)? {
            SocketAddr::V4(address) => address,
            SocketAddr::V6(_) => wanted,
        };
        let (wake, woken) = Wake::new().map_err(failed)?;
        let mut secret = [0; 32];
        getrandom::fill(&mut secret)
            .map_err(|error| failed(io::Error::other(error.to_string())))?;
        let shared = Arc::new(Shared::new(wake));
        let worker = Worker::new(address, socket, woken, Arc::clone(&shared));
        let thread = thread::Builder::new().name("tftp".into()).spawn(|| worker.run());
        let thread = Mutex::new(Some(thread.map_err(failed)?));
        Ok(Self { address, shared, thread, secret })
    }

    /// A name that follows from nothing that anybody else knows.
    fn name(&self) -> String {
        let mut count = self.shared.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        let hash = Sha256::new().chain_update(self.secret).chain_update(count.to_le_bytes());
        let letter = |byte: u8| char::from(LETTERS[usize::from(byte % 32)]);
        hash.finalize().into_iter().take(NAME).map(letter).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Whoever starts another one meanwhile waits until the port is free.
        let _cores = cores();
        if Arc::strong_count(&self.core) == 1 {
            self.core.end();
        }
    }
}

impl Shared {
    fn new(wake: Wake) -> Self {
        Self {
            wake,
            closed: AtomicBool::new(false),
            offered: Mutex::default(),
            refusals: Mutex::default(),
            count: Mutex::default(),
        }
    }

    fn sessions(&self) -> MutexGuard<'_, Vec<Session>> {
        self.offered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// The offers that are new.
    pub(super) fn offered(&self) -> Vec<Session> {
        std::mem::take(&mut *self.sessions())
    }

    pub(super) fn refused(&self, from: Ipv4Addr, why: Why, answered: bool) {
        let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.add(from, why);
        refusals.unanswered += u64::from(!answered);
    }
}
