//! The virtual U-Boot beside Debian's on QEMU: both are told the same, and must answer alike.

use std::{net::Ipv4Addr, path::Path, time::Duration};

use ::uboot::{
    disk::Kind,
    host::{Console, Output, reach_prompt},
    rom::{Board, Drive, Network, Packet, Profile, World},
};
use link::{ByteLink, Silent, line::Line, storage::Storage as _};
use tftp::wire::ErrorCode;

use crate::{
    program,
    uboot::{LIMIT, machine_with, start},
};

/// A server without files, as QEMU's.
#[derive(Default)]
struct NoFiles(Vec<Packet>);

impl Network for NoFiles {
    fn send(&mut self, packet: Packet, _: Duration) {
        let text = b"File not found";
        let bytes = tftp::wire::Packet::Error { code: ErrorCode::NOT_FOUND, text }.to_bytes();
        self.0.push(Packet { bytes, ..packet });
    }

    fn receive(&mut self, _: Duration) -> Option<Packet> {
        self.0.pop()
    }

    fn is_there(&mut self, _: Ipv4Addr, address: Ipv4Addr) -> bool {
        address == Ipv4Addr::new(10, 0, 2, 2)
    }
}

/// A virtual U-Boot on the machine that QEMU emulates.
fn virtual_machine() -> Line {
    let variables = [("ethaddr", "52:54:00:12:34:56"), ("loadaddr", "0x80200000")];
    let profile = Profile {
        banks: std::iter::once(0x8000_0000..0x9000_0000).collect(),
        reserved: vec![0x8000_0000..0x8006_0000, 0x8e73_1000..0x9000_0000],
        environment: variables.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        ethernet: "virtio-net#1".into(),
        ..Profile::default()
    };
    let storage = Box::new(link::storage::Memory::new(16384, 0));
    let mut world = World::new(115_200);
    world.drives.push(Drive::new(Kind::Virtio, "QEMU", storage));
    world.network = Some(Box::new(NoFiles::default()));
    Line::new(Box::new(Board::new(profile, world)), 115_200)
}

/// What both must answer alike. They run in this order.
const ALIKE: [&str; 43] = [
    "true",
    "false",
    "echo a && echo b || echo c",
    "false && echo x || echo y; echo z",
    "true || echo x && echo y",
    "false || echo x && echo y",
    "echo \"a b\"  'c $x' ${filesize}x $",
    "setenv x 'one  two'; echo $x \"$x\"",
    "setenv x; printenv x",
    "printenv loadaddr",
    "printenv ethaddr",
    "setenv ethaddr 00:11:22:33:44:55",
    "setenv ipaddr bogus",
    "nonsense",
    "mw.b 84000000 a5 20; md 84000000 4",
    "mw 84000000 1 2; md.b 84000000 15",
    "crc32 84000000 10",
    "tftpboot 84000000 image",
    "setenv serverip 10.0.2.2; tftpboot 84000000 image",
    "setenv ipaddr 10.0.2.15; tftpboot 84000000 image",
    "tftpboot 7f000000 image",
    "tftpboot a0000000 image",
    "ping 10.0.2.2",
    "virtio scan",
    "virtio info",
    "virtio dev",
    "virtio dev 0",
    "virtio dev 3",
    "virtio part",
    "mw.b 84000000 5a 400; virtio write 84000000 10 2",
    "virtio read 85000000 10 2; crc32 85000000 400",
    "virtio read 85000000 11 1; md.b 85000000 4",
    "virtio write 84000000 3fff 1",
    "virtio write 84000000 3fff 2",
    "virtio read 84000000 4000 1",
    "nvme scan",
    "nvme info",
    "nvme dev",
    "nvme dev 1",
    "nvme part",
    "nvme read 84000000 0 1",
    "nvme write 84000000 0 1",
    "echo $?",
];

/// The same for cards.
const CARDS: [&str; 16] = [
    "mmc dev 0",
    "mmc dev",
    "mmc list",
    "mmc dev 1",
    "mmc read 42000000 0 10",
    "mmc read 42000000 fffffffe 1",
    "mmc read 42000000 1ffff 2",
    "mmc write 42000000 1ffff 2",
    "mmc write 42000000 1ffff 1",
    "mw.b 42000000 5a 400; mmc write 42000000 10 2",
    "mw.b 43000000 0 400; mmc read 43000000 10 2; crc32 43000000 400",
    "mmc read 43000000 11 1; md.b 43000000 4",
    "mmc part",
    "mmc rescan",
    "mmc write 42000000 100 0",
    "echo $?",
];

/// What a U-Boot answers to each.
fn answers(line: &mut dyn ByteLink, commands: &[&str]) -> Vec<String> {
    let mut silent = Silent;
    let mut console = Console::new(line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    let answer = |command| {
        let Output { text, status } = prompt.run(command, LIMIT).expect(command);
        let text = nameless(&text);
        // A virtual link takes its time to come up, and says so.
        let lines = text.lines().filter(|line| !line.contains("auto negotiation"));
        format!("{command}: {status}: {}", lines.collect::<Vec<_>>().join("|"))
    };
    commands.iter().copied().map(answer).collect()
}

/// Leaves out what differs between boards: the ends of devices' names.
fn nameless(text: &str) -> String {
    let mut text = text.to_owned();
    for name in ["virtio-net#", "mmc@"] {
        let Some(at) = text.find(name) else { continue };
        let rest = &text[at + name.len()..];
        let end: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
        text = text.replace(&format!("{name}{end}"), name);
    }
    text
}

fn compare(real: &mut dyn ByteLink, made_up: &mut dyn ByteLink, commands: &[&str]) {
    let (real, made_up) = (answers(real, commands), answers(made_up, commands));
    let differ: Vec<_> = real.iter().zip(&made_up).filter(|(real, other)| real != other).collect();
    assert!(differ.is_empty(), "{differ:#?}");
}

#[test]
fn the_virtual_uboot_answers_as_debians() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = folder.path().join("disk");
    std::fs::write(&disk, vec![0; 8 << 20]).expect("a disk");
    let drive = format!("if=none,file={},format=raw,id=d", disk.display());
    let net = format!("user,id=n,tftp={}", folder.path().display());
    let mut machine = machine_with(&[
        "-drive",
        &drive,
        "-device",
        "virtio-blk-device,drive=d",
        "-netdev",
        &net,
        "-device",
        "virtio-net-device,netdev=n",
    ]);
    compare(&mut machine.line, &mut virtual_machine(), &ALIKE);
}

#[test]
fn the_virtual_uboots_card_answers_as_debians() {
    let root = std::env::var("RACKLET_FLASH_UBOOT").expect("tests/setup prints it");
    let image = Path::new(&root).join("nanopi_neo/u-boot-sunxi-with-spl.bin");
    let image = std::fs::read(image).expect("Debian's u-boot-sunxi is unpacked there");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("card");
    // The SoC's boot ROM looks for a boot loader at 8 KiB.
    let mut card = vec![0; 64 << 20];
    card[8 << 10..][..image.len()].copy_from_slice(&image);
    std::fs::write(&path, &card).expect("a card");
    let mut command = program("qemu-system-arm", "qemu-system-arm");
    let drive = format!("if=sd,format=raw,file={}", path.display());
    let mut machine = start(command.args(["-M", "orangepi-pc", "-drive", &drive]));

    let mut storage = link::storage::Memory::new(card.len() as u64 / 512, 0);
    storage.write_at(0, &card).expect("in memory");
    let mut world = World::new(115_200);
    world.drives.push(Drive::new(Kind::Sd, "QEMU!", Box::new(storage)));
    let board = Board::new(Profile::default(), world);
    compare(&mut machine.line, &mut Line::new(Box::new(board), 115_200), &CARDS);
}
