//! Fourteen boards that load at once, over one link of a rate: each part is a process of its own, so that the server's memory
//! is its own, too.

use std::{
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, SocketAddrV4},
    process::{Child, Command, Stdio},
    thread,
    time::Instant,
};

use racklet_flash::{
    net::{Offer, Server},
    transport::Stop,
};
use tftp::client::Habits;

use crate::{MIB, client::load};

const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);
const BOARDS: u8 = 14;
/// What each board loads, in bytes.
const EACH: usize = 16 * MIB;
/// What is handed over at once.
const PIECE: usize = 256 << 10;

fn board(number: u8) -> Ipv4Addr {
    Ipv4Addr::new(127, 0, 8, number)
}

/// Prints what share of a link's rate the boards get, alone and together, and the server's memory.
pub(crate) fn crowd() {
    println!(
        "{:<22} {:>8} {:>9} {:>6} {:>12}",
        "one link", "boards", "MB/s", "share", "server, MiB"
    );
    for (megabits, boards) in [(1000, 1), (1000, BOARDS), (300, BOARDS), (100, BOARDS)] {
        let bytes = f64::from(boards) * EACH as f64;
        let (seconds, memory) = one(megabits, boards);
        let (speed, link) = (bytes / 1e6 / seconds, f64::from(megabits) / 8.0);
        let name = format!("{megabits} Mbit/s");
        println!("{name:<22} {boards:>8} {speed:>9.1} {:>6.2} {memory:>12.1}", speed / link);
    }
}

/// Seconds until all boards have all of it, and the MiB that the server's process grew by.
fn one(megabits: u32, boards: u8) -> (f64, f64) {
    let own = std::env::current_exe().expect("this program");
    let own = own.to_str().expect("its path is text");
    let shape = format!(
        "ip link set lo up && tc qdisc add dev lo root tbf rate {megabits}mbit burst 64kb latency 100ms && exec {own} serve {boards}"
    );
    let mut server = Command::new("unshare");
    server.args(["--net", "sh", "-c", &shape]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut server = server.spawn().expect("Debian's util-linux has it");
    let mut said = BufReader::new(server.stdout.take().expect("piped")).lines();
    let mut next = || said.next().expect("the server goes on").expect("text");
    let names: Vec<_> = (0..=boards).map(|_| next()).collect();
    let mut clients = Command::new("nsenter");
    clients.arg("--net").arg(format!("--target={}", server.id())).args(["--", own, "load"]);
    let begin = Instant::now();
    let loaded = clients.args(&names).status().expect("Debian's util-linux has it");
    let seconds = begin.elapsed().as_secs_f64();
    assert!(loaded.success(), "the boards have all of it");
    let memory = next().parse().expect("a number");
    end(server);
    (seconds, memory)
}

fn end(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Has a number of boards load, and prints where the server is, the names of the files, and its growth in MiB.
pub(crate) fn serve(boards: u8) {
    let server = Server::start(HERE, 0, &Stop::default()).expect("any computer has 127.0.7.1");
    let data = vec![0x5a; PIECE];
    let before = peak();
    println!("{}", server.address());
    let offers: Vec<_> =
        (1..=boards).map(|number| server.offer_within(board(number), 16)).collect();
    offers.iter().for_each(|offer| println!("{}", offer.name()));
    thread::scope(|scope| {
        offers.into_iter().for_each(|offer| drop(scope.spawn(|| send(offer, &data, EACH))));
    });
    println!("{}", (peak() - before) / 1024.0);
}

fn send(mut offer: Offer, data: &[u8], bytes: usize) {
    (0..bytes / data.len()).for_each(|_| offer.send(data).expect("the board takes it"));
    offer.finish().expect("the board takes all of it");
}

/// The boards load what they are told: where the server is, and a name each.
pub(crate) fn load_all(arguments: &[String]) {
    let (server, names) = arguments.split_first().expect("the server's address");
    let server: SocketAddrV4 = server.parse().expect("an address");
    thread::scope(|scope| {
        for (number, name) in (1..).zip(names) {
            scope.spawn(move || {
                let habits = Habits::UBOOT.with_window(16);
                let got = load(server, board(number), name, habits).expect("it arrives");
                assert_eq!(got.len(), EACH);
            });
        }
    });
}

/// The most memory that this process ever had, in KiB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it says so");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

/// Offers one file to the board on a machine's network, and prints its name.
pub(crate) fn offer(here: &str, to: &str, window: &str, bytes: usize) {
    let address = |text: &str| text.parse::<Ipv4Addr>().expect("an address");
    let server = Server::start(address(here), 69, &Stop::default()).expect("nothing else is there");
    let window = window.parse().expect("a number");
    let offer = server.offer_within(address(to), window);
    println!("{}", offer.name());
    send(offer, &vec![0x5a; PIECE], bytes);
}
