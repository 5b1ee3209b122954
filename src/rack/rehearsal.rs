//! A rehearsal: the same manifest on simulated boards, with or without things that go wrong.

use std::{fs, net::Ipv4Addr, path::Path, str::FromStr};

use anyhow::Context;
use sha2::{Digest, Sha256};

use super::manifest::Node;
use crate::{
    boards::{self, Board, Protocol, storage::Storage},
    failure::Problem,
    net::Addressing,
    transport::{PortName, PortPath},
    virt::{Wanted, network},
};

/// How a manifest is rehearsed.
#[derive(Clone, Debug, Default)]
pub struct Rehearsal {
    /// What goes wrong is drawn from it; `None`: nothing goes wrong.
    pub seed: Option<u64>,
    /// How long transfers over USB take: for benchmarks.
    pub pace: Pace,
}

/// How long transfers over USB take in a rehearsal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// No time.
    #[default]
    None,
    /// As long as on a link of 480 Mbit/s that each board has for itself.
    Links,
    /// As long as on the link of a hub of 480 Mbit/s, which the boards at it share: those whose ports differ in the last number.
    Hubs,
}

impl Pace {
    /// The option of a virtual board at that port.
    fn option(self, port: &PortPath) -> Option<String> {
        let port = port.to_string();
        let hub = port.rfind(['-', '.']).map_or(&*port, |end| &port[..end]);
        match self {
            Self::None => None,
            Self::Links => Some("link=high-speed".into()),
            Self::Hubs => Some(format!("hub={hub}")),
        }
    }
}

/// What goes wrong with a simulated board.
#[derive(Clone, Debug)]
enum Mishap {
    /// Another board is in the slot.
    Other(&'static Board),
    /// An option of the virtual board: a transfer that fails, a slow cable, a U-Boot that resets.
    Option(String),
}

impl Rehearsal {
    /// The simulated board of a node. Its storage is a file in the node's folder; without one, it is in memory.
    ///
    /// # Errors
    ///
    /// Nobody has simulated such a board.
    pub fn board(
        &self,
        node: &Node,
        folder: Option<&Path>,
        retry: usize,
    ) -> anyhow::Result<Wanted> {
        let mishap = self.seed.and_then(|seed| Draw::new(seed, &node.name).mishap(node, retry));
        let mut options = Vec::new();
        let board = match &mishap {
            Some(Mishap::Other(board)) => *board,
            Some(Mishap::Option(option)) => {
                options.push(option.clone());
                node.board
            }
            None => node.board,
        };
        if let Some(folder) = folder {
            let file = folder.join("storage");
            // What a link leads to may be a disk of this computer.
            if fs::symlink_metadata(&file).is_ok_and(|found| !found.is_file()) {
                let text = format!("{}: it is not a simulated storage", file.display());
                return Err(Problem::BadInput(text)
                    .advised("remove it, or name another folder with --run")
                    .into());
            }
            let file = file.display().to_string().replace(',', ",,");
            options.push(format!("{}={file}", key(board, node.to.storage())));
        }
        if let PortName::Usb(port) = &node.port {
            if !options.iter().any(|option| option.starts_with("link=")) {
                options.extend(self.pace.option(port));
            }
            options.push(format!("port={port}"));
        }
        let spec = format!("{}:{}", board.name, options.join(","));
        Wanted::from_str(&spec).with_context(|| format!("the simulated board {spec}"))
    }

    /// The network of a simulated board, with its own address.
    pub(super) fn net(&self, node: &Node) -> Addressing {
        let (network, addresses) = network();
        let host = 16 + node.index as u32 % (addresses - 32);
        Addressing::Fixed(network.with(Ipv4Addr::from_bits(network.network().to_bits() + host)))
    }
}

/// What a simulated board calls the storage that a node's image goes to.
fn key(board: &Board, storage: Storage) -> &'static str {
    match board.protocol() {
        Some(Protocol::Starfive | Protocol::Uboot) if storage != Storage::SpiNor => storage.name(),
        Some(Protocol::Rockusb | Protocol::Fel) => storage.name(),
        _ => "storage",
    }
}

/// Numbers that follow from a seed and the name of a node, and from nothing else.
struct Draw {
    state: [u8; 32],
    used: usize,
}

impl Draw {
    fn new(seed: u64, name: &str) -> Self {
        let state = Sha256::new().chain_update(seed.to_le_bytes()).chain_update(name).finalize();
        Self { state: state.into(), used: 0 }
    }

    /// A number below `end`, which is at most 65536.
    fn below(&mut self, end: usize) -> usize {
        if self.used + 2 > self.state.len() {
            (self.state, self.used) = (Sha256::digest(self.state).into(), 0);
        }
        let two = [self.state[self.used], self.state[self.used + 1]];
        self.used += 2;
        (usize::from(u16::from_le_bytes(two)) * end) >> 16
    }

    /// A number from 1 on, small ones as likely as large ones.
    fn place(&mut self) -> usize {
        let most = 1 << self.below(12);
        1 + self.below(most)
    }

    /// What goes wrong in an attempt at a node: nothing with half of them. It passes by the next attempt, or stays.
    fn mishap(mut self, node: &Node, retry: usize) -> Option<Mishap> {
        let (wrong, stays) = (self.below(2) == 1, self.below(3) == 0);
        if !wrong || retry > 0 && !stays {
            return None;
        }
        if self.below(8) == 0
            && let Some(board) = self.other(node)
        {
            return Some(Mishap::Other(board));
        }
        Some(Mishap::Option(match node.board.is_serial() {
            true => self.of_line(node),
            false if node.board.protocol() == Some(Protocol::Fel) && self.below(2) == 0 => {
                self.of_uboot(node)
            }
            false => self.of_usb(node.board),
        }))
    }

    /// Another board that speaks the same protocol and has such a storage.
    fn other(&mut self, node: &Node) -> Option<&'static Board> {
        let board = node.board;
        let alike = |other: &&'static Board| {
            other.protocol() == board.protocol()
                && other.chip().name() != board.chip().name()
                && other.storage(node.to.storage()).is_some()
                && other.is_virtual()
        };
        let all: Vec<_> = boards::all().iter().filter(alike).collect();
        (!all.is_empty()).then(|| all[self.below(all.len())])
    }

    fn of_usb(&mut self, board: &Board) -> String {
        let own = match board.protocol() {
            Some(Protocol::Rockusb) => ["parity=wrong", "usbplug=dead", "busy=3"].as_slice(),
            Some(Protocol::Optimus) => ["busy=3"].as_slice(),
            _ => [].as_slice(),
        };
        let kinds = ["disconnect", "timeout", "garbage", "stall", "short"];
        match self.below(8) {
            0 => "link=high-speed".into(),
            1 if !own.is_empty() => own[self.below(own.len())].into(),
            _ => format!("fault={}@{}", kinds[self.below(kinds.len())], self.place()),
        }
    }

    fn of_line(&mut self, node: &Node) -> String {
        let place = self.place();
        match self.below(4) {
            0 => format!("noise={place}"),
            1 => format!("fault=gone@{}", place * 50),
            _ if node.board.protocol() == Some(Protocol::Bouffalo) => self.of_isp(),
            _ if node.board.protocol() == Some(Protocol::Cct) => self.of_cct(),
            _ => self.of_uboot(node),
        }
    }

    /// What goes wrong in a mask ROM that writes its flash.
    fn of_isp(&mut self) -> String {
        let place = self.place();
        match self.below(5) {
            0 => "loses-above=1000000".into(),
            1 => "pending=0.01".into(),
            2 => "flash=none".into(),
            3 => format!("worn={}", place * 512),
            _ => format!("wrong-sum={place}"),
        }
    }

    /// What goes wrong with a program that writes flash for a mask ROM.
    fn of_cct(&mut self) -> String {
        let place = self.place();
        match self.below(4) {
            0 => "writer=hangs".into(),
            1 => "flash=none".into(),
            2 => format!("worn={}", place * 512),
            _ => format!("wrong-sum={place}"),
        }
    }

    /// What goes wrong once a U-Boot runs.
    fn of_uboot(&mut self, node: &Node) -> String {
        let place = self.place();
        match self.below(6) {
            0 if node.net.is_some() => format!("net=loss:{place}"),
            1 if node.net.is_some() => "net=no-link".into(),
            2 => format!("uboot=resets@{}", place << 10),
            3 => format!("uboot=wrong-sum@{place}"),
            4 => format!("uboot=shrunk@{place}"),
            _ => format!("uboot=off-after@{place}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_wrong_in_a_mask_rom_is_an_option_of_its_board() {
        for seed in 0..50 {
            let (isp, cct) = (Draw::new(seed, "slot1").of_isp(), Draw::new(seed, "slot1").of_cct());
            for board in [format!("sipeed/m1s-dock:{isp}"), format!("milkv/meles-uart:{cct}")] {
                assert!(Wanted::from_str(&board).is_ok(), "{board}");
            }
        }
    }

    #[test]
    fn what_goes_wrong_follows_from_the_seed() {
        let draw = |seed, name: &str| {
            let mut draw = Draw::new(seed, name);
            (0..100).map(|_| draw.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7, "slot1"), draw(7, "slot1"));
        assert_ne!(draw(7, "slot1"), draw(8, "slot1"));
        assert_ne!(draw(7, "slot1"), draw(7, "slot2"));
        assert!(draw(7, "slot1").iter().all(|number| *number < 1000));
    }
}
