//! USB/IP clients that send nonsense: the server tells of them and serves the next one.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpStream},
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::{
    random::{Random, attack},
    rules::finished,
    tool::command,
};

const CLIENTS: usize = 60;
const LIST: [u8; 8] = [1, 0x11, 0x80, 5, 0, 0, 0, 0];
const BUS_ID: &str = "1-4";

#[test]
fn clients_that_send_nonsense() {
    attack(|random| {
        let (child, address) = serve();
        for _ in 0..CLIENTS {
            one(&address, random);
            lists_its_board(&address);
        }
        let id = child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill starts").success());
        assert_eq!(finished(child, "virtual serve").status.code(), Some(0));
    });
}

fn serve() -> (Child, String) {
    let board = format!("xunlong/orangepi-pc:port={BUS_ID}");
    let mut child =
        command(["virtual", "serve", "--listen", "127.0.0.1:0", "--json", "--virtual", &board])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
    let mut events = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    events.read_line(&mut line).expect("a line");
    let event: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    let address = event["address"].as_str().expect("an address").to_owned();
    // It must not wait for somebody to read what it tells.
    std::thread::spawn(move || std::io::copy(&mut events, &mut std::io::sink()));
    (child, address)
}

/// What a client says that imports the board and sends it a few transfers.
fn conversation(random: &mut Random) -> Vec<u8> {
    let mut bytes = vec![1, 0x11, 0x80, 3, 0, 0, 0, 0];
    bytes.extend(BUS_ID.as_bytes());
    bytes.resize(40, 0);
    for sequence in 1..=random.below(5) as u32 {
        let (to_board, length) = (random.once_in(2), random.below(64));
        let unlink = random.once_in(4);
        let header = [
            if unlink { 2 } else { 1 },
            sequence,
            0x1_0002,
            u32::from(!to_board),
            random.below(4) as u32,
        ];
        bytes.extend(header.iter().flat_map(|word| word.to_be_bytes()));
        let rest = [0, length as u32, 0, 0xffff_ffff, 0, 0x8006_0001, 0x0000_1200];
        bytes.extend(rest.iter().flat_map(|word: &u32| word.to_be_bytes()));
        if to_board && !unlink {
            bytes.resize(bytes.len() + length, 0x55);
        }
    }
    bytes
}

fn one(address: &str, random: &mut Random) {
    let said = conversation(random);
    let said = if random.once_in(4) { said } else { random.damage(&said) };
    let mut stream = TcpStream::connect(address).expect("it listens");
    // It may have heard enough.
    let _ = stream.write_all(&said);
    if random.once_in(2) {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

/// The server answers a client that behaves. Whether the board is free is another question: a client before may have it
/// still.
#[track_caller]
fn lists_its_board(address: &str) {
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    stream.write_all(&LIST).expect("it reads");
    let mut answer = [0; 8];
    stream.read_exact(&mut answer).expect("it answers");
    assert_eq!(answer, [1, 0x11, 0, 5, 0, 0, 0, 0]);
}
