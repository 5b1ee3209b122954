//! Any bytes at all as a boot header, as an answer and as what is said to a virtual board; and a host that talks to a board which
//! answers anything. A step is a byte that says which way, one that says how much, and the bytes themselves.
#![no_main]

use std::time::Duration;

use bouffalo::{
    header::Header,
    host::Isp,
    rom::{Behaviour, Bl808, Chip, Confirms},
    wire::{BootInfo, Flash, TRAINING, UNLOCK, sum},
};
use libfuzzer_sys::fuzz_target;
use link::{
    Silent,
    dialog::Dialog,
    serial::{Said, SerialDevice},
};

fn behaviour(bits: u8) -> Behaviour {
    let is_set = |bit: u8| bits >> bit & 1 == 1;
    Behaviour {
        size: 512 << 10,
        chip: if is_set(0) { Chip::Bl602 } else { Chip::Bl808 },
        confirms: if is_set(1) { Confirms::Both } else { Confirms::Unlock },
        pending: is_set(2).then_some(Duration::from_millis(5)),
        no_flash: is_set(3),
        unknown_flash: is_set(4),
        no_clock: is_set(5),
        worn: is_set(6).then_some(4097),
        ..Behaviour::default()
    }
}

/// All that a board has to say until it waits for something.
fn listen(board: &mut Bl808, now: &mut Duration) {
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
    let (mut board, mut now, mut rest) = (Bl808::new(behaviour(*bits)), Duration::ZERO, rest);
    board.receive(&[TRAINING; 32], now);
    board.receive(&UNLOCK, now);
    while let [way, length, tail @ ..] = rest {
        let (data, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match way {
            0xff => now += Duration::from_secs(3),
            0xfe => board.receive(&[TRAINING; 32], now),
            0xfd => board.receive(data, now),
            number => {
                let size = (data.len() as u16).to_le_bytes();
                board.receive(&[*number, sum(data), size[0], size[1]], now);
                board.receive(data, now);
            }
        }
        listen(&mut board, &mut now);
        let _ = (board.notes(), board.runs(), board.baud());
    }
}

/// A board that answers whatever comes to its mind: the host ends, in its time.
fn ask(bytes: &[u8]) {
    let mut answers = bytes.chunks(48);
    let mut line = Dialog::new(&[], |_| vec![(1, answers.next().unwrap_or_default().to_vec())]);
    let mut silent = Silent;
    let mut isp = Isp::new(&mut line, &mut silent);
    let Ok(info) = isp.connect(Duration::from_secs(1)) else { return };
    let _ = isp.open_flash(&info);
    let _ = isp.store(0, &[1; 4096], true);
    let _ = isp.read(0, 100);
}

fuzz_target!(|bytes: &[u8]| {
    let _ = Header::parse(bytes);
    let _ = BootInfo::parse(bytes).map(|info| info.chip_id());
    if let [a, b, c, d, ..] = bytes {
        let _ = Flash::parse([*a, *b, *c, *d]).map(|flash| flash.size());
    }
    talk(bytes);
    ask(bytes);
});
