//! Any bytes at all as an answer, as a list of memories and as what is said to a virtual board; and a host that talks to a board
//! which answers anything. A step is a byte that says which way, one that says how much, and the bytes themselves.
#![no_main]

use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use link::{
    Silent,
    dialog::Dialog,
    serial::{Said, SerialDevice},
};
use thead::{
    host::Cct,
    rom::{Behaviour, Th1520},
    wire::{CONNECT, DONE, Head, Memory},
};

fn behaviour(bits: u8) -> Behaviour {
    let is_set = |bit: u8| bits >> bit & 1 == 1;
    Behaviour {
        size: 256 << 10,
        version: if is_set(0) { 3 } else { 4 },
        worn: is_set(1).then_some(4097),
        no_flash: is_set(2),
        hangs: is_set(3),
        wrong_sum: u32::from(bits >> 4 & 3),
        forgets: is_set(6),
        ..Behaviour::default()
    }
}

/// All that a board has to say until it waits for something.
fn listen(board: &mut Th1520, now: &mut Duration) {
    loop {
        match board.next(*now) {
            Said::Byte(_) => {}
            Said::Until(at) => *now = at,
            Said::Nothing => return,
        }
    }
}

fn talk(bytes: &[u8]) {
    let [bits, rest @ ..] = bytes else { return };
    let (mut board, mut now, mut rest) = (Th1520::new(behaviour(*bits)), Duration::ZERO, rest);
    // It gets power after the first byte, and listens for 100 ms then.
    board.receive(&CONNECT, now);
    now += Behaviour::default().power;
    board.receive(&CONNECT, now);
    listen(&mut board, &mut now);
    while let [way, length, tail @ ..] = rest {
        let (data, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match way {
            0xff => now += Duration::from_secs(3),
            0xfe => board.receive(&CONNECT, now),
            0xfd => board.receive(data, now),
            number => {
                // The parameter is the first byte.
                let (parameter, payload) = data.split_first().unwrap_or((&0, &[]));
                let size = (payload.len() as u16).to_be_bytes();
                board.receive(&[*number, *parameter, size[0], size[1]], now);
                board.receive(payload, now);
            }
        }
        listen(&mut board, &mut now);
        let _ = (board.notes(), board.flash(), board.baud());
    }
}

/// A board that answers the handshake, and then whatever comes to its mind: the host ends, in its time.
fn ask(bytes: &[u8]) {
    let mut answers = bytes.chunks(24);
    let mut line = Dialog::new(&[], |said| match said == CONNECT {
        true => vec![(1, vec![CONNECT[0], DONE, 0, 0])],
        false => vec![(1, answers.next().unwrap_or_default().to_vec())],
    });
    let mut silent = Silent;
    let mut cct = Cct::new(&mut line, &mut silent);
    let Ok(board) = cct.connect(Duration::from_secs(1)) else { return };
    let Ok(writer) = cct.start_writer(&board, &[0x13, 0, 0, 0]) else { return };
    let Some(flash) = writer.flash() else { return };
    let _ = cct.download(&writer, flash, 0, &[1; 1025]);
    let _ = cct.holds(flash, 0, &[1; 100]);
}

fuzz_target!(|bytes: &[u8]| {
    if let [a, b, c, d, ..] = bytes {
        let _ = Head::parse([*a, *b, *c, *d]);
    }
    if let Some(list) = Memory::list(bytes) {
        let again: Vec<u8> = list.iter().flat_map(Memory::bytes).collect();
        assert_eq!(again, bytes);
    }
    talk(bytes);
    ask(bytes);
});
